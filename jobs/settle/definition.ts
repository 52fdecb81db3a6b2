import { z } from 'zod'
import type { JobDefinition } from '../runtime/definition'

export const input = z.strictObject({ publication: z.string() })

/** Finds out what became of a send that got no answer. */
export const settle: JobDefinition<z.infer<typeof input>> = {
  name: 'settle',
  input,
  queues: ['settle'],
  concurrency: 4,
  handler: async () => (await import('./handler')).handle,
}
