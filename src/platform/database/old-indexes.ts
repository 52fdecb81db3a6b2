import type { Model } from 'mongoose'
import type { Payload } from 'payload'

/**
 * Drops what an earlier version indexed and this one does not: MongoDB would go on writing it with every row, and Payload only
 * adds. PostgreSQL's are dropped by their migrations. Mongoose has a way of its own that takes indexes of Payload's for old ones.
 */
export async function dropOldIndexes({ db }: Payload): Promise<void> {
  const { collections, versions } = db as unknown as Record<'collections' | 'versions', Record<string, Model<unknown>>>
  for (const model of [...Object.values(collections), ...Object.values(versions)]) await dropOldOf(model)
}

async function dropOldOf({ schema, collection }: Model<unknown>): Promise<void> {
  const wanted = new Set(['{"_id":1}', ...schema.indexes().map(([keys]) => JSON.stringify(keys))])
  for (const { name, key } of await collection.indexes())
    if (name && !wanted.has(JSON.stringify(key))) await collection.dropIndex(name)
}
