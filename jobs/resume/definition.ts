import { z } from 'zod'
import { findHeldForNothing } from '@/engine/channel/resume'
import { type JobDefinition, type Sweep, wakeId } from '../runtime/definition'

const input = z.strictObject({})

/** Posts that are held for what is gone go on. One at a time, whichever worker. */
export const resume: JobDefinition<z.infer<typeof input>> = {
  name: 'resume',
  input,
  queues: ['resume'],
  concurrency: 1,
  handler: async () => (await import('./handler')).handle,
}

/**
 * Whoever ends a pause or connects a channel lets its posts go on at once. This is for those that were held a moment after
 * that by a worker that had looked a moment before, and for a process that died in the middle of letting them go on.
 */
export const sweepHeldForNothing: Sweep = {
  name: 'sweep-held-for-nothing',
  cron: '5,35 * * * * *',
  async find(engine) {
    const [held] = await findHeldForNothing(engine)
    return held ? [{ job: 'resume', queue: 'resume', id: wakeId('resume', 'held'), input: {} }] : []
  },
}
