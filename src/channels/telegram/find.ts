/**
 * Telegram cannot be searched. A bot sees a post of the channel only by forwarding it: we forward into the private ops
 * chat, read the copy and delete it. From the newest post backwards until one is older than the send: that is proof.
 */
import { z } from 'zod'
import type { Call, Draft, Published, SearchKey } from '../contract'
import { callTelegram } from './api'
import { startsWith } from './failures'
import { visibleText } from './html'
import { message, removeMessage, sentParts, toPublished, type Message } from './message'
import { credentials, type TelegramPost } from './options'

const MOST_LOOKS = 60
/** As many as `forwardMessages` takes at once; a gap has to be longer than this to hide what is behind it. */
const WINDOW = 100
/** Telegram's clock and ours may differ. */
const CLOCK_SKEW = 120_000

const forwarded = z.object({
  message_id: z.number(),
  text: z.string().nullish(),
  caption: z.string().nullish(),
  entities: z.array(z.object({ url: z.string().nullish() })).nullish(),
  caption_entities: z.array(z.object({ url: z.string().nullish() })).nullish(),
  /** A post of a channel keeps its own number, chat and date; in a group they are lost, and with them every proof. */
  forward_origin: message.nullable().catch(null),
})

type Forwarded = z.infer<typeof forwarded>
type Wanted = { armedAt: Date; matches(copy: Forwarded): boolean }

export async function find(
  { draft, armedAt }: SearchKey<TelegramPost>,
  call: Call,
): Promise<Published | 'absent' | 'cannot-tell'> {
  const sent = sentParts(call.checkpoints).map((one) => one.message)
  if (sent.length === draft.post.parts.length) return toPublished(sent, call)
  const found = await lookBack(call, { armedAt, matches: (copy) => holds(copy, draft.marker) })
  return typeof found === 'string' ? found : toPublished([...sent, found], call)
}

/** The captioned picture of a post whose text has not been sent yet; null when there is none or no way to tell. */
export async function findFirstPart(
  draft: Draft<TelegramPost>,
  { armedAt, call }: { armedAt: Date; call: Call },
): Promise<Message | null> {
  const caption = visibleText(draft.post.parts[0]?.html ?? '')
  const isOurs = ({ caption: theirs, forward_origin: origin }: Forwarded) =>
    theirs === caption && origin !== null && isSince(origin, armedAt)
  const found = await lookBack(call, { armedAt, matches: isOurs })
  return typeof found === 'string' ? null : found
}

async function lookBack(call: Call, wanted: Wanted): Promise<Message | 'absent' | 'cannot-tell'> {
  const { opsChat } = credentials.parse(call.credentials)
  if (!opsChat || (await isProtected(call))) return 'cannot-tell'
  const newest = await findNewest(call, opsChat)
  if (newest === null) return 'cannot-tell'
  const oldest = Math.max(1, newest - MOST_LOOKS)
  for (let id = newest; id >= oldest; id -= 1) {
    const verdict = judge(await look(call, { opsChat, id }), wanted)
    if (verdict) return verdict
  }
  return oldest === 1 ? 'absent' : 'cannot-tell'
}

/** Null: look further back. */
function judge(copy: Forwarded | null, { armedAt, matches }: Wanted): Message | 'absent' | 'cannot-tell' | null {
  if (!copy) return null
  const origin = copy.forward_origin
  if (!origin) return 'cannot-tell'
  if (matches(copy)) return origin
  return isSince(origin, armedAt) ? null : 'absent'
}

async function isProtected(call: Call): Promise<boolean> {
  const schema = z.object({ has_protected_content: z.boolean().nullish() })
  const chat = await callTelegram(call, { method: 'getChat', payload: { chat_id: call.account }, schema })
  return chat.has_protected_content ?? false
}

async function look(call: Call, { opsChat, id }: { opsChat: string; id: number }): Promise<Forwarded | null> {
  const copy = await callTelegram(call, {
    method: 'forwardMessage',
    payload: { chat_id: opsChat, from_chat_id: call.account, message_id: id, disable_notification: true },
    schema: forwarded.nullable(),
    expected: (description) =>
      startsWith(description, 'message to forward not found') || startsWith(description, "message can't be forwarded")
        ? null
        : undefined,
  })
  if (copy) await removeMessage(call, opsChat, copy.message_id)
  return copy
}

function holds({ text, caption, entities, caption_entities: captionEntities }: Forwarded, marker: string): boolean {
  const links = [...(entities ?? []), ...(captionEntities ?? [])].map(({ url }) => url ?? '')
  return [text ?? '', caption ?? '', ...links].some((place) => place.includes(marker))
}

function isSince({ date }: Message, armedAt: Date): boolean {
  return date * 1000 >= armedAt.getTime() - CLOCK_SKEW
}

const nothingThere = [
  'messages to forward not found',
  'message to forward not found',
  'there are no messages to forward',
]

type Range = { from: number; to: number }

/**
 * The highest message id of the channel. Ids rise by one per post and deleted posts leave gaps, so whole windows are
 * tried. Null when even the first window is empty: then nothing is proven.
 */
async function findNewest(call: Call, opsChat: string): Promise<number | null> {
  const isUsed = (range: Range) => anyExists(call, { opsChat, range })
  const isWindowUsed = (window: number) => isUsed({ from: window * WINDOW + 1, to: (window + 1) * WINDOW })
  if (!(await isWindowUsed(0))) return null
  const window = await lastUsed(isWindowUsed)
  return lastId(isUsed, { from: window * WINDOW + 1, to: (window + 1) * WINDOW })
}

/** Doubles the step while there is something, then halves. */
async function lastUsed(isWindowUsed: (window: number) => Promise<boolean>): Promise<number> {
  let low = 0
  let step = 1
  for (; await isWindowUsed(low + step); step *= 2) low += step
  let high = low + step
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

async function anyExists(call: Call, { opsChat, range }: { opsChat: string; range: Range }): Promise<boolean> {
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
