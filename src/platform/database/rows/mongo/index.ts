import type { Payload } from 'payload'
import { Types, type Connection } from 'mongoose'
import {
  type Change,
  keyOfWhole,
  type Query,
  type Row,
  type Rows,
  type Value,
  type Where,
  type Whole,
} from '../contract'
import { fieldKinds } from '../field-kinds'
import { together } from '../together'
import { fromDocument, toChange, toFilter, toNew, type Open, type Opened } from './documents'
import { writeWholes } from './wholes'

/** Rows on MongoDB by the native driver; a string id or date would match nothing, so both are converted by field. */
export function mongoRows(payload: Payload): Rows {
  const adapter = payload.db as unknown as Adapter
  const known = new Map<string, Opened>()
  const open: Open = (slug) => {
    const opened = known.get(slug) ?? openCollection(payload, adapter, slug)
    known.set(slug, opened)
    return opened
  }
  return {
    ...reading(open),
    ...writing(open, adapter.connection),
    async ping() {
      await adapter.connection.db?.command({ ping: 1 }, { timeoutMS: 3000 })
    },
    async now() {
      const answer = await adapter.connection.db?.command({ hello: 1 }, { timeoutMS: 3000 })
      return new Date(answer?.['localTime'] as Date)
    },
  }
}

type Adapter = { collections: Record<string, { collection: { name: string } }>; connection: Connection }

/** The driver's own: mongoose would keep a call for later while it is not connected, and look at each one otherwise. */
function openCollection(payload: Payload, { collections, connection }: Adapter, slug: string): Opened {
  const name = collections[slug]?.collection.name
  const collection = name && connection.db?.collection(name)
  if (!collection) throw new Error(`no collection ${slug}`)
  return { collection, kinds: fieldKinds(payload, slug) }
}

function reading(open: Open): Pick<Rows, 'find' | 'count'> {
  return {
    async find<Shape extends Row>(slug: string, { where, sort, limit, select }: Query) {
      const { collection, kinds } = open(slug)
      const projection = select && Object.fromEntries(select.map((name) => [name, 1]))
      const cursor = collection.find(toFilter(where, kinds), projection ? { projection } : {})
      if (sort) cursor.sort({ [sort.replace(/^-/, '')]: sort.startsWith('-') ? -1 : 1 })
      const found = await cursor.limit(limit ?? 0).toArray()
      return found.map((document) => fromDocument(document, select ?? kinds.all) as Shape)
    },
    async count(slug, where) {
      const { collection, kinds } = open(slug)
      return collection.countDocuments(toFilter(where, kinds))
    },
  }
}

type Writing = 'update' | 'set' | 'setWith' | 'newId' | 'insert' | 'insertAll' | 'increment'

function writing(open: Open, connection: Connection): Pick<Rows, Writing> {
  const write = together((wholes: readonly Whole[]) => writeWholes(open, connection, wholes), { keyOf: keyOfWhole })
  return {
    async update<Shape extends Row>(slug: string, where: Where, set: Record<string, Value>) {
      const { collection, kinds } = open(slug)
      const options = { returnDocument: 'after' } as const
      const updated = await collection.findOneAndUpdate(toFilter(where, kinds), toChange(set, kinds), options)
      return updated ? (fromDocument(updated, kinds.all) as Shape) : null
    },
    set: (slug, where, set) => setOne(open(slug), { where, set }),
    setWith: (slug, change, also) => write({ slug, change, also }),
    newId: () => new Types.ObjectId().toHexString(),
    insert: (slug, row) => insert(open(slug), row),
    async insertAll(slug, rows) {
      const { collection, kinds } = open(slug)
      if (rows.length > 0) await collection.insertMany(rows.map((row) => toNew(row, kinds)))
    },
    async increment(slug, where, { field, by = 1 }) {
      const { collection, kinds } = open(slug)
      const options = { returnDocument: 'after', projection: { [field]: 1 } } as const
      const changed = await collection.findOneAndUpdate(toFilter(where, kinds), { $inc: { [field]: by } }, options)
      return changed ? Number(changed[field]) : null
    },
  }
}

async function setOne({ collection, kinds }: Opened, { where, set }: Change): Promise<boolean> {
  const { matchedCount } = await collection.updateOne(toFilter(where, kinds), toChange(set, kinds))
  return matchedCount > 0
}

async function insert({ collection, kinds }: Opened, row: Record<string, Value>): Promise<string> {
  const { insertedId } = await collection.insertOne(toNew(row, kinds))
  return String(insertedId)
}
