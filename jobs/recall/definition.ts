import { z } from 'zod'
import { type JobDefinition, type Sweep, wakeId } from '../runtime/definition'

export const input = z.union([
  z.strictObject({ recall: z.string() }),
  z.strictObject({ corrections: z.literal('open') }),
])

/** Takes an item back from everywhere, and sees when a wrong one has been put right everywhere. */
export const recall: JobDefinition<z.infer<typeof input>> = {
  name: 'recall',
  input,
  queues: ['recall'],
  concurrency: 2,
  handler: async () => (await import('./handler')).handle,
}

const BATCH = 50
const MINUTE = 60_000

/** The id changes with every look, and with the minute in case a job was lost before it looked. */
export const sweepRecalls: Sweep = {
  name: 'sweep-recalls',
  cron: '*/3 * * * * *',
  async find({ rows, now }) {
    const due = await rows.find<{ id: string; wakeAt: Date }>('recalls', {
      where: { wakeAt: { atMost: now() } },
      select: ['wakeAt'],
      sort: 'wakeAt',
      limit: BATCH,
    })
    const minute = Math.floor(now().getTime() / MINUTE)
    return due.map(({ id, wakeAt }) => ({
      job: 'recall',
      queue: 'recall',
      id: wakeId('recall', id, wakeAt.getTime(), minute),
      input: { recall: id },
    }))
  },
}

/** Nothing tells by itself that the last channel has its correction. */
export const sweepOpenCorrections: Sweep = {
  name: 'sweep-open-corrections',
  cron: '25,55 * * * * *',
  async find({ rows }) {
    const [open] = await rows.find('corrections', { where: { closedAt: null }, select: ['since'], limit: 1 })
    if (!open) return []
    return [{ job: 'recall', queue: 'recall', id: wakeId('corrections', 'open'), input: { corrections: 'open' } }]
  },
}
