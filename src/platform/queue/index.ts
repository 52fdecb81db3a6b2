/** Where the queue lives: in Redis when REDIS_URL is set, otherwise in the PostgreSQL database. */
import Redis from 'ioredis'
import { environment } from '../env'

export type QueuePlace =
  | { kind: 'redis'; url: string; prefix: string }
  | { kind: 'postgres'; url: string; schema: string }

export function queuePlace(): QueuePlace {
  const { REDIS_URL, DATABASE_URL, QUEUE_PREFIX } = environment()
  if (REDIS_URL) return { kind: 'redis', url: REDIS_URL, prefix: QUEUE_PREFIX }
  return { kind: 'postgres', url: DATABASE_URL, schema: `${QUEUE_PREFIX.replaceAll('-', '_')}_queue` }
}

/** @throws when Redis does not answer within two seconds. A PostgreSQL queue is as alive as its database. */
export async function pingQueue(): Promise<void> {
  const place = queuePlace()
  if (place.kind === 'postgres') return
  const redis = new Redis(place.url, {
    lazyConnect: true,
    connectTimeout: 2000,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    retryStrategy: () => null,
  })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    await redis.ping()
  } finally {
    redis.disconnect()
  }
}
