/**
 * Telegram cannot be searched. A bot sees a post of the channel only by forwarding it: we forward into the private ops
 * chat, read the copy and delete it. From the newest post backwards until one is older than the send: that is proof.
 */
import { z } from 'zod'
import type { Call } from '../../contract'
import { callTelegram } from '../api'
import { startsWith } from '../failures'
import { credentials } from '../options'
import { message, removeMessage, type Message } from './message'
import { findNewest } from './newest'
import { isWanted, type Seen, type Wanted } from './wanted'

const MOST_LOOKS = 60
/** Telegram's clock and ours may differ. */
const CLOCK_SKEW = 120_000

const entities = z.array(z.object({ url: z.string().nullish() })).nullish()

const forwarded = z.object({
  message_id: z.number(),
  text: z.string().nullish(),
  caption: z.string().nullish(),
  entities,
  caption_entities: entities,
  poll: z.object({ id: z.string(), question: z.string(), options: z.array(z.object({ text: z.string() })) }).nullish(),
  /** A post of a channel keeps its own number, chat and date; in a group they are lost, and with them every proof. */
  forward_origin: message.nullable().catch(null),
})

type Forwarded = z.infer<typeof forwarded>

export type Place = { call: Call; opsChat: string }

/** Only messages with a number above `above` are looked at. */
type Search = Wanted & { above: number }

export async function search(call: Call, wanted: Search): Promise<Message[] | 'absent' | 'cannot-tell'> {
  const { opsChat } = credentials.parse(call.credentials)
  return !opsChat || (await isProtected(call)) ? 'cannot-tell' : scan({ call, opsChat }, wanted)
}

async function isProtected(call: Call): Promise<boolean> {
  const schema = z.object({ has_protected_content: z.boolean().nullish() })
  const chat = await callTelegram(call, { method: 'getChat', payload: { chat_id: call.account }, schema })
  return chat.has_protected_content ?? false
}

async function scan(place: Place, wanted: Search): Promise<Message[] | 'absent' | 'cannot-tell'> {
  const newest = await findNewest(place, wanted.above)
  if (newest === null) return 'cannot-tell'
  const oldest = Math.max(wanted.above + 1, newest - MOST_LOOKS)
  const later: Message[] = []
  for (let id = newest; id >= oldest; id -= 1) {
    const copy = await look(place, id)
    const verdict = copy ? judge(copy, wanted, later) : null
    if (verdict) return verdict
  }
  return oldest === wanted.above + 1 ? 'absent' : 'cannot-tell'
}

/** Null: look further back, with this one in mind. */
function judge(copy: Forwarded, wanted: Wanted, later: Message[]): Message[] | 'absent' | 'cannot-tell' | null {
  const origin = copy.forward_origin
  if (!origin) return 'cannot-tell'
  if (!isSince(origin, wanted.armedAt)) return 'absent'
  if (isWanted(wanted, seen(copy))) return together({ ...origin, poll: copy.poll ?? null }, later, wanted.size)
  later.unshift(origin)
  return null
}

/** The messages of an album get numbers that follow each other; its words stand under the first. */
function together(first: Message, later: readonly Message[], size: number): Message[] {
  const last = first.message_id + size - 1
  return [first, ...later.filter(({ message_id: id }) => id > first.message_id && id <= last)]
}

async function look({ call, opsChat }: Place, id: number): Promise<Forwarded | null> {
  const copy = await callTelegram(call, {
    method: 'forwardMessage',
    payload: { chat_id: opsChat, from_chat_id: call.account, message_id: id, disable_notification: true },
    schema: forwarded.nullable(),
    expected: (description) => (notThere.some((beginning) => startsWith(description, beginning)) ? null : undefined),
  })
  if (copy) await removeMessage(call, opsChat, copy.message_id)
  return copy
}

/** One that may not be passed on is none of ours: a post with that mark is never looked for. */
const notThere = ['message to forward not found', "message can't be forwarded", 'message has protected content']

function seen({ text, caption, poll, ...marks }: Forwarded): Seen {
  const links = [...(marks.entities ?? []), ...(marks.caption_entities ?? [])].map(({ url }) => url ?? '')
  const asked = poll ? [poll.question, ...poll.options.map((option) => option.text)].join(' ') : ''
  return { words: text ?? caption ?? asked, links }
}

function isSince({ date }: Message, armedAt: string): boolean {
  return date * 1000 >= new Date(armedAt).getTime() - CLOCK_SKEW
}
