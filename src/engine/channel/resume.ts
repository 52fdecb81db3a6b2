import { type HoldReason, isLate } from '@/publishing/due'
import type { Engine } from '..'
import type { Publication } from '../rows'
import { holdSentences } from '../send/hold'
import { tryTransition, wakeLater } from '../transition'
import { findStop } from './stops'

/** What may stand against a channel as a whole. */
type ChannelReason = Extract<HoldReason, `channel-${string}`>

/** What was held for a reason that is gone goes on, unless it has become late meanwhile: then it waits as late. */
export async function resumeHeld(engine: Engine, channel: string, reasons: readonly ChannelReason[]): Promise<void> {
  const where = { channel, state: 'held', heldBecause: { in: reasons } }
  const found = await engine.rows.find<Publication>('publications', { where })
  for (const publication of found) await goOn(engine, publication)
}

/** After a pause has ended: what another pause still stops goes on waiting, for that reason. */
export async function resumeStopped(engine: Engine): Promise<void> {
  const where = { state: 'held', heldBecause: { in: ['paused', 'organization-paused'] } }
  for (const publication of await engine.rows.find<Publication>('publications', { where })) {
    const stop = await findStop(engine, publication)
    if (!stop) await goOn(engine, publication)
    else await wakeLater(engine, publication, { heldBecause: stop, heldMessage: holdSentences[stop] })
  }
}

async function goOn(engine: Engine, publication: Publication): Promise<void> {
  const late = { policy: publication.latePolicy, afterMinutes: publication.lateAfterMinutes }
  const mustWait = late.policy === 'hold' && isLate({ now: engine.now(), dueAt: publication.dueAt, late })
  if (mustWait) await wakeLater(engine, publication, { heldBecause: 'late', heldMessage: holdSentences.late })
  else
    await tryTransition(engine, publication, {
      event: 'resume',
      set: { heldBecause: null, heldMessage: null, wakeAt: publication.dueAt },
    })
}
