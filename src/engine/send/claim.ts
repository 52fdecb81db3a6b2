import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { fingerprint } from '@/publishing/snapshot'
import type { Engine } from '..'
import type { Attempt, Publication } from '../rows'
import { tryTransition } from '../transition'
import { leaseEnd } from './lease'

const workerName = `${hostname()}:${process.pid}`

/** Takes a scheduled publication for this worker, or null when somebody else did. */
export async function claim(engine: Engine, publication: Publication): Promise<Publication | null> {
  const until = leaseEnd(engine)
  return tryTransition(engine, publication, {
    event: 'claim',
    set: {
      leaseToken: randomUUID(),
      leaseUntil: until,
      wakeAt: until,
      armedAt: null,
      retryAt: null,
      looks: 0,
      absentSince: null,
      witnessedAt: null,
      attemptNumber: publication.attemptNumber + 1,
    },
    detail: { worker: workerName },
  })
}

/** The attempt row exists before anything is sent. */
export async function startAttempt(
  engine: Engine,
  publication: Publication,
): Promise<{ attempt: Attempt; earlier: Attempt[] }> {
  const earlier = await readAttempts(engine, publication)
  const row = {
    publication: publication.id,
    organization: publication.organization,
    number: publication.attemptNumber,
    startedAt: engine.now(),
    steps: [],
    fingerprint: fingerprint(publication.snapshot?.draft.text ?? ''),
    worker: workerName,
  }
  const id = await engine.rows.insert('attempts', row)
  return { attempt: { ...row, id }, earlier }
}

export async function readAttempts(engine: Engine, publication: Publication): Promise<Attempt[]> {
  return engine.rows.find<Attempt>('attempts', { where: { publication: publication.id }, sort: 'number' })
}

export async function endAttempt(
  engine: Engine,
  attempt: Attempt,
  {
    outcome,
    httpStatus = null,
    answer = null,
  }: { outcome: string; httpStatus?: number | null; answer?: string | null },
): Promise<void> {
  await engine.rows.update('attempts', { id: attempt.id }, { endedAt: engine.now(), outcome, httpStatus, answer })
}
