/** The worker's bundle from nothing to ready, and what it costs when it has nothing to do. */
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Stage } from '../../support/engine'
import { bundle, start, type Bundles } from '../../support/engine/processes'
import { residentMegabytes } from '../memory'

const STARTS = 3
const SETTLED_MILLISECONDS = 30_000
const IDLE_SECONDS = 20
/** Of Linux. */
const TICKS_A_SECOND = 100

export type Idle = {
  /** Milliseconds to ready. */
  start: number
  resident: number
  /** Share of one core. */
  cpu: number
  queriesASecond: number
}

export async function measureWorker(stage: Stage): Promise<Idle> {
  const bundles = await bundle(['worker'])
  const runs: Idle[] = []
  while (runs.length < STARTS) runs.push(await measureOne(stage, bundles))
  await bundles.remove()
  return {
    start: Math.min(...runs.map((run) => run.start)),
    resident: Math.max(...runs.map((run) => run.resident)),
    cpu: Math.min(...runs.map((run) => run.cpu)),
    queriesASecond: Math.min(...runs.map((run) => run.queriesASecond)),
  }
}

async function measureOne(stage: Stage, bundles: Bundles): Promise<Idle> {
  const begin = performance.now()
  const worker = start(bundles, 'worker', { env: process.env })
  await worker.message((message) => message === 'ready')
  const taken = performance.now() - begin
  // What a start leaves to be done is done by then (for twenty seconds V8 compiles and collects: 3.5 % of a core, then 0.7), and
  // counted: PostgreSQL's connections tell their counts every ten seconds.
  await setTimeout(SETTLED_MILLISECONDS)
  const before = { cpu: cpuSeconds(worker.child.pid), queries: await countQueries(stage) }
  await setTimeout(IDLE_SECONDS * 1000)
  const cpu = (cpuSeconds(worker.child.pid) - before.cpu) / IDLE_SECONDS
  const queriesASecond = ((await countQueries(stage)) - before.queries) / IDLE_SECONDS
  const resident = residentMegabytes(worker.child.pid)
  await worker.stop()
  return { start: taken, resident, cpu, queriesASecond }
}

function cpuSeconds(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

/** By the database's own count, of everything that asks it. */
async function countQueries({ engine }: Stage): Promise<number> {
  const db = engine.payload.db as unknown as {
    drizzle?: { execute(query: unknown): Promise<{ rows: { total: number }[] }> }
    connection?: { db: { command(command: object): Promise<{ opcounters: Record<string, number> }> } }
  }
  if (db.drizzle) {
    const query = sql`select (xact_commit + xact_rollback)::float8 as total from pg_stat_database where datname = current_database()`
    return Number((await db.drizzle.execute(query)).rows[0]?.total)
  }
  const { opcounters } = (await db.connection?.db.command({ serverStatus: 1 })) ?? { opcounters: {} }
  return ['insert', 'query', 'update', 'delete'].reduce((sum, name) => sum + (opcounters[name] ?? 0), 0)
}
