import type { Payload } from 'payload'
import { platforms } from '@/channels/registry'
import { type State, states } from '@/publishing/states'
import type { Engine } from '../..'
import type { ChannelRow } from '../../rows'

export type Count = { state: State; platform: string; count: number }

/** Counting what has been published for years is the one figure that grows with the history: it is read once a minute. */
const KEPT_MILLISECONDS = 60_000

const known = new WeakMap<Payload, { at: number; counts: Promise<Count[]> }>()

export async function readCounts(engine: Engine): Promise<Count[]> {
  const at = engine.now().getTime()
  const kept = known.get(engine.payload)
  if (kept && at - kept.at < KEPT_MILLISECONDS) return kept.counts
  const counts = countAll(engine)
  known.set(engine.payload, { at, counts })
  counts.catch(() => known.delete(engine.payload))
  return counts
}

/** By their channels, of which there is an index: one by platform would be written anew with every step of every post. */
async function countAll({ rows }: Engine): Promise<Count[]> {
  const channels = await rows.find<Pick<ChannelRow, 'id' | 'platform'>>('channels', { where: {}, select: ['platform'] })
  const pairs = states.flatMap((state) => platforms.map((platform) => ({ state, platform })))
  return Promise.all(
    pairs.map(async ({ state, platform }) => {
      const ids = channels.filter((channel) => channel.platform === platform).map(({ id }) => id)
      return { state, platform, count: await rows.count('publications', { state, channel: { in: ids } }) }
    }),
  )
}
