import { isLate } from '@/publishing/due'
import type { Engine } from '..'
import type { Publication } from '../rows'
import { holdSentences } from '../send/hold'
import { tryTransition, wakeLater } from '../transition'

/** What was held for a reason that is gone goes on, unless it has become late meanwhile: then it waits as late. */
export async function resumeHeld(
  engine: Engine,
  where: { channel?: string; heldBecause: 'paused' | 'channel-paused' | 'channel-not-ready' },
): Promise<void> {
  const found = await engine.rows.find<Publication>('publications', { where: { ...where, state: 'held' } })
  for (const publication of found) {
    const late = { policy: publication.latePolicy, afterMinutes: publication.lateAfterMinutes }
    const mustWait = late.policy === 'hold' && isLate({ now: engine.now(), dueAt: publication.dueAt, late })
    if (mustWait) await wakeLater(engine, publication, { heldBecause: 'late', heldMessage: holdSentences.late })
    else
      await tryTransition(engine, publication, {
        event: 'resume',
        set: { heldBecause: null, heldMessage: null, wakeAt: publication.dueAt },
      })
  }
}
