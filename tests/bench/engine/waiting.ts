/** Rows that wait for tomorrow, written as fast as the database takes them. */
import { sql } from '@payloadcms/db-postgres/drizzle'
import mongoose from 'mongoose'
import type { ChannelRow } from '@/engine/rows'
import type { Stage } from '../../support/engine'

type Range = { from: number; to: number }

const TOMORROW = 86_400_000

export async function fillWaiting(stage: Stage, channel: ChannelRow, range: Range): Promise<void> {
  const due = new Date(stage.clock.now().getTime() + TOMORROW)
  await ('drizzle' in stage.engine.payload.db ? inPostgres : inMongo)(stage, channel, { ...range, due })
}

type Filling = Range & { due: Date }

async function inPostgres(
  { engine, organization }: Stage,
  { id, platform }: ChannelRow,
  { from, to, due }: Filling,
): Promise<void> {
  const { drizzle } = engine.payload.db as unknown as { drizzle: { execute(query: unknown): Promise<unknown> } }
  await drizzle.execute(sql`
    insert into publications (title, content_kind, content_id, tracked_code, place_key, channel_id, platform, organization_id,
      due_at, wake_at, state, revision, priority, late_policy, late_after_minutes)
    select 'Bài chờ', 'articles', 'bench-' || n, 'bench-' || n, 'bench-' || n, ${id}::uuid, ${platform}, ${organization}::uuid,
      ${due.toISOString()}::timestamptz + n * interval '1 second', ${due.toISOString()}::timestamptz + n * interval '1 second',
      'scheduled', 1, 0, 'hold', 60
    from generate_series(${from}::int + 1, ${to}::int) as n`)
  await drizzle.execute(sql`analyze publications`)
}

async function inMongo(
  { engine, organization }: Stage,
  { id, platform }: ChannelRow,
  { from, to, due }: Filling,
): Promise<void> {
  const { ObjectId } = mongoose.mongo
  const { collections } = engine.payload.db as unknown as {
    collections: Record<string, { collection: { insertMany(rows: unknown[], options: object): Promise<unknown> } }>
  }
  for (let first = from; first < to; first += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, to - first) }, (_, place) => {
      const at = new Date(due.getTime() + (first + place) * 1000)
      const name = `bench-${first + place}`
      const keys = { contentId: name, trackedCode: name, placeKey: name, channel: new ObjectId(id), platform }
      const hours = { dueAt: at, wakeAt: at, createdAt: at, updatedAt: at }
      return {
        title: 'Bài chờ',
        contentKind: 'articles',
        organization: new ObjectId(organization),
        ...keys,
        ...hours,
        state: 'scheduled',
        revision: 1,
        priority: 0,
        latePolicy: 'hold',
        lateAfterMinutes: 60,
      }
    })
    await collections['publications']?.collection.insertMany(rows, { ordered: false })
  }
}
