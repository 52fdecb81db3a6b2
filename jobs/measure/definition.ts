import { z } from 'zod'
import type { Engine } from '@/engine'
import { busyAmong } from '@/engine/send/lane/due'
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
    const channels = [...new Set((await findDue(engine)).map(({ channel }) => channel))]
    if (channels.length === 0) return []
    const atWork = new Set(await busyAmong(engine, channels))
    return channels
      .filter((channel) => !atWork.has(channel))
      .map((channel) => ({
        job: 'measure',
        queue: 'measure',
        id: wakeId('measure', channel),
        input: { channel },
      }))
  },
}

function findDue({ rows, now }: Engine): Promise<{ id: string; channel: string }[]> {
  return rows.find('publications', {
    where: { state: 'published', wakeAt: { atMost: now() } },
    select: ['channel'],
    limit: 500,
  })
}
