/** Servers of this run alone, on ports that stay the same, so that they can be killed and come back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startPostgres } from '@/platform/launch/postgres.mjs'
import { startRedis } from '@/platform/launch/redis.mjs'
import { mountDisk } from './disk'
import { startReplicaSet } from './replica-set'

export type Servers = {
  variables: Record<string, string>
  /** kill -9, and up again at once. */
  restartDatabase(): Promise<void>
  /** kill -9, away for so many seconds, and up again; left out where the queue is the database's. */
  restartQueue?(seconds: number): Promise<void>
  /** Another member of the replica set becomes primary; left out where there is none. */
  elect?(): Promise<void>
  /** For so many seconds nothing more can be written; left out where no disk can be mounted. */
  fillDisk?(seconds: number): Promise<void>
  stop(): Promise<void>
}

export async function openServers(stack: 'embedded' | 'production', directory: string): Promise<Servers> {
  return stack === 'embedded' ? embedded(directory) : production(directory)
}

async function embedded(folder: string): Promise<Servers> {
  const disk = mountDisk(join(folder, 'disk'))
  const directory = join(disk?.path ?? folder, 'postgres')
  let server = await startPostgres({ directory, port: 55_432 })
  const { url, port } = server
  return {
    variables: { TEST_DATABASE_URL: url },
    async restartDatabase() {
      const [pid] = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(pid), 'SIGKILL')
      await setTimeout(300)
      server = await startPostgres({ directory, port })
    },
    ...(disk && {
      async fillDisk(seconds: number) {
        disk.fill()
        await setTimeout(seconds * 1000)
        disk.free()
        // It may have given up; one that runs is taken over.
        server = await startPostgres({ directory, port })
      },
    }),
    async stop() {
      await server.stop()
      disk?.remove()
    },
  }
}

async function production(folder: string): Promise<Servers> {
  const mongo = await startReplicaSet(join(folder, 'mongo'))
  let redis = await startRedis({ directory: join(folder, 'redis') })
  const ports = { redis: redis.port }
  return {
    variables: { TEST_MONGODB_URL: mongo.url, TEST_REDIS_URL: redis.url },
    restartDatabase: mongo.killPrimary,
    elect: mongo.elect,
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
