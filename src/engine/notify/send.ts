/**
 * Notifications on their way out, by mail and by messenger. "Sent" is written before the sending begins: a worker that is
 * killed in between has lost one mail, which stands in the admin all the same, and nobody ever gets one twice.
 */
import { addSeconds } from '@/platform/clock'
import type { Engine } from '..'
import { type Letter, sendMail, sendWord, wasNotSent } from './post-office'

type Waiting = {
  id: string
  person: string | null
  contact: string | null
  sentence: string
  link: string
  at: Date
  readAt: Date | null
  sendAt: Date
  tries: number
}

const MOST_AT_ONCE = 500
const MOST_TRIES = 5

/** All that waits for one person leaves as one mail. */
export async function sendWaiting(engine: Engine): Promise<number> {
  const waiting = await readWaiting(engine)
  const addressees = [...new Set(waiting.map(addresseeOf))]
  for (const addressee of addressees)
    await sendTo(
      engine,
      waiting.filter((one) => addresseeOf(one) === addressee),
    )
  return addressees.length
}

export async function isSomethingWaiting({ rows, now }: Engine): Promise<boolean> {
  const [first] = await rows.find('notifications', { where: due(now()), select: ['kind'], limit: 1 })
  return first !== undefined
}

function readWaiting({ rows, now }: Engine): Promise<Waiting[]> {
  return rows.find<Waiting>('notifications', { where: due(now()), sort: 'sendAt', limit: MOST_AT_ONCE })
}

function due(now: Date) {
  return { sendAt: { atMost: now } }
}

function addresseeOf({ person, contact }: Waiting): string {
  return person ?? contact ?? ''
}

async function sendTo(engine: Engine, waiting: readonly Waiting[]): Promise<void> {
  const claimed: Waiting[] = []
  for (const one of waiting) if (await claim(engine, one)) claimed.push(one)
  // Who has read it in the admin meanwhile needs no mail.
  const unread = claimed.filter(({ readAt }) => readAt === null)
  const [first] = unread
  if (!first) return
  const letter: Letter = { lines: unread.map(({ sentence, link, at }) => ({ sentence, link, at })) }
  try {
    if (first.person) await sendMail(engine, first.person, letter)
    else if (first.contact) await sendWord(engine, first.contact, letter)
  } catch (cause) {
    await putBack(engine, unread, cause)
  }
}

async function claim({ rows, now }: Engine, { id, sendAt }: Waiting): Promise<boolean> {
  return (await rows.update('notifications', { id, sendAt }, { sendAt: null, sentAt: now() })) !== null
}

/** Only what was certainly not taken is sent again. */
async function putBack(engine: Engine, waiting: readonly Waiting[], cause: unknown): Promise<void> {
  const isCertain = wasNotSent(cause)
  const problem = cause instanceof Error ? cause.message : String(cause)
  engine.log.warn({ err: problem, isCertain, count: waiting.length }, 'notifications could not be sent')
  for (const { id, tries } of waiting) {
    const isToRetry = isCertain && tries + 1 < MOST_TRIES
    const again = isToRetry ? { sendAt: addSeconds(engine.now(), 60 * 2 ** tries), sentAt: null } : {}
    await engine.rows.update('notifications', { id }, { ...again, tries: tries + 1, problem: problem.slice(0, 300) })
  }
}
