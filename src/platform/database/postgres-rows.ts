import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  lte,
  ne,
  notInArray,
  sql,
  type SQL,
} from '@payloadcms/db-postgres/drizzle'
import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { Also, Change, Condition, Query, Row, Rows, Value, Where } from './contract'
import { fieldKinds, type FieldKinds } from './field-kinds'
import { isOperator } from './mongo-rows'

/* Payload builds its drizzle tables at run time, so their columns have no static type. */
type Column = Parameters<typeof eq>[0] & { name: string }
type Table = Record<string, Column>
type Statement = Promise<Record<string, unknown>[]> &
  Record<'from' | 'where' | 'orderBy' | 'limit' | 'set' | 'values' | 'returning', (...parts: unknown[]) => Statement>
type Statements = Record<'select' | 'update' | 'insert', (...parts: unknown[]) => Statement>
type Drizzle = Statements & {
  execute(query: SQL): Promise<unknown>
  transaction<Result>(work: (within: Statements) => Promise<Result>): Promise<Result>
}

type Opened = { table: Table; kinds: FieldKinds }

type Place = { drizzle: Drizzle; open(slug: string): Opened }

/** Rows on PostgreSQL through the tables that Payload's own adapter defined. */
export function postgresRows(payload: Payload): Rows {
  const { drizzle, tables } = payload.db as unknown as { drizzle: Drizzle; tables: Record<string, Table> }
  const open = (slug: string) => {
    const table = tables[slug.replaceAll('-', '_')]
    if (!table) throw new Error(`no table ${slug}`)
    return { table, kinds: fieldKinds(payload, slug) }
  }
  return {
    ...reading({ drizzle, open }),
    ...writing({ drizzle, open }),
    async ping() {
      await drizzle.execute(sql`select 1`)
    },
    async now() {
      const query = sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as milliseconds`
      const { rows } = (await drizzle.execute(query)) as { rows: { milliseconds: number }[] }
      return new Date(Number(rows[0]?.milliseconds))
    },
  }
}

function reading({ drizzle, open }: Place): Pick<Rows, 'find' | 'count'> {
  return {
    async find<Shape extends Row>(slug: string, { where, sort, limit, select }: Query) {
      const { table, kinds } = open(slug)
      const statement = select ? drizzle.select(pick(table, ['id', ...select])) : drizzle.select()
      const ordered = statement
        .from(table)
        .where(toFilter(where, table))
        .orderBy(...toOrder(sort, table))
      const found = await (limit ? ordered.limit(limit) : ordered)
      return found.map((row) => fromRow(row, kinds) as Shape)
    },
    async count(slug, where) {
      const { table } = open(slug)
      const total = { total: sql<number>`count(*)::int` }
      const [row] = await drizzle.select(total).from(table).where(toFilter(where, table))
      return Number(row?.['total'] ?? 0)
    },
  }
}

type Writing = 'update' | 'set' | 'setWith' | 'newId' | 'insert' | 'increment'

function writing({ drizzle, open }: Place): Pick<Rows, Writing> {
  return {
    async update<Shape extends Row>(slug: string, where: Where, set: Record<string, Value>) {
      const { table, kinds } = open(slug)
      const [row] = await changing(drizzle, table, { where, set }).returning()
      return row ? (fromRow(row, kinds) as Shape) : null
    },
    set: (slug, where, set) => setOne(drizzle, open(slug), { where, set }),
    setWith: (slug, change, also) =>
      drizzle.transaction(async (within) => {
        if (!(await setOne(within, open(slug), change))) return false
        for (const one of also) await writeAlso(within, open(one.slug), one)
        return true
      }),
    newId: () => randomUUID(),
    insert: (slug, row) => insert(drizzle, open(slug), row),
    async increment(slug, where, { field, by = 1 }) {
      const { table } = open(slug)
      const changes = { [field]: sql`${column(table, field)} + ${by}` }
      const changed = await drizzle
        .update(table)
        .set(changes)
        .where(toFilter(where, table))
        .returning({ id: table['id'] })
      return changed.length > 0
    },
  }
}

function changing(statements: Statements, table: Table, { where, set }: Change): Statement {
  const changes = toRow({ ...set, updatedAt: new Date() })
  return statements.update(table).set(changes).where(toFilter(where, table))
}

async function setOne(statements: Statements, { table }: Opened, change: Change): Promise<boolean> {
  return (await changing(statements, table, change).returning({ id: table['id'] })).length > 0
}

async function writeAlso(statements: Statements, opened: Opened, also: Also): Promise<void> {
  await ('row' in also ? insert(statements, opened, also.row) : setOne(statements, opened, also))
}

async function insert(statements: Statements, { table }: Opened, row: Record<string, Value>): Promise<string> {
  const [inserted] = await statements.insert(table).values(toRow(row)).returning({ id: table['id'] })
  return String(inserted?.['id'])
}

function column(table: Table, field: string): Column {
  const found = table[field]
  if (!found) throw new Error(`no column for ${field}`)
  return found
}

function pick(table: Table, fields: readonly string[]): Table {
  return Object.fromEntries(fields.map((field) => [field, column(table, field)]))
}

function toOrder(sort: string | undefined, table: Table): SQL[] {
  if (!sort) return []
  return [sort.startsWith('-') ? desc(column(table, sort.slice(1))) : asc(column(table, sort))]
}

function toFilter(where: Where, table: Table): SQL | undefined {
  return and(...Object.entries(where).map(([field, condition]) => toCriterion(column(table, field), condition)))
}

function toCriterion(field: Column, condition: Condition): SQL {
  if (condition === null) return isNull(field)
  if (!isOperator(condition)) return eq(field, toColumn(condition))
  if ('in' in condition) return inArray(field, [...condition.in])
  if ('notIn' in condition) return notInArray(field, [...condition.notIn])
  if ('atMost' in condition) return lte(field, toColumn(condition.atMost))
  if ('above' in condition) return gt(field, toColumn(condition.above))
  return ne(field, condition.not)
}

function toRow(values: Record<string, Value>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, toColumn(value)]))
}

/** Payload's date columns are declared as text in ISO form. */
function toColumn(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}

function fromRow(row: Record<string, unknown>, kinds: FieldKinds): Record<string, unknown> {
  const entries = Object.entries(row).map(([field, value]) => {
    if (kinds.dates.has(field) && typeof value === 'string') return [field, new Date(value)]
    return [field, value]
  })
  return Object.fromEntries(entries)
}
