import type { ChannelError } from '@/channels/contract'
import type { Engine } from '..'
import { appendAudit, theSystem } from '../audit'
import type { ChannelRow } from '../rows'
import { moveChannel } from './move'

/** The channel needs a person; its waiting publications will be held, not failed. */
export async function needAttention(engine: Engine, channel: ChannelRow, cause: ChannelError): Promise<void> {
  let before = channel.state
  await moveChannel(engine, channel, (present) => {
    before = present.state
    // What a person connected anew while the old credentials were refused is not judged by that refusal.
    if (isNewer(present, channel)) return null
    const state = before === 'paused' ? 'paused' : 'attention'
    return { state, problem: cause.message, checkedAt: engine.now() }
  })
  if (before === 'attention') return
  await appendAudit(engine, {
    action: 'channel-attention',
    subject: `channels:${channel.id}`,
    organization: channel.organization,
    actor: theSystem,
    detail: { code: cause.code },
  })
}

export function isNewer(present: ChannelRow, known: ChannelRow): boolean {
  return (present.secretGivenAt?.getTime() ?? 0) !== (known.secretGivenAt?.getTime() ?? 0)
}
