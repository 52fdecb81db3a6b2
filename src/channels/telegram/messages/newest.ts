/** The highest message number of the channel, which no method tells. */
import { z } from 'zod'
import { callTelegram } from '../api'
import { startsWith } from '../failures'
import type { Place } from './scan'

/** As many as `forwardMessages` takes at once. */
const WINDOW = 100
/** So many windows behind the last one in use must be empty: deleted posts do not leave a gap that long. */
const EMPTY_WINDOWS = 5

const nothingThere = [
  'messages to forward not found',
  'message to forward not found',
  'there are no messages to forward',
]

type Range = { from: number; to: number }

/**
 * Numbers rise by one per post and deleted posts leave gaps, so whole windows are tried. Null when even the first window
 * is empty: then nothing is proven.
 */
export async function findNewest(place: Place, above: number): Promise<number | null> {
  const isUsed = (range: Range) => anyExists(place, range)
  const start = Math.max(0, above - 1)
  const rangeOf = (window: number) => ({ from: start + window * WINDOW + 1, to: start + (window + 1) * WINDOW })
  const isWindowUsed = (window: number) => isUsed(rangeOf(window))
  if (!(await isWindowUsed(0))) return null
  return lastId(isUsed, rangeOf(await lastUsed(isWindowUsed)))
}

type Probe = (window: number) => Promise<boolean>

/** The last window in use, from one that is: behind it a gap may end, so a few more are looked at. */
async function lastUsed(isUsed: Probe, from = 0): Promise<number> {
  const last = await gallop(isUsed, from)
  for (let window = last + 1; window <= last + EMPTY_WINDOWS; window += 1)
    if (await isUsed(window)) return lastUsed(isUsed, window)
  return last
}

/** Doubles the step while there is something, then halves. */
async function gallop(isUsed: Probe, from: number): Promise<number> {
  let low = from
  let step = 1
  for (; await isUsed(low + step); step *= 2) low += step
  let high = low + step
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (await isUsed(middle)) low = middle
    else high = middle
  }
  return low
}

async function lastId(isUsed: (range: Range) => Promise<boolean>, { from, to }: Range): Promise<number> {
  let low = from
  let high = to
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (await isUsed({ from: middle, to: high })) low = middle
    else high = middle - 1
  }
  return low
}

async function anyExists({ call, opsChat }: Place, range: Range): Promise<boolean> {
  const ids = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index)
  const copies = await callTelegram(call, {
    method: 'forwardMessages',
    payload: { chat_id: opsChat, from_chat_id: call.account, message_ids: ids, disable_notification: true },
    schema: z.array(z.object({ message_id: z.number() })),
    expected: (description) => (nothingThere.some((beginning) => startsWith(description, beginning)) ? [] : undefined),
  })
  if (copies.length === 0) return false
  const payload = { chat_id: opsChat, message_ids: copies.map(({ message_id: id }) => id) }
  await callTelegram(call, { method: 'deleteMessages', payload, schema: z.boolean() })
  return true
}
