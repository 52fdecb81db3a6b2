import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropOldIndexes } from '@/platform/database/old-indexes'
import { openStage, type Stage } from '../support/engine'
import { stack } from '../support/services'

type Indexed = { createIndex(keys: object): Promise<string>; indexes(): Promise<{ name: string }[]> }

// PostgreSQL's are dropped by migrations.
describe.runIf(stack === 'production')('An index that an earlier version had', () => {
  let stage: Stage
  let collections: Record<string, { collection: Indexed }>

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
    collections = (stage.engine.payload.db as unknown as { collections: typeof collections }).collections
  })
  afterAll(() => stage?.close())

  it('is dropped as the database is brought up to date, and no other [needs MongoDB: STACK=production]', async () => {
    const own = await allNames()
    expect(own).toContain('publications state_1_wakeAt_1')
    await collections['publications']?.collection.createIndex({ platform: 1 })
    expect(await allNames()).toContain('publications platform_1')
    await dropOldIndexes(stage.engine.payload)
    expect(await allNames()).toEqual(own)
  })

  async function allNames(): Promise<string[]> {
    const namesOf = async ([slug, { collection }]: [string, { collection: Indexed }]) =>
      (await collection.indexes()).map(({ name }) => `${slug} ${name}`)
    return (await Promise.all(Object.entries(collections).map(namesOf))).flat().toSorted()
  }
})
