/** The right to send one publication: a lease in its row, renewed while a long upload runs, and looked at before every request. */
import { addSeconds } from '@/platform/clock'
import type { Also } from '@/platform/database'
import type { Engine } from '..'
import type { Publication } from '../rows'

const LEASE_SECONDS = 90
/** It is renewed every quarter of its time: while all is well, never less than half of it is left. */
const FRESH_SECONDS = LEASE_SECONDS / 2

/** It ran out, and somebody else may have the row: stop, send nothing, write nothing. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

type Writing = {
  /** The next request cannot be taken back. */
  isArming?: boolean
  /** Written in the same transaction, or not at all. */
  also?: readonly Also[]
}

export type Lease = {
  /** Aborts when the lease is lost. */
  signal: AbortSignal
  /** So much of it is left that what is written now need not renew it. */
  isFresh(): boolean
  /** By the clock alone: a process that was stopped and goes on finds out before it sends anything. Aborts the signal. */
  isOver(): boolean
  /** When something was sent under it that cannot be taken back; null before. */
  readonly armedAt: Date | null
  /** Durable, and read from the database. @throws LeaseLost */
  renew(writing?: Writing): Promise<void>
  stop(): void
}

export function leaseEnd({ now }: Pick<Engine, 'now'>): Date {
  return addSeconds(now(), LEASE_SECONDS)
}

/** Of a publication that was just claimed. `stop` ends the renewing, not the lease. */
export function openLease(engine: Engine, publication: Publication): Lease {
  const lost = new AbortController()
  let until = publication.leaseUntil ?? engine.now()
  const lose = (cause: unknown) => lost.abort(cause)
  let armedAt = publication.armedAt
  const renew = async (writing: Writing = {}) => {
    const { leaseUntil, ...armed } = await renewRow(engine, publication, writing)
    until = leaseUntil
    armedAt = armed.armedAt ?? armedAt
  }
  const timer = setInterval(() => void renew().catch(lose), (LEASE_SECONDS * 1000) / 4)
  timer.unref()
  return {
    signal: lost.signal,
    renew,
    get armedAt() {
      return armedAt
    },
    isFresh: () => engine.now() < addSeconds(until, -FRESH_SECONDS),
    isOver: () => {
      const isOver = engine.now() >= until
      if (isOver) lose(new LeaseLost(`lease of ${publication.id} is over`))
      return isOver
    },
    stop: () => clearInterval(timer),
  }
}

/** What was written. */
async function renewRow(
  { rows, now }: Engine,
  publication: Publication,
  { isArming = false, also = [] }: Writing,
): Promise<{ leaseUntil: Date; armedAt?: Date }> {
  const leaseUntil = leaseEnd({ now })
  const armed = isArming ? { armedAt: now(), sends: publication.sends + 1 } : {}
  const where = {
    id: publication.id,
    state: 'sending',
    leaseToken: publication.leaseToken,
    leaseUntil: { above: now() },
  }
  const set = { leaseUntil, wakeAt: leaseUntil, ...armed }
  const held = await rows.setWith('publications', { where, set }, also)
  if (!held) throw new LeaseLost(`lease of ${publication.id} is gone`)
  return set
}
