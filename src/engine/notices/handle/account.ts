/** What happened to the account itself. */
import { ChannelError, type NoticeEvent } from '@/channels/contract'
import type { Engine } from '../..'
import { appendAudit, theSystem } from '../../audit'
import { needAttention } from '../../channel/attention'
import { countUp } from '../count'
import type { Settled, Told } from '.'

type Of<Kind extends NoticeEvent['kind']> = Told<Extract<NoticeEvent, { kind: Kind }>>

/** Counted at most once: the notice is closed first, for a number that is one too small harms less than one too large. */
export async function followed(
  engine: Engine,
  { notice, channel, event }: Of<'followed' | 'unfollowed'>,
): Promise<Settled> {
  const outcome = { state: 'handled', outcome: 'counted' } as const
  const isOurs = await engine.rows.update('notices', { id: notice.id, state: 'waiting' }, outcome)
  if (isOurs) await countUp(engine, `${event.kind}|${channel.id}`)
  return outcome
}

/** The account goes by another id: everything that asks for it does so from now on, and it stays the confirmed one. */
export async function moved(engine: Engine, { notice, channel, event }: Of<'moved'>): Promise<Settled> {
  const from = channel.externalId
  const isConfirmed = channel.confirmedAccount === from
  const updated = await engine.rows.update(
    'channels',
    { id: channel.id, externalId: from },
    { externalId: event.account, ...(isConfirmed ? { confirmedAccount: event.account } : {}) },
  )
  if (!updated) return { state: 'ignored', outcome: 'already moved' }
  await appendAudit(engine, {
    action: 'channel-moved',
    subject: `channels:${channel.id}`,
    organization: channel.organization,
    actor: theSystem,
    detail: { from, to: event.account, notice: notice.id },
  })
  return { state: 'handled', outcome: 'moved' }
}

/** A check that succeeded later knows better. */
export async function revoked(engine: Engine, { notice, channel, event }: Of<'revoked'>): Promise<Settled> {
  const isConnected = channel.state === 'connected' || channel.state === 'paused'
  if (!isConnected) return { state: 'ignored', outcome: `already ${channel.state}` }
  if (channel.checkedAt && channel.checkedAt > notice.at) return { state: 'ignored', outcome: 'checked since' }
  await needAttention(engine, channel, new ChannelError('unauthorized', event.because, { code: 'revoked' }))
  return { state: 'handled', outcome: 'attention' }
}
