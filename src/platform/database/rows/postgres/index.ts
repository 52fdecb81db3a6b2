import { sql } from '@payloadcms/db-postgres/drizzle'
import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
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
import {
  changing,
  column,
  type Drizzle,
  fromRow,
  type Opened,
  pick,
  type Place,
  type Table,
  toFilter,
  toOrder,
  toRow,
} from './tables'
import { writeWholes } from './wholes'

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

type Writing = 'update' | 'set' | 'setWith' | 'newId' | 'insert' | 'insertAll' | 'increment'

function writing({ drizzle, open }: Place): Pick<Rows, Writing> {
  const write = together((wholes: readonly Whole[]) => writeWholes({ drizzle, open }, wholes), { keyOf: keyOfWhole })
  return {
    async update<Shape extends Row>(slug: string, where: Where, set: Record<string, Value>) {
      const { table, kinds } = open(slug)
      const [row] = await changing(drizzle, table, { where, set }).returning()
      return row ? (fromRow(row, kinds) as Shape) : null
    },
    set: (slug, where, set) => setOne(drizzle, open(slug), { where, set }),
    setWith: (slug, change, also) => write({ slug, change, also }),
    newId: () => randomUUID(),
    insert: (slug, row) => insert(drizzle, open(slug), row),
    async insertAll(slug, rows) {
      if (rows.length > 0) await drizzle.insert(open(slug).table).values(rows.map(toRow))
    },
    async increment(slug, where, { field, by = 1 }) {
      const { table } = open(slug)
      const changes = { [field]: sql`${column(table, field)} + ${by}` }
      const [changed] = await drizzle
        .update(table)
        .set(changes)
        .where(toFilter(where, table))
        .returning({ total: table[field] })
      return changed ? Number(changed['total']) : null
    },
  }
}

async function setOne(drizzle: Drizzle, { table }: Opened, change: Change): Promise<boolean> {
  return (await changing(drizzle, table, change).returning({ id: table['id'] })).length > 0
}

async function insert(drizzle: Drizzle, { table }: Opened, row: Record<string, Value>): Promise<string> {
  const [inserted] = await drizzle.insert(table).values(toRow(row)).returning({ id: table['id'] })
  return String(inserted?.['id'])
}
