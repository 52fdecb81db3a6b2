import type { Payload } from 'payload'
import { Types, type ClientSession, type Collection, type Connection } from 'mongoose'
import type { Also, Change, Condition, Operator, Query, Row, Rows, Value, Where } from './contract'
import { fieldKinds, type FieldKinds } from './field-kinds'

type Document = Record<string, unknown>

type Opened = { collection: Collection; kinds: FieldKinds }

type Open = (slug: string) => Opened

/** Rows on MongoDB by the native driver; a string id or date would match nothing, so both are converted by field. */
export function mongoRows(payload: Payload): Rows {
  const adapter = payload.db as unknown as {
    collections: Record<string, { collection: Collection }>
    connection: Connection
  }
  const open: Open = (slug) => {
    const model = adapter.collections[slug]
    if (!model) throw new Error(`no collection ${slug}`)
    return { collection: model.collection, kinds: fieldKinds(payload, slug) }
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

type Writing = 'update' | 'set' | 'setWith' | 'newId' | 'insert' | 'increment'

function writing(open: Open, connection: Connection): Pick<Rows, Writing> {
  return {
    async update<Shape extends Row>(slug: string, where: Where, set: Record<string, Value>) {
      const { collection, kinds } = open(slug)
      const options = { returnDocument: 'after' } as const
      const updated = await collection.findOneAndUpdate(toFilter(where, kinds), toChange(set, kinds), options)
      return updated ? (fromDocument(updated, kinds.all) as Shape) : null
    },
    set: (slug, where, set) => setOne(open(slug), { where, set }),
    async setWith(slug, change, also) {
      const session = await connection.startSession()
      try {
        return await session.withTransaction(async () => {
          if (!(await setOne(open(slug), change, session))) return false
          for (const one of also) await writeAlso(open(one.slug), one, session)
          return true
        })
      } finally {
        await session.endSession()
      }
    },
    newId: () => new Types.ObjectId().toHexString(),
    insert: (slug, row) => insert(open(slug), row),
    async increment(slug, where, { field, by = 1 }) {
      const { collection, kinds } = open(slug)
      const { matchedCount } = await collection.updateOne(toFilter(where, kinds), { $inc: { [field]: by } })
      return matchedCount > 0
    },
  }
}

async function setOne({ collection, kinds }: Opened, change: Change, session?: ClientSession): Promise<boolean> {
  const options = session ? { session } : {}
  const { matchedCount } = await collection.updateOne(
    toFilter(change.where, kinds),
    toChange(change.set, kinds),
    options,
  )
  return matchedCount > 0
}

async function writeAlso(opened: Opened, also: Also, session: ClientSession): Promise<void> {
  await ('row' in also ? insert(opened, also.row, session) : setOne(opened, also, session))
}

async function insert(
  { collection, kinds }: Opened,
  { id, ...row }: Record<string, Value>,
  session?: ClientSession,
): Promise<string> {
  const at = new Date()
  const given = id === undefined ? {} : { _id: toStored(id, 'id', kinds) as Types.ObjectId }
  const document = { ...given, createdAt: at, updatedAt: at, ...toDocument(row, kinds) }
  const { insertedId } = await collection.insertOne(document, session ? { session } : {})
  return String(insertedId)
}

function toChange(set: Record<string, Value>, kinds: FieldKinds): { $set: Document } {
  return { $set: { ...toDocument(set, kinds), updatedAt: new Date() } }
}

function toFilter(where: Where, kinds: FieldKinds): Document {
  const entries = Object.entries(where).map(([field, condition]) => [
    field === 'id' ? '_id' : field,
    toCriterion(condition, field, kinds),
  ])
  return Object.fromEntries(entries)
}

function toCriterion(condition: Condition, field: string, kinds: FieldKinds): unknown {
  const convert = (value: unknown) => toStored(value, field, kinds)
  if (!isOperator(condition)) return convert(condition)
  if ('in' in condition) return { $in: condition.in.map(convert) }
  if ('notIn' in condition) return { $nin: condition.notIn.map(convert) }
  if ('atMost' in condition) return { $lte: condition.atMost }
  if ('above' in condition) return { $gt: condition.above }
  return { $ne: convert(condition.not) }
}

const operators = ['in', 'notIn', 'atMost', 'above', 'not']

export function isOperator(condition: Condition): condition is Operator {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date || Array.isArray(condition))
    return false
  return operators.some((operator) => operator in condition)
}

function toDocument(values: Record<string, Value>, kinds: FieldKinds): Document {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, toStored(value, field, kinds)]))
}

function toStored(value: unknown, field: string, kinds: FieldKinds): unknown {
  const isReference = field === 'id' || kinds.references.has(field)
  return isReference && typeof value === 'string' && Types.ObjectId.isValid(value) ? new Types.ObjectId(value) : value
}

/** A field that was never written is null, as it is in a table, and not missing. */
function fromDocument({ _id, ...document }: Document, fields: readonly string[]): Document {
  const entries = Object.entries(document).map(([field, value]) => [
    field,
    value instanceof Types.ObjectId ? value.toHexString() : value,
  ])
  const empty = fields.map((field) => [field, null])
  return { ...Object.fromEntries([...empty, ...entries]), id: String(_id) }
}
