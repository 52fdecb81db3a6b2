/** What the platform tells the application: signed over the exact bytes, in batches as the real one sends them. */
import { createHmac } from 'node:crypto'
import type { Desk } from '../../contract'
import { getSubscription, subscribedFields } from '../access/subscriptions'
import { APP, getPage, type Post } from '../state'

/** Up to 36 hours, as the documentation says; in seconds of the platform's clock. */
const PAUSES = [1, 10, 60, 600, 3_600, 6 * 3_600, 12 * 3_600]

export type Change = { item: string; verb: 'add' | 'edited' | 'remove'; [name: string]: unknown }

export function tell(desk: Desk, page: string, change: Change): void {
  const subscription = getSubscription(desk)
  if (!subscription?.fields.includes('feed') || !subscribedFields(desk, page).includes('feed')) return
  const time = Math.floor(desk.now().getTime() / 1000)
  const value = { created_time: time, ...change }
  const body = JSON.stringify({ object: 'page', entry: [{ id: page, time, changes: [{ field: 'feed', value }] }] })
  const signature = createHmac('sha256', APP.secret).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` }
  desk.deliver({ platform: 'facebook', url: subscription.url, headers, body, pauses: PAUSES })
}

export function tellAboutPost(desk: Desk, post: Post, verb: Change['verb']): void {
  const page = { id: post.page, name: getPage(desk, post.page)?.name ?? '' }
  const published = post.state === 'hidden' ? 0 : 1
  const common = { item: itemOf(post), verb, post_id: post.id, from: page }
  tell(desk, post.page, verb === 'remove' ? common : { ...common, message: post.message, published, ...detail(post) })
}

function itemOf({ film, photos, link }: Post): string {
  if (film) return 'video'
  if (photos.length > 0) return 'photo'
  return link ? 'share' : 'status'
}

function detail({ film, photos, link }: Post): Record<string, unknown> {
  if (film) return { video_id: film }
  if (photos[0]) return { photo_id: photos[0] }
  return link ? { link } : {}
}
