import { z } from 'zod'
import { addSeconds } from '@/platform/clock'
import { type JobDefinition, type Sweep, wakeId } from '../runtime/definition'

export const input = z.strictObject({ publication: z.string() })

/** Half an hour before its hour: would it go out? While there is still time to mend what is wrong. */
export const preflight: JobDefinition<z.infer<typeof input>> = {
  name: 'preflight',
  input,
  queues: ['preflight'],
  concurrency: 1,
  handler: async () => (await import('./handler')).handle,
}

const BEFORE_SECONDS = 30 * 60
const BATCH = 100

export const sweepUpcomingPublications: Sweep = {
  name: 'sweep-upcoming-publications',
  cron: '*/20 * * * * *',
  async find({ rows, now }) {
    const upcoming = await rows.find<{ id: string; revision: number }>('publications', {
      where: {
        state: 'scheduled',
        preflightAt: null,
        tries: 0,
        wakeAt: { above: now(), atMost: addSeconds(now(), BEFORE_SECONDS) },
      },
      select: ['revision'],
      sort: 'wakeAt',
      limit: BATCH,
    })
    return upcoming.map(({ id, revision }) => ({
      job: 'preflight',
      queue: 'preflight',
      id: wakeId('preflight', id, revision),
      input: { publication: id },
    }))
  },
}
