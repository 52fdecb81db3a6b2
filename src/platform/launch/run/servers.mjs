/** The database and the queue of one run. */
import { join } from 'node:path'
import { startMongo } from '../mongod.mjs'
import { startPostgres } from '../postgres.mjs'
import { startRedis } from '../redis.mjs'

/**
 * @typedef {'embedded' | 'production'} Stack
 * @typedef {{ env: Record<string, string>, wasRunning?: boolean, stop: () => Promise<void> }} Servers
 */

/**
 * @param {{ stack: Stack, directory: string, isThrowaway?: boolean }} options
 * @returns {Promise<Servers>}
 */
export async function startServers({ stack, directory, isThrowaway }) {
  if (stack === 'production') return startProductionServers(directory)
  const postgres = await startPostgres({ directory: join(directory, 'postgres'), isThrowaway })
  return { env: { DATABASE_URL: postgres.url }, wasRunning: postgres.wasRunning, stop: postgres.stop }
}

/**
 * Servers that are given (as service containers are) get names of our own on them.
 * @param {string} directory
 * @returns {Promise<Servers>}
 */
async function startProductionServers(directory) {
  const name = `lantoa_${process.pid}_${Date.now().toString(36)}`
  const mongo = await givenOr(process.env.TEST_MONGODB_URL, () => startMongo({ directory: join(directory, 'mongo') }))
  const redis = await givenOr(process.env.TEST_REDIS_URL, () => startRedis({ directory: join(directory, 'redis') }))
  return {
    env: { DATABASE_URL: withDatabase(mongo.url, name), REDIS_URL: redis.url, QUEUE_PREFIX: name },
    async stop() {
      await mongo.stop()
      await redis.stop()
    },
  }
}

/**
 * @param {string | undefined} url
 * @param {() => Promise<{ url: string, stop: () => Promise<void> }>} start
 */
export async function givenOr(url, start) {
  return url ? { url, stop: async () => {} } : start()
}

/**
 * Not with `URL`, which knows no address of several hosts.
 * @param {string} url
 * @param {string} name
 */
export function withDatabase(url, name) {
  return url.replace(/^(\w+:\/\/[^/?]+)\/?[^?]*/, `$1/${name}`)
}
