/** The highest message number of the channel, which no method tells. */
import { z } from 'zod'
import { callTelegram } from '../api'
import { startsWith } from '../failures'
import type { Place } from './scan'

/** As many as `forwardMessages` takes at once. */
const WINDOW = 100
/** So many windows in a row, each twice as far off, must be empty: what deleted posts leave is not that long. */
const MOST_EMPTY = 3

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

/** Doubles the step while there is something, then halves. */
async function lastUsed(isWindowUsed: (window: number) => Promise<boolean>): Promise<number> {
  let low = 0
  let high = 0
  for (let step = 1, empty = 0; empty < MOST_EMPTY; step *= 2) {
    const isUsed = await isWindowUsed(low + step)
    if (isUsed) low += step
    else if (empty === 0) high = low + step
    empty = isUsed ? 0 : empty + 1
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (await isWindowUsed(middle)) low = middle
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
