/** What belongs together, of one caller or of many, in one statement: a row that did not match carries nothing with it. */
import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Also, Value, Whole } from '../contract'
import { changing, column, type Place, type Table, toRow } from './tables'

/** In the order of the wholes: whether its row matched. */
export async function writeWholes(place: Place, wholes: readonly Whole[]): Promise<boolean[]> {
  const parts = wholes.flatMap((whole, number) => partsOf(place, whole, number))
  const answers = wholes.map((_whole, number) => sql`(select count(*)::int from ${moved(number)}) as ${moved(number)}`)
  const statement = sql`with ${sql.join(parts, sql`, `)} select ${sql.join(answers, sql`, `)}`
  const { rows } = (await place.drizzle.execute(statement)) as { rows: Record<string, number>[] }
  return wholes.map((_whole, number) => rows[0]?.[`moved_${number}`] === 1)
}

function moved(number: number): SQL {
  return sql.raw(`moved_${number}`)
}

function partsOf({ drizzle, open }: Place, { slug, change, also }: Whole, number: number): SQL[] {
  const { table } = open(slug)
  const update = changing(drizzle, table, change).returning({ id: table['id'] })
  const others = also.map((one, place) => {
    const name = sql.raw(`also_${number}_${place}`)
    return sql`${name} as (${alsoOf({ drizzle, open }, one, number)})`
  })
  return [sql`${moved(number)} as (${update.getSQL()})`, ...others]
}

function alsoOf({ drizzle, open }: Place, also: Also, number: number): SQL {
  const { table } = open(also.slug)
  const isMoved = sql`exists (select 1 from ${moved(number)})`
  if ('row' in also) return sql`${inserting(table, also.row)} where ${isMoved}`
  return changing(drizzle, table, { ...also, condition: isMoved }).getSQL()
}

function inserting(table: Table, row: Record<string, Value>): SQL {
  const given = Object.entries(toRow(row)).filter(([, value]) => value !== undefined)
  const names = given.map(([field]) => sql.identifier(column(table, field).name))
  const values = given.map(([field, value]) => typed(table, field, value))
  return sql`insert into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(values, sql`, `)}`
}

/** A parameter of a select has no type of its own. */
function typed(table: Table, field: string, value: unknown): SQL {
  const target = column(table, field)
  const type = sql.raw(typeOf(target))
  return value === null ? sql`null::${type}` : sql`${sql.param(value, target as never)}::${type}`
}

function typeOf(target: ReturnType<typeof column>): string {
  const type = target.getSQLType()
  return 'enumValues' in target && 'enum' in target ? `"${type}"` : type
}
