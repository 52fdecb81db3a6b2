/** Rows as PostgreSQL keeps them, in the tables that Payload's own adapter defined. */
import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, notInArray, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Change, Condition, Range, Value, Where } from '../contract'
import type { FieldKinds } from '../field-kinds'
import { isOperator } from '../operators'

/* Payload builds its drizzle tables at run time, so their columns have no static type. */
export type Column = Parameters<typeof eq>[0] & { name: string; getSQLType(): string }
export type Table = Record<string, Column>
export type Statement = Promise<Record<string, unknown>[]> &
  Record<
    'from' | 'where' | 'orderBy' | 'limit' | 'set' | 'values' | 'returning',
    (...parts: unknown[]) => Statement
  > & {
    getSQL(): SQL
  }
export type Drizzle = Record<'select' | 'update' | 'insert', (...parts: unknown[]) => Statement> & {
  execute(query: SQL): Promise<unknown>
}

export type Opened = { table: Table; kinds: FieldKinds }

export type Place = { drizzle: Drizzle; open(slug: string): Opened }

/** Only where `condition` holds as well. */
export function changing(drizzle: Drizzle, table: Table, { where, set, condition }: Changing): Statement {
  const changes = toRow({ ...set, updatedAt: new Date() })
  return drizzle
    .update(table)
    .set(changes)
    .where(and(toFilter(where, table), condition))
}

type Changing = Change & { condition?: SQL }

export function column(table: Table, field: string): Column {
  const found = table[field]
  if (!found) throw new Error(`no column for ${field}`)
  return found
}

export function pick(table: Table, fields: readonly string[]): Table {
  return Object.fromEntries(fields.map((field) => [field, column(table, field)]))
}

export function toOrder(sort: string | undefined, table: Table): SQL[] {
  if (!sort) return []
  return [sort.startsWith('-') ? desc(column(table, sort.slice(1))) : asc(column(table, sort))]
}

export function toFilter(where: Where, table: Table): SQL | undefined {
  return and(...Object.entries(where).map(([field, condition]) => toCriterion(column(table, field), condition)))
}

function toCriterion(field: Column, condition: Condition): SQL | undefined {
  if (condition === null) return isNull(field)
  if (!isOperator(condition)) return eq(field, toColumn(condition))
  if ('in' in condition) return inArray(field, [...condition.in])
  if ('notIn' in condition) return notInArray(field, [...condition.notIn])
  if ('not' in condition) return ne(field, condition.not)
  return toRange(field, condition)
}

function toRange(field: Column, { above, atMost }: Range): SQL | undefined {
  return and(
    above === undefined ? undefined : gt(field, toColumn(above)),
    atMost === undefined ? undefined : lte(field, toColumn(atMost)),
  )
}

export function toRow(values: Record<string, Value>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, toColumn(value)]))
}

/** Payload's date columns are declared as text in ISO form. */
export function toColumn(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}

export function fromRow(row: Record<string, unknown>, kinds: FieldKinds): Record<string, unknown> {
  const entries = Object.entries(row).map(([field, value]) => {
    if (kinds.dates.has(field) && typeof value === 'string') return [field, new Date(value)]
    return [field, value]
  })
  return Object.fromEntries(entries)
}
