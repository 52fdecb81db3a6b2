/** What the checkpoints tell of a send that was broken off: each part is up, on its way, open, or was never sent. */
import { z } from 'zod'
import { ARMED, type Call, type Checkpoint } from '../../contract'
import { message, type Sent } from './message'

export const SENT = 'sent'
/** Taken by the server, which shows it later and names no message. */
export const QUEUED = 'queued'
/** Proven: the request had no effect. */
export const NOT_SENT = 'not-sent'
export const TAKEN_BACK = 'taken-back'
export const PINNED = 'pinned'

export type Waiting = { part: number; armedAt: string }

export type Progress = {
  sent: Sent[]
  queued: Waiting[]
  /** Armed, and nobody knows what came of it; at most one, as parts go out one after the other. */
  open: Waiting | null
  isPinned: boolean
}

const place = z.object({ part: z.number() })
const stored = place.extend({ messages: z.array(message), mark: z.string() })

export function readProgress(checkpoints: readonly Checkpoint[]): Progress {
  const from = checkpoints.findLastIndex(({ step }) => step === TAKEN_BACK) + 1
  const progress: Progress = { sent: [], queued: [], open: null, isPinned: false }
  for (const checkpoint of checkpoints.slice(from)) take(progress, checkpoint)
  return progress
}

function take(progress: Progress, { step, at, data }: Checkpoint): void {
  if (step === ARMED) progress.open = { ...place.parse(data), armedAt: at }
  if (step === PINNED) progress.isPinned = true
  if (step === NOT_SENT) progress.open = null
  if (step === SENT) {
    const sent = stored.parse(data)
    progress.sent.push(sent)
    progress.queued = progress.queued.filter(({ part }) => part !== sent.part)
    progress.open = null
  }
  if (step === QUEUED && progress.open) {
    progress.queued.push(progress.open)
    progress.open = null
  }
}

export async function noteSent(call: Call, sent: Sent): Promise<void> {
  await call.checkpoint(SENT, { part: sent.part, mark: sent.mark, messages: sent.messages })
}

/** Messages get rising numbers: what is still missing stands above everything that is up. */
export function highestId(sent: readonly Sent[]): number {
  return Math.max(0, ...sent.flatMap(({ messages }) => messages.map(({ message_id: id }) => id)))
}
