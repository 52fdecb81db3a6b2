import { channelOf } from '@/channels/registry'
import type { Also, Value } from '@/platform/database'
import { putRow } from '@/platform/database/rows/put'
import { Refusal } from '@/platform/errors'
import { describeBreak } from '@/publishing/breaker'
import type { Engine } from '..'
import { type Actor, auditWith } from '../audit'
import { readChannel } from '../desk/read-content'
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
  const entry = await auditWith(engine, { ...entryOf('pause', target), actor, detail: { because } })
  await setPause(engine, target, { set: { active: true, because, by: actor.name, at: engine.now() }, entry })
}

async function resume(engine: Engine, target: Target, actor: Actor): Promise<void> {
  const entry = await auditWith(engine, { ...entryOf('resume', target), actor, detail: null })
  await setPause(engine, target, { set: { active: false, because: null, by: actor.name, at: engine.now() }, entry })
  await resumeStopped(engine)
}

function entryOf(verb: 'pause' | 'resume', { organization }: Target) {
  return organization
    ? { action: `${verb}-organization`, subject: `organizations:${organization}`, organization }
    : { action: `${verb}-everything`, subject: EVERYTHING, organization }
}

type Written = { set: Record<string, Value>; entry: Also }

/** The row of a target is made once and stays; what is said of it and who said so are written together. */
async function setPause({ rows }: Engine, { key, organization }: Target, { set, entry }: Written): Promise<void> {
  await putRow(rows, 'pauses', { key: { key }, fresh: { active: false }, set: { organization } })
  const isWritten = await rows.setWith('pauses', { where: { key }, set }, [entry])
  if (!isWritten) throw new Error(`what was said of ${key} could not be written`)
}

export async function pauseChannel(
  engine: Engine,
  channel: ChannelRow,
  { because, actor }: { because: string; actor: Actor },
): Promise<void> {
  requireReason(because)
  const entry = await auditWith(engine, { ...entryOfChannel('pause', channel), actor, detail: { because } })
  const set = { state: 'paused', problem: because }
  await engine.rows.setWith('channels', { where: { id: channel.id }, set }, [entry])
}

/** Back to work, unless its credentials are new and unchecked, or nobody has said that it is the right page. */
export async function resumeChannel(engine: Engine, channel: ChannelRow, actor: Actor): Promise<ChannelRow> {
  const where = { id: channel.id, state: 'paused' }
  const entry = await auditWith(engine, { ...entryOfChannel('resume', channel), actor, detail: null })
  const isResumed = await engine.rows.setWith('channels', { where, set: afterPause(channel) }, [entry])
  if (!isResumed) throw new Refusal('wrong_state', 'Kênh không ở trạng thái tạm dừng.', 409)
  await resumeHeld(engine, channel.id, ['channel-paused'])
  return readChannel(engine, channel.id)
}

function entryOfChannel(verb: 'pause' | 'resume', { id, organization }: ChannelRow) {
  return { action: `${verb}-channel`, subject: `channels:${id}`, organization }
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
