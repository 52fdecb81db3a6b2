/** One renewal at a time over all processes; a lock whose holder died opens by itself. */
import { addSeconds } from '@/platform/clock'
import type { Engine } from '..'
import type { ChannelRow } from '../rows'

const LOCK_SECONDS = 60

/** The channel as it is now that it is ours, or null when somebody else renews it. */
export async function lock({ rows, now }: Engine, { id }: ChannelRow, token: string): Promise<ChannelRow | null> {
  const set = { renewLease: token, renewLeaseUntil: addSeconds(now(), LOCK_SECONDS) }
  const free = await rows.update<ChannelRow>('channels', { id, renewLeaseUntil: null }, set)
  return free ?? rows.update<ChannelRow>('channels', { id, renewLeaseUntil: { atMost: now() } }, set)
}

/** Never in the way of what is being told: a lock that cannot be opened now opens by itself. */
export async function unlock({ rows, log }: Engine, { id }: ChannelRow, token: string): Promise<void> {
  try {
    await rows.update('channels', { id, renewLease: token }, { renewLease: null, renewLeaseUntil: null })
  } catch (cause) {
    log.warn({ channel: id, err: cause }, 'the lock of a renewal was not opened')
  }
}
