/** Some worker processes, each of which may die at any moment; another one takes its place at once. */
import { Redis } from 'ioredis'
import { start, type Bundles, type Process } from '../processes'
import type { Random } from './random'

export type Crew = {
  kill(random: Random): Promise<void>
  stop(random: Random): Promise<void>
  freeze(random: Random): { thaw(): void }
  /** What waits in Redis is gone; the rows are the timetable. */
  emptyQueue(): Promise<void>
  /** All of them, by SIGTERM. Longest time in seconds that one took to end. */
  dismiss(): Promise<number>
  /** Ends that nobody asked for. */
  accidents(): string[]
}

export async function openCrew(bundles: Bundles, size: number): Promise<Crew> {
  const workers: Process[] = []
  const accidents: string[] = []
  const hiring: Promise<void>[] = []
  let slowest = 0

  const hire = async (version: number) => {
    const worker = start(bundles, 'worker', { env: { ...process.env, VERSION: `chaos-${version}` } })
    const watch = (code: number | null, signal: string | null) => {
      if (workers.includes(worker)) accidents.push(`${code ?? signal}: ${worker.output().slice(-1_500)}`)
    }
    worker.child.once('exit', watch)
    await worker.message((message) => message === 'ready')
    workers.push(worker)
  }
  /** Null while the one that is left has to do all the work. */
  const release = (random: Random): Process | null => {
    const place = random.whole(0, workers.length - 1)
    return workers.length > 1 ? (workers.splice(place, 1)[0] ?? null) : null
  }
  const replace = (random: Random) => {
    hiring.push(hire(random.whole(0, 1)))
  }
  const stopOne = async (worker: Process) => {
    const begin = performance.now()
    await worker.stop()
    slowest = Math.max(slowest, (performance.now() - begin) / 1000)
  }
  for (let count = 0; count < size; count += 1) await hire(count % 2)
  return {
    async kill(random) {
      const worker = release(random)
      if (!worker) return
      await worker.kill()
      replace(random)
    },
    async stop(random) {
      const worker = release(random)
      if (!worker) return
      hiring.push(stopOne(worker))
      replace(random)
    },
    freeze(random) {
      const { child } = random.pick(workers)
      child.kill('SIGSTOP')
      return { thaw: () => child.kill('SIGCONT') }
    },
    async emptyQueue() {
      const { REDIS_URL, QUEUE_PREFIX } = process.env
      if (!REDIS_URL) return
      const redis = new Redis(REDIS_URL, { lazyConnect: true, retryStrategy: () => null })
      redis.on('error', () => undefined)
      try {
        await redis.connect()
        const keys = await redis.keys(`${QUEUE_PREFIX ?? ''}*`)
        if (keys.length > 0) await redis.unlink(...keys)
      } finally {
        redis.disconnect()
      }
    },
    async dismiss() {
      await Promise.all(hiring)
      await Promise.all(workers.splice(0).map(stopOne))
      return slowest
    },
    accidents: () => accidents,
  }
}
