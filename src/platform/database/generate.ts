/** Writes what is generated from the configuration: types, the admin's import map, PostgreSQL migrations. */
import config from '@payload-config'
import { existsSync } from 'node:fs'
import { generateImportMap, getPayload } from 'payload'
import { generateTypes } from 'payload/node'

const [, , what = 'types', name] = process.argv

async function main(): Promise<void> {
  const resolved = await config
  if (what === 'types') await generateTypes(resolved)
  if (what === 'import-map') await generateImportMap(resolved, { log: false, force: true })
  if (what === 'migration') await createMigration()
  if (!existsSync(resolved.typescript.outputFile)) throw new Error('types were not written')
}

/** Needs a PostgreSQL DATABASE_URL; writes nothing when the schema has not changed. */
async function createMigration(): Promise<void> {
  const payload = await getPayload({ config, disableOnInit: true })
  await payload.db.createMigration({ payload, migrationName: name ?? 'change', skipEmpty: true })
}

await main()
process.exit(0)
