/** A channel that is left alone is asked for its health, ever less often; a good answer lets one more send try. */
import { addSeconds } from '@/platform/clock'
import { mostInARow, probeSeconds } from '@/publishing/breaker'
import type { Engine } from '../..'
import type { ChannelRow } from '../../rows'

/** Asked in vain. */
export async function probeLater({ rows, now }: Engine, { id, probeAt, probes }: ChannelRow): Promise<void> {
  const known = probes ?? 0
  const set = { probes: known + 1, probeAt: addSeconds(now(), probeSeconds(known)) }
  await rows.set('channels', { id, state: 'attention', probeAt }, set)
}

/**
 * Nothing is held back any more, but it is only on trial: whether the platform really takes posts, the next send shows. One
 * more failure of the same class and it is left alone again, for longer; a good one, and the next failure is the first.
 */
export function onTrial({ brokenAt, failureClass }: ChannelRow) {
  if (!brokenAt || !failureClass) return whole
  return { ...whole, failures: mostInARow(failureClass) - 1 }
}

/** Another matter has taken its place. */
export const whole = { brokenAt: null, probeAt: null }
