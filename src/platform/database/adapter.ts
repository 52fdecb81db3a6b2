import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import pg, { type PoolConfig } from 'pg'
import { environment } from '../env'
import { logger } from '../logger'

/** A connection that breaks while nobody uses it is an event of the pool, and one that nobody hears ends the process. */
class SteadyPool extends pg.Pool {
  constructor(config?: PoolConfig) {
    super(config)
    this.on('error', ({ message }) => logger.warn({ err: message }, 'a connection to the database broke'))
  }
}

/* Payload brings types of its own for the same library. */
const steady = { ...pg, Pool: SteadyPool } as unknown as NonNullable<Parameters<typeof postgresAdapter>[0]['pg']>

/** Payload's adapter for the configured database. Ids are strings on both: ObjectId and uuid. */
export function databaseAdapter() {
  const { databaseKind, DATABASE_URL } = environment()
  if (databaseKind === 'mongodb') return mongooseAdapter({ url: DATABASE_URL, ensureIndexes: true })
  return postgresAdapter({
    pool: { connectionString: DATABASE_URL, max: 12 },
    pg: steady,
    idType: 'uuid',
    push: false,
    blocksAsJSON: true,
    migrationDir: 'src/platform/database/migrations',
  })
}
