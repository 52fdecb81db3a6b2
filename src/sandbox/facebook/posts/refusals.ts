/** Why a post is not taken, in the order in which the platform looks. */
import type { Desk, SandboxAnswer } from '../../contract'
import { badParameter, graphError } from '../answers/errors'
import { listPosts, type Page, type Photo, type Post } from '../state'

const MAX_MESSAGE = 63_206
const PHOTO_LIFE = 24 * 3_600_000
const REPEAT_WINDOW = 10 * 60_000
const MINUTE = 60_000

export type Wish = { page: Page; fields: Record<string, string>; desk: Desk }

export function refusePost({ page, fields, desk }: Wish, photos: (Photo | undefined)[]): SandboxAnswer | null {
  return (
    refuseFlood(page, desk) ??
    refuseText(fields, photos.length) ??
    refuseLink(fields['link'] ?? '', desk) ??
    refuseHour(fields, desk) ??
    refusePhotos(photos, desk.now()) ??
    refuseRepeat({ page, message: fields['message'] ?? '', desk })
  )
}

function refuseText(fields: Record<string, string>, photos: number): SandboxAnswer | null {
  const { message, link } = { message: '', link: '', ...fields }
  if (message === '' && link === '' && photos === 0) return badParameter('You must supply one of message or link')
  return [...message].length > MAX_MESSAGE ? badParameter('Param message is too long') : null
}

/** The page behind a link is fetched when it is posted. */
function refuseLink(link: string, desk: Desk): SandboxAnswer | null {
  if (link === '') return null
  if (/^https?:\/\/([^/]+\.)?facebook\.com\b/.test(link))
    return graphError({ code: 1609008, message: 'Links to facebook.com can not be posted.' })
  if (/\s/.test(link)) return graphError({ code: 2061006, message: 'The url is invalid.' })
  const isReadable = /^https?:\/\//.test(link) && desk.knob('facebook', 'linkFails', 0) === 0
  return isReadable ? null : graphError({ code: 1609005, message: 'The link could not be scraped.' })
}

/** 10 minutes to 30 days ahead, in whole seconds. */
function refuseHour(fields: Record<string, string>, desk: Desk): SandboxAnswer | null {
  const given = fields['scheduled_publish_time']
  if (given === undefined) return null
  const ahead = Number(given) - desk.now().getTime() / 1000
  const isWithin = ahead >= 600 && ahead <= 30 * 86_400
  return isWithin && fields['published'] === 'false'
    ? null
    : badParameter('The specified scheduled publish time is invalid')
}

function refusePhotos(photos: (Photo | undefined)[], now: Date): SandboxAnswer | null {
  const isUsable = (photo: Photo | undefined) => photo && now.getTime() - Date.parse(photo.uploadedAt) < PHOTO_LIFE
  if (!photos.every(isUsable))
    return badParameter('Param attached_media must be ids of unpublished photos of this Page')
  if (photos.some((photo) => photo?.usedBy)) return badParameter('These photos were already posted', 1366051)
  return null
}

/** 506 by default; with the knob `repeatCode` 368 the other answer that is seen. */
function refuseRepeat({ page, message, desk }: { page: Page; message: string; desk: Desk }): SandboxAnswer | null {
  const since = desk.now().getTime() - REPEAT_WINDOW
  const isRepeat = (post: Post) =>
    post.state === 'visible' && post.message === message && Date.parse(post.createdAt) > since
  if (message === '' || !listPosts(desk, page.id).some(isRepeat)) return null
  return desk.knob('facebook', 'repeatCode', 506) === 368
    ? graphError({ code: 368, subcode: 1404082, message: 'It looks like you were posting the same thing again.' })
    : graphError({ code: 506, message: '(#506) Duplicate status message' })
}

/** More posts than the knob `floodPosts` within ten minutes block the Page for `blockMinutes`. 0 switches it off. */
export function refuseFlood(page: Page, desk: Desk): SandboxAnswer | null {
  const most = desk.knob('facebook', 'floodPosts', 0)
  if (most === 0) return null
  const now = desk.now().getTime()
  const recent = listPosts(desk, page.id).filter(({ createdAt }) => now - Date.parse(createdAt) < 10 * MINUTE)
  const until = desk.records.get<number>('facebook.blocks', page.id) ?? 0
  if (now >= until && recent.length < most) return null
  const end = now < until ? until : now + desk.knob('facebook', 'blockMinutes', 60) * MINUTE
  desk.records.put('facebook.blocks', page.id, end)
  return graphError({ code: 368, subcode: 1390008, message: 'You are posting too fast. You are blocked for a while.' })
}
