import { z } from 'zod'
import type { Engine } from '@/engine'
import { addSeconds } from '@/platform/clock'
import { type JobDefinition, type Sweep, wakeId } from '../runtime/definition'

export const input = z.strictObject({ channel: z.string() })

/** Once a day: is the channel still ours? */
export const checkChannels: JobDefinition<z.infer<typeof input>> = {
  name: 'check-channels',
  input,
  queues: ['check-channels'],
  concurrency: 1,
  handler: async () => (await import('./handler')).handle,
}

const DAY_SECONDS = 86_400

export const sweepUncheckedChannels: Sweep = {
  name: 'sweep-unchecked-channels',
  cron: '30 * * * * *',
  async find(engine) {
    const due = await findDue(engine)
    return due.map(({ id }) => ({
      job: 'check-channels',
      queue: 'check-channels',
      id: wakeId('check', id),
      input: { channel: id },
    }))
  },
}

function findDue({ rows, now }: Engine): Promise<{ id: string }[]> {
  return rows.find('channels', {
    where: { state: 'connected', checkedAt: { atMost: addSeconds(now(), -DAY_SECONDS) } },
    select: ['state'],
    limit: 100,
  })
}
