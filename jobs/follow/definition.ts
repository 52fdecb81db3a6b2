import { z } from 'zod'
import type { JobDefinition } from '../runtime/definition'

export const input = z.strictObject({ channel: z.string() })

/** Looks whether the platform has finished with what it took on one channel, one post after the other. */
export const follow: JobDefinition<z.infer<typeof input>> = {
  name: 'follow',
  input,
  queues: ['follow'],
  concurrency: 4,
  handler: async () => (await import('./handler')).handle,
}
