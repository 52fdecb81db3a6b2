import { z } from 'zod'
import { forgettable, hasForgettable } from '@/engine/notices/forget'
import { type JobDefinition, type Sweep, wakeId } from '../runtime/definition'

export const input = z.union([
  z.strictObject({ notice: z.string() }),
  z.strictObject({ forgetBefore: z.iso.datetime() }),
])

/** What a platform told us by itself becomes true in our rows. */
export const receiveNotices: JobDefinition<z.infer<typeof input>> = {
  name: 'receive-notices',
  input,
  queues: ['receive-notices'],
  concurrency: 4,
  handler: async () => (await import('./handler')).handle,
}

const BATCH = 200

export const sweepWaitingNotices: Sweep = {
  name: 'sweep-waiting-notices',
  cron: '*/3 * * * * *',
  async find({ rows, now }) {
    const waiting = await rows.find<{ id: string; tries: number }>('notices', {
      where: { state: 'waiting', wakeAt: { atMost: now() } },
      select: ['tries'],
      sort: 'wakeAt',
      limit: BATCH,
    })
    return waiting.map(({ id, tries }) => ({
      job: 'receive-notices',
      queue: 'receive-notices',
      id: wakeId('notice', id, tries),
      input: { notice: id },
    }))
  },
}

/** Once a night: what was dealt with a month ago. */
export const sweepOldNotices: Sweep = {
  name: 'sweep-old-notices',
  cron: '0 20 3 * * *',
  async find(engine) {
    if (!(await hasForgettable(engine))) return []
    const forgetBefore = forgettable(engine).toISOString()
    const id = wakeId('forget', forgetBefore.slice(0, 10))
    return [{ job: 'receive-notices', queue: 'receive-notices', id, input: { forgetBefore } }]
  },
}
