import type { z } from 'zod'
import type { Engine } from '@/engine'
import { closeCorrections } from '@/engine/desk/correction/close'
import { runRecall } from '@/engine/desk/recall/run'
import type { Outcome } from '../runtime/definition'
import type { input } from './definition'

export async function handle(engine: Engine, wanted: z.infer<typeof input>): Promise<Outcome> {
  if ('corrections' in wanted) return { done: `${await closeCorrections(engine)} closed` }
  const done = await runRecall(engine, wanted.recall)
  return done ? { done } : { skipped: 'somebody else looks' }
}
