/** Servers of this run alone, on ports that stay the same, so that they can be killed and come back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startMongo } from '@/platform/launch/mongod.mjs'
import { startPostgres } from '@/platform/launch/postgres.mjs'
import { startRedis } from '@/platform/launch/redis.mjs'

export type Servers = {
  variables: Record<string, string>
  hasRedis: boolean
  /** kill -9, and up again at once. */
  restartDatabase(): Promise<void>
  /** kill -9, away for so many seconds, and up again. */
  restartQueue(seconds: number): Promise<void>
  stop(): Promise<void>
}

export async function openServers(stack: 'embedded' | 'production', directory: string): Promise<Servers> {
  return stack === 'embedded' ? embedded(directory) : production(directory)
}

async function embedded(folder: string): Promise<Servers> {
  const directory = join(folder, 'postgres')
  let server = await startPostgres({ directory, port: 55_432 })
  const { url, port } = server
  return {
    variables: { TEST_DATABASE_URL: url },
    hasRedis: false,
    async restartDatabase() {
      const [pid] = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(pid), 'SIGKILL')
      await setTimeout(300)
      server = await startPostgres({ directory, port })
    },
    restartQueue: async () => undefined,
    stop: () => server.stop(),
  }
}

async function production(folder: string): Promise<Servers> {
  let mongo = await startMongo({ directory: join(folder, 'mongo') })
  let redis = await startRedis({ directory: join(folder, 'redis') })
  const ports = { mongo: mongo.port, redis: redis.port }
  return {
    variables: { TEST_MONGODB_URL: mongo.url, TEST_REDIS_URL: redis.url },
    hasRedis: true,
    async restartDatabase() {
      process.kill(Number(mongo.pid), 'SIGKILL')
      await setTimeout(300)
      mongo = await startMongo({ directory: join(folder, 'mongo'), port: ports.mongo })
    },
    async restartQueue(seconds) {
      process.kill(Number(redis.pid), 'SIGKILL')
      await setTimeout(seconds * 1000)
      redis = await startRedis({ directory: join(folder, 'redis'), port: ports.redis })
    },
    stop: async () => {
      await mongo.stop()
      await redis.stop()
    },
  }
}
