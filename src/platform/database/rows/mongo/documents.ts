/** Rows as MongoDB keeps them: a string id or date would match nothing, so both are converted by field. */
import { type mongo, Types } from 'mongoose'
import type { Condition, Range, Value, Where } from '../contract'
import type { FieldKinds } from '../field-kinds'
import { isOperator } from '../operators'

export type Document = Record<string, unknown>

export type Opened = { collection: mongo.Collection; kinds: FieldKinds }

export type Open = (slug: string) => Opened

export function toNew({ id, ...row }: Record<string, Value>, kinds: FieldKinds): Document {
  const at = new Date()
  const given = id === undefined ? {} : { _id: toStored(id, 'id', kinds) }
  return { ...given, createdAt: at, updatedAt: at, ...toDocument(row, kinds) }
}

export function toChange(set: Record<string, Value>, kinds: FieldKinds): { $set: Document } {
  return { $set: { ...toDocument(set, kinds), updatedAt: new Date() } }
}

export function toFilter(where: Where, kinds: FieldKinds): Document {
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
  if ('not' in condition) return { $ne: convert(condition.not) }
  return toRange(condition)
}

function toRange({ above, atMost }: Range): Document {
  return { ...(above !== undefined && { $gt: above }), ...(atMost !== undefined && { $lte: atMost }) }
}

function toDocument(values: Record<string, Value>, kinds: FieldKinds): Document {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, toStored(value, field, kinds)]))
}

function toStored(value: unknown, field: string, kinds: FieldKinds): unknown {
  const isReference = field === 'id' || kinds.references.has(field)
  return isReference && typeof value === 'string' && Types.ObjectId.isValid(value) ? new Types.ObjectId(value) : value
}

/** A field that was never written is null, as it is in a table, and not missing. */
export function fromDocument({ _id, ...document }: Document, fields: readonly string[]): Document {
  const entries = Object.entries(document).map(([field, value]) => [
    field,
    value instanceof Types.ObjectId ? value.toHexString() : value,
  ])
  const empty = fields.map((field) => [field, null])
  return { ...Object.fromEntries([...empty, ...entries]), id: String(_id) }
}
