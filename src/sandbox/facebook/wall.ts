import type { Desk, WallPost } from '../contract'
import { pictureOf } from './access/page'
import { commentsOf } from './posts/comments'
import { countersOf } from './posts/counters'
import { stateOf } from './posts/seen'
import { getPage, getPhoto, type Photo, type Post } from './state'
import { getFilm, type Film } from './state/films'

/** Under the page's id: what an account is called is the channel's `externalId`. */
export function wall(desk: Desk): WallPost[] {
  return desk.records.list<Post>('facebook.posts').map((post) => toWallPost(desk, post))
}

function toWallPost(desk: Desk, post: Post): WallPost {
  const photos = post.photos.flatMap((id) => getPhoto(desk, id) ?? [])
  const film = post.film === null ? undefined : getFilm(desk, post.film)
  const { name, avatar } = faceOf(desk, post.page)
  return {
    id: post.id,
    platform: 'facebook',
    account: post.page,
    title: film?.title || name,
    text: post.message,
    pictures: photos.map(({ file }) => file),
    alts: photos.map(({ alt }) => alt),
    video: film?.file ?? null,
    link: post.link,
    at: post.createdAt,
    counters: { ...countersOf(post, desk) },
    state: stateOf(post, desk),
    name,
    avatar,
    verified: true,
    kind: kindOf(post, { photos, film }),
    comments: commentsOf(desk, post.id).map(({ by, message, at }) => ({ by: by.name, text: message, at })),
    edited: post.updatedAt !== post.createdAt,
  }
}

function faceOf(desk: Desk, id: string): { name: string; avatar: string | null } {
  const page = getPage(desk, id)
  return page ? { name: page.name, avatar: pictureOf(page, desk) } : { name: '', avatar: null }
}

type Carried = { photos: Photo[]; film: Film | undefined }

function kindOf({ link }: Post, { photos, film }: Carried): NonNullable<WallPost['kind']> {
  if (film) return film.as
  if (photos.length > 1) return 'album'
  if (photos.length === 1) return 'photo'
  return link ? 'link' : 'text'
}
