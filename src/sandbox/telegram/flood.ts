/** How fast one chat may be written to: a bucket that fills by the sandbox's clock. An album counts as what it holds. */
import type { Desk } from '../contract'
import { TelegramRefusal } from './answers'
import type { Chat } from './chats'

/** Moments in milliseconds. */
type Bucket = { left: number; at: number; closedUntil: number }

export const floodKnob = { label: 'Số tin tối đa mỗi phút vào một kênh (0 = không giới hạn)', fallback: 0 }

/** @throws TelegramRefusal 429 with the seconds to wait, and the same for everything else into this chat until then. */
export function spendFlood(desk: Desk, { id }: Chat, items: number): void {
  const perMinute = desk.knob('telegram', 'messagesPerMinute', floodKnob.fallback)
  if (perMinute <= 0) return
  const now = desk.now()
  const bucket = desk.records.get<Bucket>('telegram.buckets', String(id)) ?? { left: perMinute, at: 0, closedUntil: 0 }
  const wait = Math.ceil(secondsBetween(now.getTime(), bucket.closedUntil))
  if (wait > 0) throw tooMany(wait)
  const left = Math.min(perMinute, bucket.left + (secondsBetween(bucket.at, now.getTime()) * perMinute) / 60)
  const missing = Math.min(items, perMinute) - left
  const pause = missing > 0 ? Math.ceil((missing * 60) / perMinute) : 0
  const next = pause > 0 ? { left, closedUntil: now.getTime() + pause * 1000 } : { left: left - items, closedUntil: 0 }
  desk.records.put('telegram.buckets', String(id), { ...next, at: now.getTime() } satisfies Bucket)
  if (pause > 0) throw tooMany(pause)
}

export function tooMany(seconds: number): TelegramRefusal {
  return new TelegramRefusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
}

function secondsBetween(from: number, to: number): number {
  return (to - from) / 1000
}
