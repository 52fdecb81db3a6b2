import type { Value } from '@/platform/database'
import type { Engine } from '..'
import type { ChannelRow } from '../rows'

const MOST_ATTEMPTS = 10

/**
 * One conditional update on what was known: the state and the credentials. Who paused the channel or connected it anew
 * meanwhile wins, and `decide` is asked again with the channel as it is now.
 */
export async function moveChannel(
  { rows }: Engine,
  channel: ChannelRow,
  decide: (present: ChannelRow) => Record<string, Value> | null,
): Promise<ChannelRow> {
  let present = channel
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const set = decide(present)
    if (!set) return present
    const { id, state, secretGivenAt } = present
    const moved = await rows.update<ChannelRow>('channels', { id, state, secretGivenAt }, set)
    if (moved) return moved
    const [now] = await rows.find<ChannelRow>('channels', { where: { id }, limit: 1 })
    if (!now) return present
    present = now
  }
  throw new Error(`channel ${channel.id} changes faster than it can be written`)
}
