import type { ChannelError } from '@/channels/contract'
import type { Engine } from '..'
import { appendAudit, theSystem } from '../audit'
import type { ChannelRow } from '../rows'
import { whole } from './breaker/probe'
import { moveChannel } from './move'

/** The channel needs a person; its waiting publications will be held, not failed. */
export async function needAttention(engine: Engine, channel: ChannelRow, cause: ChannelError): Promise<void> {
  let before = channel
  await moveChannel(engine, channel, (present) => {
    before = present
    // What a person connected anew while the old credentials were refused is not judged by that refusal.
    if (isNewer(present, channel)) return null
    const state = present.state === 'paused' ? 'paused' : 'attention'
    return { ...whole, state, problem: cause.message, checkedAt: engine.now() }
  })
  if (before.state === 'attention' && !before.brokenAt) return
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
