/** A channel's lane: one worker at a time sends on it. A lease in the channel's own row; whoever died gives it back by time. */
import { randomUUID } from 'node:crypto'
import { addSeconds } from '@/platform/clock'
import type { Engine } from '../..'
import type { ChannelRow } from '../../rows'

/** Much shorter than a publication's lease: whoever takes over the channel of a dead worker sends what else is due on it. */
const LANE_SECONDS = 40

export type Lane = { channel: ChannelRow; stop(): Promise<void> }

/** Null while somebody else has it. The lease is renewed until `stop`, which gives it back. */
export async function takeLane(engine: Engine, id: string): Promise<Lane | null> {
  const laneToken = randomUUID()
  const channel = await take(engine, id, laneToken)
  if (!channel) return null
  // It only keeps the order: what must not happen twice is guarded by each publication's own lease.
  const renew = () => engine.rows.set('channels', { id, laneToken }, { laneUntil: laneEnd(engine) })
  const timer = setInterval(() => void renew().catch(() => undefined), (LANE_SECONDS * 1000) / 4)
  timer.unref()
  return {
    channel,
    async stop() {
      clearInterval(timer)
      await engine.rows.set('channels', { id, laneToken }, { laneToken: null, laneUntil: engine.now() })
    },
  }
}

async function take(engine: Engine, id: string, laneToken: string): Promise<ChannelRow | null> {
  const set = { laneToken, laneUntil: laneEnd(engine) }
  const free = await engine.rows.update<ChannelRow>('channels', { id, laneUntil: { atMost: engine.now() } }, set)
  return free ?? engine.rows.update<ChannelRow>('channels', { id, laneUntil: null }, set)
}

function laneEnd({ now }: Engine): Date {
  return addSeconds(now(), LANE_SECONDS)
}
