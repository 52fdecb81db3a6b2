import type { Worker, Queue } from 'bullmq'
import { schedule, type ScheduledTask } from 'node-cron'
import { hostname } from 'node:os'
import type { Engine } from '@/engine'
import { queuePlace } from '@/platform/queue'
import { jobs, sweeps } from '..'
import { type Backend, openBackend } from './backend'
import type { JobDefinition, Sweep, Wake } from './definition'
import { beat, leave } from './heartbeat'

/** For what is being sent when the process is asked to end; a long upload is broken off then, and resumed by another. */
const GRACE_MILLISECONDS = 15_000

export type Running = { stop(): Promise<void>; tick(): Promise<void> }

/** Queues, workers and the timetable of one process. `tick` runs every sweep once: tests use it instead of waiting. */
export async function startWorker(
  given: Engine,
  { hasTimetable = true, graceMilliseconds = GRACE_MILLISECONDS } = {},
): Promise<Running> {
  const stopping = new AbortController()
  const ending = new AbortController()
  const engine = { ...given, stopping: stopping.signal, ending: ending.signal }
  const backend = await openBackend(queuePlace())
  const queues = new Map(jobs.flatMap(({ queues: names }) => names).map((name) => [name, backend.openQueue(name)]))
  for (const queue of queues.values()) queue.on('error', (error) => engine.log.warn({ err: error.message }, 'queue'))
  let inFlight = 0
  const run = async (job: JobDefinition, data: unknown) => {
    inFlight += 1
    return runJob(engine, job, data).finally(() => (inFlight -= 1))
  }
  const workers = jobs.flatMap((job) => startJob({ engine, backend, run }, job))
  await backend.settle([...queues.values(), ...workers])
  const name = `${hostname()}:${process.pid}`
  const beatNow = () => beat(engine, name, { inFlight })
  const tick = async () => {
    for (const sweep of sweeps) await runSweep(engine, sweep, queues)
  }
  const tasks = hasTimetable ? startTimetable(engine, queues, beatNow) : []
  await beatNow()
  return {
    tick,
    stop: async () => {
      stopping.abort()
      for (const task of tasks) await task.stop()
      const grace = setTimeout(() => ending.abort(), graceMilliseconds)
      await Promise.all(workers.map((worker) => worker.close()))
      clearTimeout(grace)
      await leave(engine, name)
      await Promise.all([...queues.values()].map((queue) => queue.close()))
    },
  }
}

type Place = { engine: Engine; backend: Backend; run(job: JobDefinition, data: unknown): Promise<unknown> }

function startJob({ engine, backend, run }: Place, job: JobDefinition): Worker[] {
  return job.queues.map((name) => {
    const worker = backend.startWorker(name, job.concurrency, (data) => run(job, data))
    worker.on('error', (error) => engine.log.warn({ queue: name, err: error.message }, 'worker'))
    worker.on('failed', (failed, error) =>
      engine.log.error({ job: job.name, id: failed?.id, err: error }, 'job failed'),
    )
    return worker
  })
}

async function runJob(engine: Engine, job: JobDefinition, data: unknown): Promise<unknown> {
  const input = job.input.parse(data)
  const handle = await job.handler()
  const outcome = await handle({ ...engine, log: engine.log.child({ job: job.name }) as Engine['log'] }, input)
  engine.log.debug({ job: job.name, input, outcome }, 'job ended')
  return outcome
}

function startTimetable(engine: Engine, queues: Map<string, Queue>, beatNow: () => Promise<void>): ScheduledTask[] {
  const options = { timezone: engine.zone, noOverlap: true }
  const heartbeat = schedule('*/15 * * * * *', () => quietly(engine, 'heartbeat', beatNow), options)
  return [
    heartbeat,
    ...sweeps.map((sweep) =>
      schedule(sweep.cron, () => quietly(engine, sweep.name, () => runSweep(engine, sweep, queues)), options),
    ),
  ]
}

async function runSweep(engine: Engine, sweep: Sweep, queues: Map<string, Queue>): Promise<void> {
  const wakes = await sweep.find(engine)
  const names = new Set(wakes.map(({ queue }) => queue))
  for (const name of names) await queues.get(name)?.addBulk(wakes.filter(({ queue }) => queue === name).map(jobOf))
}

function jobOf({ job, id, input }: Wake) {
  return { name: job, data: input, opts: { jobId: id } }
}

/** A database or Redis that is away for a moment must not end the timetable: the next tick tries again. */
async function quietly(engine: Engine, name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    engine.log.warn(
      { sweep: name, err: cause instanceof Error ? cause.message : cause },
      'sweep failed, tried again at the next tick',
    )
  }
}
