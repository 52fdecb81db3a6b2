import type { Engine } from '@/engine'
import { notify } from '@/engine/notify'
import type { Outcome } from '../runtime/definition'

export async function handle(engine: Engine): Promise<Outcome> {
  const { told, sent } = await notify(engine)
  return told + sent === 0 ? { skipped: 'nothing to tell' } : { done: `told ${told}, sent ${sent}` }
}
