import type { Engine } from '@/engine'
import { theSystem } from '@/engine/audit'
import { checkChannel } from '@/engine/channel/check'
import { readChannel } from '@/engine/desk/read-content'
import { Refusal } from '@/platform/errors'
import type { Outcome } from '../runtime/definition'

export async function handle(engine: Engine, { channel: id }: { channel: string }): Promise<Outcome> {
  const channel = await readChannel(engine, id)
  try {
    const { state } = await checkChannel(engine, channel, theSystem)
    return { done: state }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    engine.log.warn({ channel: id, code: cause.code }, 'channel check failed')
    return { done: cause.code }
  }
}
