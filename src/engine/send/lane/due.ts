/** What is due on a channel, and which channels have something due and nobody at work. */
import type { Engine } from '../..'
import type { ChannelRow, Publication } from '../../rows'

/** Read at once; an alert that comes meanwhile waits for no more than these. */
const BATCH = 8

/** Alerts first, then by their hour. */
export async function findDueOn(engine: Engine, channel: ChannelRow, most = BATCH): Promise<Publication[]> {
  const where = { channel: channel.id, state: 'scheduled', wakeAt: { atMost: engine.now() } }
  const find = (over: object) =>
    engine.rows.find<Publication>('publications', { where: { ...where, ...over }, sort: 'wakeAt', limit: most })
  const urgent = await find({ priority: { above: 0 } })
  return urgent.length > 0 ? urgent : find({})
}

export type FreeLane = Pick<ChannelRow, 'id' | 'platform' | 'laneUntil'>

/** Of these channels, those on which nobody is at work and which no platform has asked to rest. */
export async function freeLanes({ rows, now }: Engine, channels: readonly string[]): Promise<FreeLane[]> {
  const found = await rows.find<ChannelRow>('channels', {
    where: { id: { in: channels } },
    select: ['platform', 'laneUntil', 'notBefore'],
  })
  return found.filter(({ laneUntil, notBefore }) => !isAhead(laneUntil, now()) && !isAhead(notBefore, now()))
}

/** Of these channels, those on which somebody is sending at this moment. */
export async function busyAmong({ rows, now }: Engine, channels: readonly string[]): Promise<string[]> {
  const where = { id: { in: channels }, laneUntil: { above: now() } }
  return (await rows.find<{ id: string }>('channels', { where, select: ['platform'] })).map(({ id }) => id)
}

/** Channels that need no look now: somebody is at work there, or they rest. */
export async function busyLanes({ rows, now }: Engine): Promise<string[]> {
  const select = ['platform']
  const found = await Promise.all(
    ['laneUntil', 'notBefore'].map((field) =>
      rows.find<{ id: string }>('channels', { where: { [field]: { above: now() } }, select }),
    ),
  )
  return [...new Set(found.flat().map(({ id }) => id))]
}

function isAhead(hour: Date | null, now: Date): boolean {
  return hour !== null && hour > now
}
