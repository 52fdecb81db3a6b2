import type { Channel, Health, Json } from '@/channels/contract'
import type { Value } from '@/platform/database'
import type { Engine } from '..'
import { type Actor, appendAudit, theSystem } from '../audit'
import type { ChannelRow, ChannelState } from '../rows'
import { isNewer } from './attention'
import { onTrial } from './breaker/probe'
import { expiryStageOf, judge } from './judge'
import { moveChannel } from './move'
import { resumeHeld } from './resume'

export type Checked = { channel: ChannelRow; driver: Channel; health: Health; actor: Actor }

/** Everything the platform told, and the state that follows from it. */
export async function recordHealth(engine: Engine, checked: Checked): Promise<ChannelRow> {
  const { channel, driver, health } = checked
  let before = channel
  const updated = await moveChannel(engine, channel, (present) => {
    before = present
    // The answer was about credentials that a person has replaced meanwhile.
    if (isNewer(present, channel)) return null
    // One that is left alone was connected when it was: who never had to confirm it does not have to now.
    const known = present.brokenAt ? { ...present, state: 'connected' as const } : present
    const { state, problem } = judge(health, known, driver.isOurs)
    const isPaused = present.state === 'paused'
    return {
      ...told(health, engine.now()),
      ...onTrial(present),
      // Who was connected before anybody was asked to confirm: from now on it has to stay this account.
      confirmedAccount: present.confirmedAccount ?? (state === 'connected' ? health.profile.account : null),
      problem: isPaused ? present.problem : problem,
      state: isPaused ? 'paused' : state,
    }
  })
  await tell(engine, checked, { before, updated })
  return updated
}

function told(health: Health, now: Date): Record<string, Value> {
  const { identity, profile, scopes, warnings, quotaLeft, expiresAt } = health
  return {
    identity,
    profile: { ...profile },
    scopes,
    warnings: warnings.map((warning) => ({ ...warning })),
    quotaLeft,
    expiresAt,
    expiryStage: expiryStageOf(expiresAt, now),
    checkedAt: now,
  }
}

type Change = { before: ChannelRow; updated: ChannelRow }

/** Into the audit, once each: an end that has come a stage nearer, another page than meant, connected again. */
async function tell(engine: Engine, { channel, actor }: Checked, { before, updated }: Change): Promise<void> {
  const entry = { subject: `channels:${channel.id}`, organization: channel.organization }
  const expiresAt = updated.expiresAt?.toISOString() ?? null
  if (isNearer(before.expiryStage, updated.expiryStage))
    await appendAudit(engine, { ...entry, action: 'channel-connection-ends', actor: theSystem, detail: { expiresAt } })
  const action = before.state === updated.state ? undefined : changes[updated.state]
  if (action) await appendAudit(engine, { ...entry, action, actor, detail: whoWasFound(updated) })
  if (action === changes.connected) await resumeHeld(engine, channel.id, ['channel-not-ready', 'channel-broken'])
}

const changes: Partial<Record<ChannelState, string>> = {
  connected: 'channel-connected',
  attention: 'channel-attention',
}

function whoWasFound({ identity, profile }: ChannelRow): Json {
  return { identity: typeof identity === 'string' ? identity : null, account: profile?.account ?? null }
}

function isNearer(before: number | null, after: number | null): boolean {
  return after !== null && (before === null || after < before)
}
