import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { fingerprint } from '@/publishing/snapshot'
import type { Also, Change } from '@/platform/database'
import type { Engine } from '..'
import type { Attempt, Publication } from '../rows'
import { tryTransition } from '../transition'
import { leaseEnd } from './lease'

const workerName = `${hostname()}:${process.pid}`

export type Claimed = { publication: Publication; attempt: Attempt; earlier: Attempt[] }

/** Takes a scheduled publication for this worker, its attempt written with it; null when somebody else did. */
export async function claim(engine: Engine, waiting: Publication): Promise<Claimed | null> {
  const until = leaseEnd(engine)
  const attemptNumber = waiting.attemptNumber + 1
  const attempt = newAttempt(engine, { ...waiting, attemptNumber })
  const set = {
    leaseToken: randomUUID(),
    leaseUntil: until,
    wakeAt: until,
    armedAt: null,
    retryAt: null,
    looks: 0,
    absentSince: null,
    witnessedAt: null,
    attemptNumber,
  }
  const publication = await tryTransition(engine, waiting, {
    event: 'claim',
    set,
    detail: { worker: workerName },
    also: [{ slug: 'attempts', row: attempt }],
  })
  if (!publication) return null
  const earlier = attemptNumber > 1 ? await readAttempts(engine, publication, attemptNumber) : []
  return { publication, attempt, earlier }
}

function newAttempt(engine: Engine, { id, organization, attemptNumber, snapshot }: Publication) {
  return {
    id: engine.rows.newId(),
    publication: id,
    organization,
    number: attemptNumber,
    startedAt: engine.now(),
    steps: [],
    fingerprint: fingerprint(snapshot?.draft.text ?? ''),
    worker: workerName,
  }
}

/** Those before number `before`, or all. */
export async function readAttempts({ rows }: Engine, { id }: Publication, before?: number): Promise<Attempt[]> {
  const earlier = before === undefined ? {} : { number: { atMost: before - 1 } }
  return rows.find<Attempt>('attempts', { where: { publication: id, ...earlier }, sort: 'number' })
}

/** Both at once; when the row has moved on without us, what this attempt came to is true all the same. */
export async function endWith(
  engine: Engine,
  { attempt, ending }: { attempt: Attempt; ending: Ending },
  move: (also: readonly Also[]) => Promise<Publication | null>,
): Promise<void> {
  const moved = await move([ended(engine, attempt, ending)])
  if (!moved) await endAttempt(engine, attempt, ending)
}

type Ending = { outcome: string; httpStatus?: number | null; answer?: string | null }

function ended(
  engine: Engine,
  { id }: Attempt,
  { outcome, httpStatus = null, answer = null }: Ending,
): Extract<Also, Change> {
  return { slug: 'attempts', where: { id }, set: { endedAt: engine.now(), outcome, httpStatus, answer } }
}

export async function endAttempt(engine: Engine, attempt: Attempt, ending: Ending): Promise<void> {
  const { slug, where, set } = ended(engine, attempt, ending)
  await engine.rows.set(slug, where, set)
}
