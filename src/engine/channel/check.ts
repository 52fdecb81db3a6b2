import { ChannelError } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { Refusal } from '@/platform/errors'
import { refuseCall } from '../desk/refusals'
import type { Engine } from '..'
import { type Actor, appendAudit } from '../audit'
import { freshCredentials } from '../credentials'
import type { ChannelRow } from '../rows'
import { bareCall } from '../send/call'
import { resumeHeld } from './resume'

/** Identity, scopes, expiry; the channel's state follows. A platform that does not answer changes nothing. */
export async function checkChannel(engine: Engine, channel: ChannelRow, actor: Actor): Promise<ChannelRow> {
  const driver = channelOf(channel.platform)
  if (driver.needsLegalNote && !channel.legalNoteAcceptedBy)
    throw new Refusal(
      'legal_note_required',
      `Kênh ${driver.label} chỉ được bật sau khi lãnh đạo đọc và xác nhận lưu ý pháp lý.`,
      409,
    )
  try {
    const credentials = await freshCredentials(engine, driver, channel)
    const health = await driver.check(bareCall(engine, { driver, channel, credentials }))
    return await recordHealth(engine, channel, { identity: health.identity, actor })
  } catch (cause) {
    if (!(cause instanceof ChannelError)) throw cause
    if (cause.kind === 'unauthorized') await needAttention(engine, channel, cause)
    throw refuseCall(cause)
  }
}

/** The channel needs a person; its waiting publications will be held, not failed. */
export async function needAttention(engine: Engine, channel: ChannelRow, cause: ChannelError): Promise<void> {
  await engine.rows.update(
    'channels',
    { id: channel.id },
    { state: channel.state === 'paused' ? 'paused' : 'attention', problem: cause.message, checkedAt: engine.now() },
  )
  if (channel.state === 'attention') return
  await appendAudit(engine, {
    action: 'channel-attention',
    subject: `channels:${channel.id}`,
    organization: channel.organization,
    actor: { id: 'system', name: 'Hệ thống' },
    detail: { code: cause.code },
  })
}

async function recordHealth(
  engine: Engine,
  channel: ChannelRow,
  { identity, actor }: { identity: string; actor: Actor },
): Promise<ChannelRow> {
  const state = channel.state === 'paused' ? 'paused' : 'connected'
  const updated = await engine.rows.update<ChannelRow>(
    'channels',
    { id: channel.id },
    { state, identity, problem: null, checkedAt: engine.now() },
  )
  if (channel.state !== state) {
    await appendAudit(engine, {
      action: 'channel-connected',
      subject: `channels:${channel.id}`,
      organization: channel.organization,
      actor,
      detail: { identity },
    })
    await resumeHeld(engine, { channel: channel.id, heldBecause: 'channel-not-ready' })
  }
  return updated ?? channel
}
