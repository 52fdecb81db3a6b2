import { channelOf } from '@/channels/registry'
import { Refusal } from '@/platform/errors'
import type { Engine } from '..'
import { type Actor, appendAudit } from '../audit'
import type { ChannelRow } from '../rows'
import { resumeHeld } from './resume'

export async function isEverythingPaused({ payload }: Engine): Promise<boolean> {
  const switchboard = await payload.findGlobal({ slug: 'switchboard', depth: 0, overrideAccess: true })
  return Boolean(switchboard.paused)
}

/** Takes effect before the next publication is claimed. @throws Refusal 422 without a reason */
export async function pauseEverything(
  engine: Engine,
  { because, actor }: { because: string; actor: Actor },
): Promise<void> {
  requireReason(because)
  await setSwitchboard(engine, { paused: true, because, by: actor.name, at: engine.now().toISOString() })
  await appendAudit(engine, {
    action: 'pause-everything',
    subject: 'switchboard',
    organization: null,
    actor,
    detail: { because },
  })
}

export async function resumeEverything(engine: Engine, actor: Actor): Promise<void> {
  await setSwitchboard(engine, { paused: false, because: null, by: actor.name, at: engine.now().toISOString() })
  await appendAudit(engine, {
    action: 'resume-everything',
    subject: 'switchboard',
    organization: null,
    actor,
    detail: null,
  })
  await resumeHeld(engine, { heldBecause: 'paused' })
}

export async function pauseChannel(
  engine: Engine,
  channel: ChannelRow,
  { because, actor }: { because: string; actor: Actor },
): Promise<void> {
  requireReason(because)
  await engine.rows.update('channels', { id: channel.id }, { state: 'paused', problem: because })
  await appendAudit(engine, {
    action: 'pause-channel',
    subject: `channels:${channel.id}`,
    organization: channel.organization,
    actor,
    detail: { because },
  })
}

/** Back to work, unless its credentials are new and unchecked, or nobody has said that it is the right page. */
export async function resumeChannel(engine: Engine, channel: ChannelRow, actor: Actor): Promise<ChannelRow> {
  const state = isReady(channel) ? 'connected' : 'off'
  const where = { id: channel.id, state: 'paused' }
  const resumed = await engine.rows.update<ChannelRow>('channels', where, { state, problem: null })
  if (!resumed) throw new Refusal('wrong_state', 'Kênh không ở trạng thái tạm dừng.', 409)
  await appendAudit(engine, {
    action: 'resume-channel',
    subject: `channels:${channel.id}`,
    organization: channel.organization,
    actor,
    detail: null,
  })
  await resumeHeld(engine, { channel: channel.id, heldBecause: 'channel-paused' })
  return resumed
}

function isReady({ platform, checkedAt, confirmedAccount, profile }: ChannelRow): boolean {
  const isRecognised = confirmedAccount !== null || profile === null || channelOf(platform).isOurs === true
  return checkedAt !== null && isRecognised
}

async function setSwitchboard(
  { payload }: Engine,
  data: { paused: boolean; because: string | null; by: string; at: string },
): Promise<void> {
  await payload.updateGlobal({ slug: 'switchboard', data, depth: 0, overrideAccess: true })
}

function requireReason(because: string): void {
  if (because.trim().length < 5) throw new Refusal('reason_required', 'Hãy viết lý do tạm dừng (ít nhất 5 ký tự).')
}
