import type { Processing, Published } from '@/channels/contract'
import { addSeconds } from '@/platform/clock'
import type { Also } from '@/platform/database'
import { nextSampleAt } from '@/reach/schedule'
import type { Engine } from '..'
import type { Publication } from '../rows'
import { tryTransition } from '../transition'

/** What is written in the same transaction. */
type Together = { also?: readonly Also[] }

/** Live: remote id, address, hour; the first measurement follows. */
export async function recordPublished(
  engine: Engine,
  publication: Publication,
  { also = [], ...live }: Published & Together,
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
    also,
  })
}

export async function recordProcessing(
  engine: Engine,
  publication: Publication,
  { ticket, lookAgainIn, also = [] }: Processing & Together,
): Promise<Publication | null> {
  return tryTransition(engine, publication, {
    event: 'process',
    set: {
      ticket,
      // An attempt that found its upload finished never armed; the time it may take still has a beginning.
      armedAt: publication.armedAt ?? engine.now(),
      wakeAt: addSeconds(engine.now(), lookAgainIn),
      leaseToken: null,
      leaseUntil: null,
      looks: 0,
    },
    also,
  })
}
