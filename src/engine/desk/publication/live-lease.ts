/** One change at a time of what is live: an older version must not arrive after a newer one, nor after its withdrawal. */
import { randomUUID } from 'node:crypto'
import { addSeconds } from '@/platform/clock'
import type { Engine } from '../..'
import type { Publication } from '../../rows'

const LEASE_SECONDS = 120

/** Null when somebody else changes it at this moment, or it has moved on. */
export async function takeLive({ rows, now }: Engine, { id, revision }: Publication): Promise<Publication | null> {
  const set = { leaseToken: randomUUID(), leaseUntil: addSeconds(now(), LEASE_SECONDS) }
  const known = { id, state: 'published', revision }
  return (
    (await rows.update<Publication>('publications', { ...known, leaseUntil: null }, set)) ??
    (await rows.update<Publication>('publications', { ...known, leaseUntil: { atMost: now() } }, set))
  )
}

export async function giveBackLive({ rows }: Engine, { id, leaseToken }: Publication): Promise<void> {
  await rows.set('publications', { id, leaseToken }, withoutLease)
}

export const withoutLease = { leaseToken: null, leaseUntil: null }
