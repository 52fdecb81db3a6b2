/** A connection that the database refuses while a worker starts: it ends, and whoever runs it starts it anew. */
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Queue, Worker } from 'bullmq'
import { databaseFor, stack } from '../support/services'

const MOST = 6

describe.runIf(stack === 'embedded')('A worker that PostgreSQL has no room for', () => {
  let url: string

  beforeAll(async () => {
    Object.assign(process.env, await databaseFor(import.meta.url))
    url = await aCrampedRole(process.env['DATABASE_URL'] ?? '')
  })

  it('does not begin with half of its queues', async () => {
    const { openBackend } = await import('~/jobs/runtime/backend')
    const backend = await openBackend({ kind: 'postgres', url, schema: 'cramped_queue' })
    const opened: (Queue | Worker)[] = []
    for (let number = 0; number < MOST; number += 1) {
      const worker = backend.startWorker(`queue-${number}`, 1, async () => undefined)
      opened.push(backend.openQueue(`queue-${number}`), worker)
    }
    for (const one of opened) (one as Worker).on('error', () => undefined)
    await expect(backend.settle(opened)).rejects.toThrow(/too many connections for role/)
    await Promise.allSettled(opened.map((one) => one.close()))
  })
})

/** May do what the owner may, with so few connections that they do not suffice. */
async function aCrampedRole(given: string): Promise<string> {
  const owner = new pg.Client({ connectionString: given })
  await owner.connect()
  await owner.query(`create role cramped login password 'cramped' connection limit ${MOST}`)
  const { rows } = await owner.query<{ name: string }>('select quote_ident(current_user) as name')
  await owner.query(`grant ${rows[0]?.name} to cramped`)
  await owner.end()
  const cramped = new URL(given)
  cramped.username = 'cramped'
  cramped.password = 'cramped'
  return cramped.href
}
