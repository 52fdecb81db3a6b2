import { z } from 'zod'
import type { Desk, SandboxAnswer } from '../contract'
import { badParameter, graphError, ok } from './errors'
import { project } from './fields'
import { describePost } from './posts'
import { getPhoto, listPosts, savePhoto, savePost, type Page, type Photo, type Post } from './state'

const MAX_MESSAGE = 63_206
const PHOTO_LIFE = 24 * 3_600_000
const REPEAT_WINDOW = 10 * 60_000

type Wish = { page: Page; fields: Record<string, string>; asked: string; origin: string; desk: Desk }

export function createPost(wish: Wish): SandboxAnswer {
  const photos = readPhotos(wish)
  const refusal = refuse(wish, photos)
  if (refusal) return refusal
  const post = store(wish, photos as Photo[])
  const answer = project(describePost(post, wish), wish.asked)
  return 'refusal' in answer ? answer.refusal : ok(answer.body)
}

function refuse({ page, fields, desk }: Wish, photos: (Photo | undefined)[]): SandboxAnswer | null {
  return (
    refuseText(fields, photos.length) ??
    refusePhotos(photos, desk.now()) ??
    refuseRepeat({ page, message: fields['message'] ?? '', desk })
  )
}

function refuseText(fields: Record<string, string>, photos: number): SandboxAnswer | null {
  const { message, link } = { message: '', link: '', ...fields }
  if (message === '' && link === '' && photos === 0) return badParameter('You must supply one of message or link')
  if ([...message].length > MAX_MESSAGE) return badParameter('Param message is too long')
  if (link !== '' && !/^https?:\/\//.test(link))
    return graphError({ code: 1609005, message: 'The link could not be scraped.' })
  return null
}

function refusePhotos(photos: (Photo | undefined)[], now: Date): SandboxAnswer | null {
  const isUsable = (photo: Photo | undefined) => photo && now.getTime() - Date.parse(photo.uploadedAt) < PHOTO_LIFE
  if (!photos.every(isUsable))
    return badParameter('Param attached_media must be ids of unpublished photos of this Page')
  if (photos.some((photo) => photo?.usedBy)) return badParameter('These photos were already posted', 1366051)
  return null
}

function refuseRepeat({ page, message, desk }: { page: Page; message: string; desk: Desk }): SandboxAnswer | null {
  const since = desk.now().getTime() - REPEAT_WINDOW
  const isRepeat = (post: Post) =>
    post.state === 'visible' && post.message === message && Date.parse(post.createdAt) > since
  if (message === '' || !listPosts(desk, page.id).some(isRepeat)) return null
  return graphError({ code: 506, message: '(#506) Duplicate status message' })
}

function store({ page, fields, desk }: Wish, photos: Photo[]): Post {
  const id = `${page.id}_${122_100_000_000_000 + desk.next('facebook.post')}`
  const state = fields['published'] === 'false' ? 'hidden' : 'visible'
  const { message = '', link } = fields
  const post: Post = {
    id,
    page: page.id,
    message,
    link: link ?? null,
    photos: photos.map((photo) => photo.id),
    createdAt: desk.now().toISOString(),
    state,
  }
  savePost(desk, post)
  for (const photo of photos) savePhoto(desk, { ...photo, usedBy: id })
  if (state === 'visible') {
    desk.log({
      platform: 'facebook',
      call: 'feed.create',
      account: page.id,
      id,
      text: message,
      link: post.link,
      photos: photos.map(({ file }) => file),
    })
  }
  return post
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
