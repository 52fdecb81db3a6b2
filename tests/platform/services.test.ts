import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { databaseFor, stack } from '../support/services'

describe.skipIf(stack === 'production')('The databases of the tests', () => {
  it('are migrated and each file has its own', async () => {
    const [one, other] = await Promise.all([databaseFor('tests/one.test.ts'), databaseFor('tests/one.test.ts')])
    expect(one.DATABASE_URL).not.toBe(other.DATABASE_URL)
    expect(one.QUEUE_PREFIX).not.toBe(other.QUEUE_PREFIX)
    await ask(one.DATABASE_URL, 'create table planted (id int)')
    expect(await tablesOf(one.DATABASE_URL)).toContain('planted')
    expect(await tablesOf(other.DATABASE_URL)).not.toContain('planted')
    expect(await tablesOf(other.DATABASE_URL)).toContain('publications')
  })
})

async function tablesOf(url: string): Promise<string[]> {
  const rows = await ask(url, "select tablename from pg_tables where schemaname = 'public'")
  return rows.map((row) => String(row['tablename']))
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}
