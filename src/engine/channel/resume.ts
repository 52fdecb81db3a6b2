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
  const stopOf = await findStops(engine, new Set(held.map(({ channel }) => channel)))
  for (const publication of held) {
    const stop = stopOf.get(publication.channel) ?? null
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
  const ids = new Set(held.map(({ channel }) => channel))
  const [connected, stopOf] = await Promise.all([readConnected(engine, ids), findStops(engine, ids)])
  const isGone = ({ channel, heldBecause: because }: Publication) =>
    because?.startsWith('channel-') ? connected.has(channel) : !stopOf.get(channel)
  return held.filter(isGone)
}

const hours = ['dueAt', 'latePolicy', 'lateAfterMinutes', 'platform']

const channelReasons: readonly ChannelReason[] = ['channel-paused', 'channel-not-ready', 'channel-broken']

async function readConnected({ rows }: Engine, ids: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  if (ids.size === 0) return new Set()
  const where = { id: { in: [...ids] }, state: 'connected' }
  return new Set((await rows.find('channels', { where, select: ['state'] })).map(({ id }) => id))
}

/** How many go on, or wait as late from now on. */
export async function resumeHeldForNothing(engine: Engine): Promise<number> {
  const found = await findHeldForNothing(engine)
  for (const publication of found) await goOn(engine, publication)
  return found.length
}

/** Of each channel: it is the channel's organization that stops, as for the guard. Asked once per organization. */
async function findStops(engine: Engine, ids: ReadonlySet<string>): Promise<Map<string, StopReason | null>> {
  if (ids.size === 0) return new Map()
  const where = { id: { in: [...ids] } }
  const channels = await engine.rows.find<ChannelRow>('channels', { where, select: ['organization'] })
  const stops = new Map<string, StopReason | null>()
  for (const organization of new Set(channels.map((channel) => channel.organization)))
    stops.set(organization, await findStop(engine, { organization }))
  return new Map(channels.map(({ id, organization }) => [id, stops.get(organization) ?? null]))
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
