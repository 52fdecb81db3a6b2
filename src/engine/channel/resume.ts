import { type HoldReason, isLate, type StopReason } from '@/publishing/due'
import type { Engine } from '..'
import type { ChannelRow, Publication } from '../rows'
import { holdSentences } from '../send/hold'
import { tryTransition, wakeLater } from '../transition'
import { findStop } from './stops'

/** What may stand against a channel as a whole. */
type ChannelReason = Extract<HoldReason, `channel-${string}`>

/** What was held for a reason that is gone goes on, unless it has become late meanwhile: then it waits as late. */
export async function resumeHeld(engine: Engine, channel: string, reasons: readonly ChannelReason[]): Promise<void> {
  const where = { channel, state: 'held', heldBecause: { in: reasons } }
  const found = await engine.rows.find<Publication>('publications', { where })
  for (const publication of found) await goOn(engine, publication)
}

/** After a pause has ended: what another pause still stops goes on waiting, for that reason. */
export async function resumeStopped(engine: Engine): Promise<void> {
  const where = { state: 'held', heldBecause: { in: ['paused', 'organization-paused'] } }
  const held = await engine.rows.find<Publication>('publications', { where })
  const around = await lookAround(engine, held)
  for (const publication of held) {
    const stop = around.get(publication.channel)?.stop ?? null
    if (!stop) await goOn(engine, publication)
    else if (stop !== publication.heldBecause)
      await wakeLater(engine, publication, { heldBecause: stop, heldMessage: holdSentences[stop] })
  }
}

/** Held not for what they are themselves but for something around them, and that is gone. */
export async function findHeldForNothing(engine: Engine): Promise<Publication[]> {
  const heldBecause = { in: ['paused', 'organization-paused', ...channelReasons] }
  const held = await engine.rows.find<Publication>('publications', {
    where: { state: 'held', heldBecause },
    select: ['channel', 'heldBecause', 'state', 'revision', 'auditHash', 'organization', ...hours],
  })
  const around = await lookAround(engine, held)
  return held.filter(({ channel, heldBecause: because }) => {
    const { isConnected = false, stop = null } = around.get(channel) ?? {}
    return because?.startsWith('channel-') ? isConnected : !stop
  })
}

const hours = ['dueAt', 'latePolicy', 'lateAfterMinutes', 'platform']

const channelReasons: readonly ChannelReason[] = ['channel-paused', 'channel-not-ready', 'channel-broken']

/** How many go on, or wait as late from now on. */
export async function resumeHeldForNothing(engine: Engine): Promise<number> {
  const found = await findHeldForNothing(engine)
  for (const publication of found) await goOn(engine, publication)
  return found.length
}

type Around = { isConnected: boolean; stop: StopReason | null }

/** By channel: it is the channel's organization that stops, as for the guard. Asked once per organization. */
async function lookAround(engine: Engine, held: readonly Publication[]): Promise<Map<string, Around>> {
  if (held.length === 0) return new Map()
  const where = { id: { in: [...new Set(held.map(({ channel }) => channel))] } }
  const channels = await engine.rows.find<ChannelRow>('channels', { where, select: ['organization', 'state'] })
  const stops = new Map<string, StopReason | null>()
  for (const organization of new Set(channels.map((channel) => channel.organization)))
    stops.set(organization, await findStop(engine, { organization }))
  return new Map(
    channels.map(({ id, organization, state }) => [
      id,
      { isConnected: state === 'connected', stop: stops.get(organization) ?? null },
    ]),
  )
}

async function goOn(engine: Engine, publication: Publication): Promise<void> {
  const late = { policy: publication.latePolicy, afterMinutes: publication.lateAfterMinutes }
  const mustWait = late.policy === 'hold' && isLate({ now: engine.now(), dueAt: publication.dueAt, late })
  if (mustWait) await wakeLater(engine, publication, { heldBecause: 'late', heldMessage: holdSentences.late })
  else
    await tryTransition(engine, publication, {
      event: 'resume',
      set: { heldBecause: null, heldMessage: null, wakeAt: publication.dueAt },
    })
}
