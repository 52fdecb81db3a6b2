import { decideDue, type DueDecision, type StopReason } from '@/publishing/due'
import { hashSnapshot } from '@/publishing/snapshot'
import type { Engine } from '..'
import { findStop } from '../channel/stops'
import type { ChannelRow, Publication } from '../rows'

type Case = {
  publication: Publication
  channel: ChannelRow
  /** Its own when left out. */
  dueAt?: Date
  /** As it was read a moment ago for many; asked for when left out. */
  stop?: StopReason | null
}

/** What to do with a publication on its channel, as both stand now. */
export async function decide(engine: Engine, { publication, channel, dueAt, stop }: Case): Promise<DueDecision> {
  const { snapshot, approvedHash, latePolicy, lateAfterMinutes } = publication
  return decideDue({
    now: engine.now(),
    dueAt: dueAt ?? publication.dueAt,
    late: { policy: latePolicy, afterMinutes: lateAfterMinutes },
    stop: stop === undefined ? await findStop(engine, channel) : stop,
    channel: channel.state === 'attention' && channel.brokenAt ? 'broken' : channel.state,
    isApprovedSnapshot: snapshot !== null && hashSnapshot(snapshot) === approvedHash,
  })
}
