import { decideDue, type DueDecision, type StopReason } from '@/publishing/due'
import { hashSnapshot } from '@/publishing/snapshot'
import type { Engine } from '..'
import type { ChannelRow, Publication } from '../rows'

type Case = {
  publication: Publication
  channel: ChannelRow
  /** Its own when left out. */
  dueAt?: Date
  /** Of `findStop`: read once for what is decided together. */
  stop: StopReason | null
}

/** What to do with a publication on its channel, as both are known. */
export function decide({ now }: Engine, { publication, channel, dueAt, stop }: Case): DueDecision {
  const { snapshot, approvedHash, latePolicy, lateAfterMinutes } = publication
  return decideDue({
    now: now(),
    dueAt: dueAt ?? publication.dueAt,
    late: { policy: latePolicy, afterMinutes: lateAfterMinutes },
    stop,
    channel: channel.state === 'attention' && channel.brokenAt ? 'broken' : channel.state,
    isApprovedSnapshot: snapshot !== null && hashSnapshot(snapshot) === approvedHash,
  })
}
