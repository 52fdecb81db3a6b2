import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { environment } from '../env'

/** Payload's adapter for the configured database. Ids are strings on both: ObjectId and uuid. */
export function databaseAdapter() {
  const { databaseKind, DATABASE_URL } = environment()
  if (databaseKind === 'mongodb') return mongooseAdapter({ url: DATABASE_URL, ensureIndexes: true })
  return postgresAdapter({
    pool: { connectionString: DATABASE_URL, max: 12 },
    idType: 'uuid',
    push: false,
    blocksAsJSON: true,
    migrationDir: 'src/platform/database/migrations',
  })
}
