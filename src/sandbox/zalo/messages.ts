/** Broadcasts: taken for review, never listed; and words to one person. The log is the only witness of what went out. */
import { z } from 'zod'
import { parseJson } from '../body'
import type { Desk, SandboxAnswer } from '../contract'
import { failed, ok } from './answers'
import type { Asked } from './articles'
import { turned } from './knobs'
import { getArticle, nextId } from './state'

export type Broadcast = { id: string; account: string; articles: string[]; target: Record<string, unknown>; at: string }

const message = z.object({
  recipient: z.object({ target: z.record(z.string(), z.unknown()) }),
  message: z.object({
    attachment: z.object({
      type: z.literal('template'),
      payload: z.object({
        template_type: z.literal('media'),
        elements: z
          .array(z.object({ media_type: z.literal('article'), attachment_id: z.string().min(1) }))
          .min(1)
          .max(5),
      }),
    }),
  }),
})

export function sendBroadcast(asked: Asked): SandboxAnswer {
  const { account, request, desk } = asked
  const parsed = message.safeParse(parseJson(request))
  if (!parsed.success) return failed(-201, `${parsed.error.issues[0]?.path.join('.') ?? 'message'} is invalid`)
  const { target } = parsed.data.recipient
  const articles = parsed.data.message.attachment.payload.elements.map(({ attachment_id: id }) => id)
  const refusal = refuse(asked, { target, articles })
  if (refusal) return refusal
  const sent = { id: nextId(desk, 'message'), account: account.id, articles, target, at: desk.now().toISOString() }
  desk.records.put('zalo.broadcasts', sent.id, sent satisfies Broadcast)
  // No text: the articles have been told already, and a broadcast is no second post.
  desk.log({ platform: 'zalo', call: 'oa.broadcast', account: account.id, id: sent.id, text: '', articles, target })
  return ok({ message_id: sent.id })
}

type Wanted = { target: Record<string, unknown>; articles: string[] }

function refuse({ account, desk }: Asked, { target, articles }: Wanted): SandboxAnswer | null {
  if (turned(desk, 'verified') === 0) return failed(-221, 'OA is not verified')
  if (turned(desk, 'package') < 2) return failed(-224, 'OA must upgrade package to use this feature')
  const wrong = findWrongTarget(desk, target)
  if (wrong) return failed(-201, `target.${wrong} is invalid`)
  const isThere = (id: string) => getArticle(desk, { account: account.id, id })?.status === 'show'
  if (!articles.every(isThere)) return failed(-201, 'attachment_id is invalid')
  if (isNight(desk.now())) return failed(-234, 'Message is not allowed between 22:00 and 06:00')
  const used = countThisMonth(desk, account.id)
  if (used >= turned(desk, 'broadcastQuota')) return failed(-211, 'OA has reached the quota of this feature')
  return used >= turned(desk, 'receiveQuota') ? failed(-218, 'User has reached the receive quota') : null
}

/** Codes from 0 up to this. */
const CODES: Readonly<Record<string, [number, number]>> = {
  ages: [0, 7],
  gender: [0, 2],
  locations: [0, 2],
  cities: [0, 63],
  platform: [1, 3],
}

function findWrongTarget(desk: Desk, target: Record<string, unknown>): string | null {
  const isRight = ([name, value]: [string, unknown]) => {
    const [least, most] = CODES[name] ?? [1, 0]
    return codesOf(desk, value).every((code) => code >= least && code <= most)
  }
  return Object.entries(target).find((entry) => !isRight(entry))?.[0] ?? null
}

/** Documentation shows text, the SDK numbers, others lists: the knob sets which of them this Zalo reads. */
function codesOf(desk: Desk, value: unknown): number[] {
  const shape = turned(desk, 'targetAs')
  if (shape === 0 && typeof value === 'string' && /^\d+(,\d+)*$/.test(value)) return value.split(',').map(Number)
  if (shape === 1 && typeof value === 'number') return [value]
  if (shape === 2 && Array.isArray(value)) return value.map(Number)
  return [Number.NaN]
}

export function isNight(now: Date): boolean {
  const hour = (now.getUTCHours() + 7) % 24
  return hour >= 22 || hour < 6
}

export function readQuota({ account, desk }: Asked): SandboxAnswer {
  const total = turned(desk, 'broadcastQuota')
  const amounts = { type: 'promotion', remain: Math.max(0, total - countThisMonth(desk, account.id)), total }
  if (turned(desk, 'quotaInside') === 1) return ok(amounts)
  return { status: 200, body: { ...amounts, error: 0, message: 'Success' } }
}

export function listBroadcasts(desk: Desk): Broadcast[] {
  return desk.records.list<Broadcast>('zalo.broadcasts')
}

function countThisMonth(desk: Desk, account: string): number {
  const month = desk.now().toISOString().slice(0, 7)
  return listBroadcasts(desk).filter((sent) => sent.account === account && sent.at.startsWith(month)).length
}

const word = z.object({
  recipient: z.object({ user_id: z.string().min(1) }),
  message: z.object({ text: z.string().min(1).max(2_000) }),
})

/** Who has written to an OA, and when last. */
export type Writer = { id: string; account: string; at: string }

const WINDOW_MS = 7 * 86_400_000

/** To who has written within seven days; no post, so that it stands in the log alone. */
export function tellPerson({ account, request, desk }: Asked): SandboxAnswer {
  const parsed = word.safeParse(parseJson(request))
  if (!parsed.success) return failed(-201, `${parsed.error.issues[0]?.path.join('.') ?? 'message'} is invalid`)
  const { recipient, message: said } = parsed.data
  const writer = desk.records.get<Writer>('zalo.writers', recipient.user_id)
  if (writer?.account !== account.id) return failed(-213, 'User has not followed OA')
  if (desk.now().getTime() - new Date(writer.at).getTime() > WINDOW_MS)
    return failed(-230, 'User has not interacted with the OA in the past 7 days')
  const id = nextId(desk, 'message')
  desk.log({ platform: 'zalo', call: 'oa.tell', account: account.id, id, to: writer.id, text: said.text })
  return ok({ message_id: id, user_id: writer.id, sent_time: String(desk.now().getTime()) })
}
