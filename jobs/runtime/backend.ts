/** BullMQ on the configured place. One job is tried once and never restarted by the queue: the row decides what follows. */
import {
  createPostgresBackend,
  type Queue,
  type QueueOptions,
  type Worker,
  type WorkerOptions,
  withBackend,
  Queue as RedisQueue,
  Worker as RedisWorker,
} from 'bullmq'
import type { QueuePlace } from '@/platform/queue'

type Process = (data: unknown) => Promise<unknown>

export type Backend = {
  openQueue(name: string): Queue
  startWorker(name: string, concurrency: number, process: Process): Worker
  /** @throws when one of these will never work in this process. */
  settle(all: readonly (Queue | Worker)[]): Promise<void>
}

/** A finished job leaves nothing behind, so that the same id can be used when the row wakes again. */
const jobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true }

/** A job whose worker died is not run again by the queue; its row's lease runs out instead. */
const workerOptions = {
  maxStalledCount: 0,
  autorun: true,
  stalledInterval: 60_000,
  lockDuration: 60_000,
}

/**
 * How often an idle worker looks by itself. Both wake it when something comes (BZPOPMIN, NOTIFY); on PostgreSQL a look is
 * several queries of every queue, and a connection that was cut is noticed, so that it may be seldom.
 */
const REDIS_LOOK_SECONDS = 5
const POSTGRES_LOOK_SECONDS = 120

export async function openBackend(place: QueuePlace): Promise<Backend> {
  if (place.kind === 'redis') return redisBackend(place)
  return postgresBackend(place)
}

function redisBackend({ url, prefix }: { url: string; prefix: string }): Backend {
  const connection = { url, maxRetriesPerRequest: null }
  return {
    openQueue: (name) =>
      new RedisQueue(name, {
        connection: { ...connection, maxRetriesPerRequest: 1, enableOfflineQueue: false },
        prefix,
        defaultJobOptions: jobOptions,
      }),
    startWorker: (name, concurrency, process) =>
      new RedisWorker(name, ({ data }) => process(data), {
        connection,
        prefix,
        concurrency,
        ...workerOptions,
        drainDelay: REDIS_LOOK_SECONDS,
      }),
    // It connects by itself, however late.
    settle: async () => undefined,
  }
}

/**
 * Every queue and every worker of a queue keeps connections of its own, beside one that listens: with these, a process of ours
 * needs 57 at most (15 queues, thrice; 12 for everything else), where a PostgreSQL as it is installed allows 100.
 */
const MOST_CONNECTIONS = { queue: 1, worker: 1 }

/** `migrate` makes the queue's own tables, once, before the first queue is used. */
async function postgresBackend({ url, schema }: { url: string; schema: string }): Promise<Backend> {
  const classes = withBackend(createPostgresBackend)
  const place = { connectionString: url, schema }
  const connection = { ...place, max: MOST_CONNECTIONS.queue }
  const first = new classes.Queue('start', { connection: { ...connection, migrate: true } })
  await first.waitUntilReady()
  await first.close()
  return {
    openQueue: (name) =>
      new classes.Queue(name, {
        connection,
        defaultJobOptions: jobOptions,
      } as QueueOptions as never) as unknown as Queue,
    startWorker: (name, concurrency, process) =>
      new classes.Worker(name, ({ data }) => process(data), {
        connection: { ...place, max: MOST_CONNECTIONS.worker },
        concurrency,
        ...workerOptions,
        drainDelay: POSTGRES_LOOK_SECONDS,
      } as WorkerOptions as never) as unknown as Worker,
    // A first connection that was refused is remembered for ever (BullMQ 6.7): its worker asks again and again without a pause.
    settle: async (all) => void (await Promise.all(all.map((one) => one.waitUntilReady()))),
  }
}
