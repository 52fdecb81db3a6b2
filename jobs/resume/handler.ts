import type { Engine } from '@/engine'
import { resumeHeldForNothing } from '@/engine/channel/resume'
import type { Outcome } from '../runtime/definition'

export async function handle(engine: Engine): Promise<Outcome> {
  return { done: `${await resumeHeldForNothing(engine)} publications` }
}
