import type { Processing, Published } from '@/channels/contract'
import { addSeconds } from '@/platform/clock'
import { nextSampleAt } from '@/reach/schedule'
import type { Engine } from '..'
import type { Publication } from '../rows'
import { readPublication, tryTransition } from '../transition'

/** Live: remote id, address, hour; the first measurement follows. */
export async function recordPublished(
  engine: Engine,
  publication: Publication,
  live: Published,
): Promise<Publication | null> {
  return tryTransition(engine, publication, {
    event: 'publish',
    set: {
      remoteId: live.remoteId,
      remoteUrl: live.url,
      publishedAt: live.publishedAt,
      remarks: live.remarks?.length ? live.remarks : null,
      wakeAt: nextSampleAt(engine.now(), 0),
      leaseToken: null,
      leaseUntil: null,
      failureKind: null,
      failureCode: null,
      failureMessage: null,
    },
    detail: { remoteId: live.remoteId, url: live.url },
  })
}

export async function recordProcessing(
  engine: Engine,
  publication: Publication,
  { ticket, lookAgainIn }: Processing,
): Promise<Publication | null> {
  // An attempt that found its upload finished never armed; the time it may take still has a beginning.
  const armedAt = (await readPublication(engine, publication.id))?.armedAt ?? engine.now()
  return tryTransition(engine, publication, {
    event: 'process',
    set: {
      ticket,
      armedAt,
      wakeAt: addSeconds(engine.now(), lookAgainIn),
      leaseToken: null,
      leaseUntil: null,
      looks: 0,
    },
  })
}
