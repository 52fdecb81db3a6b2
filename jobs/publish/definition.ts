import { z } from 'zod'
import { platforms } from '@/channels/registry'
import type { JobDefinition } from '../runtime/definition'

export const input = z.strictObject({ channel: z.string() })

/** Sends what is due on one channel, one after the other. One queue per platform, so that a slow one holds up no other. */
export const publish: JobDefinition<z.infer<typeof input>> = {
  name: 'publish',
  input,
  queues: platforms.map(sendQueue),
  concurrency: 8,
  handler: async () => (await import('./handler')).handle,
}

export function sendQueue(platform: string): string {
  return `publish-${platform}`
}
