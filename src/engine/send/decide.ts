import { decideDue, type DueDecision } from '@/publishing/due'
import { hashSnapshot } from '@/publishing/snapshot'
import type { Engine } from '..'
import { findStop } from '../channel/stops'
import type { ChannelRow, Publication } from '../rows'

type Case = {
  publication: Publication
  channel: ChannelRow
  /** Its own when left out. */
  dueAt?: Date
}

/** What to do with a publication on its channel, as both stand now. */
export async function decide(engine: Engine, { publication, channel, dueAt }: Case): Promise<DueDecision> {
  const { snapshot, approvedHash, latePolicy, lateAfterMinutes } = publication
  return decideDue({
    now: engine.now(),
    dueAt: dueAt ?? publication.dueAt,
    late: { policy: latePolicy, afterMinutes: lateAfterMinutes },
    stop: await findStop(engine, channel),
    channel: channel.state === 'attention' && channel.brokenAt ? 'broken' : channel.state,
    isApprovedSnapshot: snapshot !== null && hashSnapshot(snapshot) === approvedHash,
  })
}
