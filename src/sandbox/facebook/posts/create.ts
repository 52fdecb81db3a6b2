import { z } from 'zod'
import type { SandboxAnswer } from '../../contract'
import { ok } from '../answers/errors'
import { project } from '../answers/fields'
import { tellAboutPost } from '../public/changes'
import { getPhoto, nextPostId, savePhoto, savePost, type Photo, type Post } from '../state'
import { describePost } from './read'
import { refusePost, type Wish as Wanted } from './refusals'

type Wish = Wanted & { asked: string; origin: string }

export function createPost(wish: Wish): SandboxAnswer {
  const photos = readPhotos(wish)
  const refusal = refusePost(wish, photos)
  if (refusal) return refusal
  const post = store(wish, photos as Photo[])
  const answer = project(describePost(post, wish), wish.asked)
  return 'refusal' in answer ? answer.refusal : ok(answer.body)
}

function store({ page, fields, desk }: Wish, photos: Photo[]): Post {
  const { message = '', link = null, scheduled_publish_time: hour } = fields
  const now = desk.now().toISOString()
  const post: Post = {
    id: nextPostId(desk, page.id),
    page: page.id,
    message,
    link,
    photos: photos.map((photo) => photo.id),
    film: null,
    createdAt: now,
    updatedAt: now,
    scheduledFor: hour === undefined ? null : new Date(Number(hour) * 1000).toISOString(),
    state: fields['published'] === 'false' ? 'hidden' : 'visible',
  }
  savePost(desk, post)
  for (const photo of photos) savePhoto(desk, { ...photo, usedBy: post.id })
  if (post.state === 'visible') note({ desk }, post, photos)
  return post
}

function note({ desk }: Pick<Wish, 'desk'>, post: Post, photos: Photo[]): void {
  desk.log({
    platform: 'facebook',
    call: 'feed.create',
    account: post.page,
    id: post.id,
    text: post.message,
    link: post.link,
    photos: photos.map(({ file }) => file),
  })
  tellAboutPost(desk, post, 'add')
}

const attached = z.array(z.object({ media_fbid: z.string() }))

/** As one JSON list, or as `attached_media[0]`, `attached_media[1]` … of a form. */
function readPhotos({ page, fields, desk }: Wish): (Photo | undefined)[] {
  const single = Object.entries(fields).filter(([name]) => /^attached_media\[\d+\]$/.test(name))
  const text = fields['attached_media'] ?? `[${single.map(([, value]) => value).join(',')}]`
  return attached.parse(JSON.parse(text)).map(({ media_fbid: id }) => {
    const photo = getPhoto(desk, id)
    return photo?.page === page.id ? photo : undefined
  })
}
