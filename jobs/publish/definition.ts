import { z } from 'zod'
import { platforms } from '@/channels/registry'
import type { JobDefinition } from '../runtime/definition'

export const input = z.strictObject({ publication: z.string() })

/** Sends one publication. One queue per platform, so that a slow one does not hold up the others. */
export const publish: JobDefinition<z.infer<typeof input>> = {
  name: 'publish',
  input,
  queues: platforms.map(sendQueue),
  concurrency: 4,
  handler: async () => (await import('./handler')).handle,
}

export function sendQueue(platform: string): string {
  return `publish-${platform}`
}
