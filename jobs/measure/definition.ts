import { z } from 'zod'
import type { Engine } from '@/engine'
import { lanesAtWork } from '@/engine/send/lane/due'
import { type JobDefinition, type Sweep, wakeId } from '../runtime/definition'

export const input = z.strictObject({ channel: z.string() })

/** Takes the readings that are due, all posts of one channel together. */
export const measure: JobDefinition<z.infer<typeof input>> = {
  name: 'measure',
  input,
  queues: ['measure'],
  concurrency: 2,
  handler: async () => (await import('./handler')).handle,
}

/** Where something is being sent, numbers wait for the end of the turn: a post has an hour, a reading has none. */
export const sweepDueReadings: Sweep = {
  name: 'sweep-due-readings',
  cron: '*/5 * * * * *',
  async find(engine) {
    const found = await findDue(engine)
    const atWork = found.length > 0 ? await lanesAtWork(engine) : []
    const due = atWork.length > 0 ? await findDue(engine, atWork) : found
    const channels = new Set(due.map(({ channel }) => channel))
    return [...channels].map((channel) => ({
      job: 'measure',
      queue: 'measure',
      id: wakeId('measure', channel),
      input: { channel },
    }))
  },
}

/** One look takes so many: what is left out is left out by the question, so that it hides nobody else. */
function findDue({ rows, now }: Engine, leftOut: readonly string[] = []): Promise<{ id: string; channel: string }[]> {
  const others = leftOut.length > 0 ? { channel: { notIn: leftOut } } : {}
  return rows.find('publications', {
    where: { state: 'published', wakeAt: { atMost: now() }, ...others },
    select: ['channel'],
    limit: 500,
  })
}
