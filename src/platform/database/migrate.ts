/** Brings the database to the shape of this version: PostgreSQL migrations, MongoDB indexes, the first vocabulary. Run once before web and worker. */
import '@/platform/env/at-boot'
import config from '@payload-config'
import { getPayload } from 'payload'
import { fillVocabulary } from '~/collections/vocabulary'
import { bootOrExit } from '../boot'
import { environment } from '../env'
import { migrations } from './migrations'
import { dropOldIndexes } from './old-indexes'

const payload = await bootOrExit(() => getPayload({ config, disableOnInit: true }))

if (environment().databaseKind === 'postgres') await payload.db.migrate({ migrations: migrations as never })
else await dropOldIndexes(payload)
await fillVocabulary(payload)
payload.logger.info({ database: environment().databaseKind }, 'database is up to date')
await payload.destroy()
process.exit(0)
