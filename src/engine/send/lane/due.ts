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

/** Channels on which somebody is sending at this moment. */
export function lanesAtWork(engine: Engine): Promise<string[]> {
  return lanesWith(engine, 'laneUntil')
}

/** Channels that need no look now: somebody is at work there, or they rest. */
export async function busyLanes(engine: Engine): Promise<string[]> {
  const found = await Promise.all([lanesAtWork(engine), lanesWith(engine, 'notBefore')])
  return [...new Set(found.flat())]
}

/** That hour of theirs has not come. */
async function lanesWith({ rows, now }: Engine, field: 'laneUntil' | 'notBefore'): Promise<string[]> {
  const query = { where: { [field]: { above: now() } }, select: ['platform'] }
  return (await rows.find<{ id: string }>('channels', query)).map(({ id }) => id)
}

function isAhead(hour: Date | null, now: Date): boolean {
  return hour !== null && hour > now
}
