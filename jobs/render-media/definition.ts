import { z } from 'zod'
import { type JobDefinition, type Sweep, wakeId } from '../runtime/definition'

export const input = z.strictObject({ media: z.string() })

/** Makes of an uploaded picture what every platform accepts. */
export const renderMedia: JobDefinition<z.infer<typeof input>> = {
  name: 'render-media',
  input,
  queues: ['render-media'],
  concurrency: 1,
  handler: async () => (await import('./handler')).handle,
}

export const sweepPendingMedia: Sweep = {
  name: 'sweep-pending-media',
  cron: '*/3 * * * * *',
  async find({ rows }) {
    const found = await rows.find<{ id: string; sha256: string }>('media', {
      where: { renditionState: 'pending' },
      select: ['sha256'],
      limit: 50,
    })
    return found.map(({ id, sha256 }) => ({
      job: 'render-media',
      queue: 'render-media',
      id: wakeId('render', id, sha256.slice(0, 8)),
      input: { media: id },
    }))
  },
}
