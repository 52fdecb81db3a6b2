/** Who works, by their heartbeats. */
import { addSeconds } from '@/platform/clock'
import type { Engine } from '..'

export const MISSING_SECONDS = 60

/** A machine that is further off than this is told about: somebody should look at its time service. */
export const MOST_SKEW_MILLISECONDS = 2000

const HISTORY_SECONDS = 86_400
const MOST_WORKERS = 200

type WorkerRow = {
  id: string
  name: string
  version: string | null
  startedAt: Date
  seenAt: Date
  stoppedAt: Date | null
  clockSkewMs: number | null
  inFlight: number | null
}

export type Worker = Omit<WorkerRow, 'id' | 'stoppedAt'> & {
  /** `gone`: it ended by itself, or another one was started since. */
  state: 'alive' | 'missing' | 'gone'
  secondsSilent: number
}

/** Of the last day, those that work first. */
export async function readWorkers({ rows, now }: Engine): Promise<Worker[]> {
  const found = await rows.find<WorkerRow>('workers', {
    where: { seenAt: { above: addSeconds(now(), -HISTORY_SECONDS) } },
    sort: '-seenAt',
    limit: MOST_WORKERS,
  })
  const silentSince = addSeconds(now(), -MISSING_SECONDS)
  const alive = found.filter(({ seenAt, stoppedAt }) => !stoppedAt && seenAt > silentSince)
  const newestStart = Math.max(0, ...alive.map(({ startedAt }) => startedAt.getTime()))
  return found.map((row) => describe(row, { at: now(), isAlive: alive.includes(row), newestStart }))
}

function describe(
  { name, version, startedAt, seenAt, stoppedAt, clockSkewMs, inFlight }: WorkerRow,
  { at, isAlive, newestStart }: { at: Date; isAlive: boolean; newestStart: number },
): Worker {
  const isGone = stoppedAt !== null || newestStart > seenAt.getTime()
  const secondsSilent = Math.max(0, Math.round((at.getTime() - seenAt.getTime()) / 1000))
  const shown = { name, version, startedAt, seenAt, clockSkewMs, inFlight, secondsSilent }
  if (isAlive) return { ...shown, state: 'alive' }
  return { ...shown, state: isGone ? 'gone' : 'missing' }
}
