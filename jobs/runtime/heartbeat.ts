import type { Engine } from '@/engine'
import { putRow } from '@/platform/database/rows/put'
import { environment } from '@/platform/env'

/** "I am alive", in the database that the web process reads, and how far this machine's clock is off the database's. */
export async function beat(engine: Engine, name: string, { inFlight }: { inFlight?: number } = {}): Promise<void> {
  const { rows, now } = engine
  const clockSkewMs = await measureSkew(engine)
  const seen = {
    seenAt: now(),
    stoppedAt: null,
    clockSkewMs,
    inFlight: inFlight ?? null,
    version: environment().VERSION,
  }
  await putRow(rows, 'workers', { key: { name }, fresh: { startedAt: now() }, set: seen })
}

/** It ended by itself: nobody has to be told that it is missing. */
export async function leave({ rows, now }: Engine, name: string): Promise<void> {
  await rows.set('workers', { name }, { stoppedAt: now(), inFlight: 0 })
}

/** The middle of the question is when the database answered. `machine` is the clock of this machine, never a corrected one. */
export async function measureSkew({ rows }: Pick<Engine, 'rows'>, machine: () => number = Date.now): Promise<number> {
  const asked = machine()
  const database = await rows.now()
  const answered = machine()
  return Math.round((asked + answered) / 2 - database.getTime())
}
