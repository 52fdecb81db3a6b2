import { channelOf } from '@/channels/registry'
import type { Value } from '@/platform/database'
import { putRow } from '@/platform/database/rows/put'
import { Refusal } from '@/platform/errors'
import { describeBreak } from '@/publishing/breaker'
import type { Engine } from '..'
import { type Actor, appendAudit } from '../audit'
import type { ChannelRow } from '../rows'
import { resumeHeld, resumeStopped } from './resume'
import { EVERYTHING, keyOfOrganization } from './stops'

type Pausing = { because: string; actor: Actor }

/** Takes effect before the next irreversible call. @throws Refusal 422 without a reason */
export async function pauseEverything(engine: Engine, pausing: Pausing): Promise<void> {
  await pause(engine, { key: EVERYTHING, organization: null }, pausing)
}

/** The organization and those below it. @throws Refusal 422 without a reason */
export async function pauseOrganization(engine: Engine, organization: string, pausing: Pausing): Promise<void> {
  await pause(engine, { key: keyOfOrganization(organization), organization }, pausing)
}

export async function resumeEverything(engine: Engine, actor: Actor): Promise<void> {
  await resume(engine, { key: EVERYTHING, organization: null }, actor)
}

export async function resumeOrganization(engine: Engine, organization: string, actor: Actor): Promise<void> {
  await resume(engine, { key: keyOfOrganization(organization), organization }, actor)
}

type Target = { key: string; organization: string | null }

async function pause(engine: Engine, target: Target, { because, actor }: Pausing): Promise<void> {
  requireReason(because)
  await setPause(engine, target, { active: true, because, by: actor.name, at: engine.now() })
  await appendAudit(engine, { ...entryOf('pause', target), actor, detail: { because } })
}

async function resume(engine: Engine, target: Target, actor: Actor): Promise<void> {
  await setPause(engine, target, { active: false, because: null, by: actor.name, at: engine.now() })
  await appendAudit(engine, { ...entryOf('resume', target), actor, detail: null })
  await resumeStopped(engine)
}

function entryOf(verb: 'pause' | 'resume', { organization }: Target) {
  return organization
    ? { action: `${verb}-organization`, subject: `organizations:${organization}`, organization }
    : { action: `${verb}-everything`, subject: EVERYTHING, organization }
}

async function setPause({ rows }: Engine, { key, organization }: Target, set: Record<string, Value>): Promise<void> {
  await putRow(rows, 'pauses', { key: { key }, fresh: { organization }, set })
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
  const where = { id: channel.id, state: 'paused' }
  const resumed = await engine.rows.update<ChannelRow>('channels', where, afterPause(channel))
  if (!resumed) throw new Refusal('wrong_state', 'Kênh không ở trạng thái tạm dừng.', 409)
  await appendAudit(engine, {
    action: 'resume-channel',
    subject: `channels:${channel.id}`,
    organization: channel.organization,
    actor,
    detail: null,
  })
  await resumeHeld(engine, channel.id, ['channel-paused'])
  return resumed
}

/** The platform that failed before the pause is asked first. */
function afterPause(channel: ChannelRow) {
  const { brokenAt, failureClass } = channel
  if (brokenAt && failureClass) return { state: 'attention', problem: describeBreak(failureClass) }
  return { state: isReady(channel) ? 'connected' : 'off', problem: null }
}

function isReady({ platform, checkedAt, confirmedAccount, profile }: ChannelRow): boolean {
  const isRecognised = confirmedAccount !== null || profile === null || channelOf(platform).isOurs === true
  return checkedAt !== null && isRecognised
}

function requireReason(because: string): void {
  if (because.trim().length < 5) throw new Refusal('reason_required', 'Hãy viết lý do tạm dừng (ít nhất 5 ký tự).')
}
