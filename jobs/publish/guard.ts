import type { Engine } from '@/engine'
import type { ChannelRow, Publication } from '@/engine/rows'
import { decide } from '@/engine/send/decide'
import { hold, holdForProblems } from '@/engine/send/hold'
import { problemsBeforeSending } from '@/engine/send/inspect'
import type { StopReason } from '@/publishing/due'
import { tryTransition } from '@/engine/transition'
import type { Outcome } from '../runtime/definition'

export type Around = { channel: ChannelRow; stop: StopReason | null }

/** What stands against sending now; the reason is on the row before this returns. Null when nothing does. */
export async function guard(engine: Engine, waiting: Publication, around: Around): Promise<Outcome | null> {
  const decision = decide(engine, { publication: waiting, ...around })
  switch (decision.do) {
    case 'wait':
      return { skipped: 'not due' }
    case 'hold':
      await hold(engine, waiting, decision.because)
      return { skipped: `held: ${decision.because}` }
    case 'cancel':
      await tryTransition(engine, waiting, { event: 'cancel', set: { wakeAt: null }, detail: { because: 'late' } })
      return { skipped: 'cancelled: late' }
    case 'send':
      return inspectOnceMore(engine, waiting)
  }
}

/** The rules of today and the files of today: weeks may lie between the approval and the hour. */
async function inspectOnceMore(engine: Engine, waiting: Publication): Promise<Outcome | null> {
  const problems = await problemsBeforeSending(engine, waiting)
  if (problems.length === 0) return null
  await holdForProblems(engine, waiting, problems)
  return { skipped: 'held: inspection' }
}
