import { z } from 'zod'
import { isSomethingToTell } from '@/engine/notify'
import { type JobDefinition, type Sweep, wakeId } from '../runtime/definition'

const input = z.strictObject({})

/** Tells people what needs them. One at a time, whichever worker: the id is always the same. */
export const notify: JobDefinition<z.infer<typeof input>> = {
  name: 'notify',
  input,
  queues: ['notify'],
  concurrency: 1,
  handler: async () => (await import('./handler')).handle,
}

export const sweepNotifications: Sweep = {
  name: 'sweep-notifications',
  cron: '10,40 * * * * *',
  async find(engine) {
    if (!(await isSomethingToTell(engine))) return []
    return [{ job: 'notify', queue: 'notify', id: wakeId('notify', 'people'), input: {} }]
  },
}
