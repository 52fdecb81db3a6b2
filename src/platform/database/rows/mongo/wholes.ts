/** What belongs together, of one caller or of many, in one transaction. */
import type { ClientSession, Connection } from 'mongoose'
import type { Also, Change, Whole } from '../contract'
import { toChange, toFilter, toNew, type Open, type Opened } from './documents'

/** All of them in one transaction when every row is as it was known; otherwise one by one, which tells who lost. */
export async function writeWholes(open: Open, connection: Connection, wholes: readonly Whole[]): Promise<boolean[]> {
  const session = await connection.startSession()
  try {
    return await session.withTransaction(async () => {
      for (const [slug, changes] of bySlug(wholes, ({ slug, change }) => [{ slug, ...change }])) {
        const matched = await changeAll(open(slug), changes as Change[], session)
        if (matched < changes.length && wholes.length > 1) throw new NotAll('somebody else moved one of them first')
        if (matched < changes.length) return [false]
      }
      for (const [slug, also] of bySlug(wholes, ({ also }) => also)) await writeAlso(open(slug), also, session)
      return wholes.map(() => true)
    })
  } finally {
    await session.endSession()
  }
}

class NotAll extends Error {
  override readonly name = 'NotAll'
}

function bySlug<Item extends { slug: string }>(
  wholes: readonly Whole[],
  itemsOf: (whole: Whole) => readonly Item[],
): [string, Item[]][] {
  const items = wholes.flatMap(itemsOf)
  const slugs = [...new Set(items.map(({ slug }) => slug))]
  return slugs.map((slug) => [slug, items.filter((item) => item.slug === slug)])
}

async function writeAlso(opened: Opened, also: readonly Also[], session: ClientSession): Promise<void> {
  const rows = also.flatMap((one) => ('row' in one ? [toNew(one.row, opened.kinds)] : []))
  if (rows.length > 0) await opened.collection.insertMany(rows, { session })
  const changes = also.flatMap((one) => ('row' in one ? [] : [one]))
  if (changes.length > 0) await changeAll(opened, changes, session)
}

async function changeAll({ collection, kinds }: Opened, changes: readonly Change[], session: ClientSession) {
  const all = changes.map(({ where, set }) => ({
    updateOne: { filter: toFilter(where, kinds), update: toChange(set, kinds) },
  }))
  return (await collection.bulkWrite(all, { session })).matchedCount
}
