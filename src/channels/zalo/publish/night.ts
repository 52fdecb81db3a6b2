/** Zalo delivers broadcasts from 06:00 to 21:59 by Vietnam's clock, which has no summer time. */
import { ChannelError, type Call } from '../../contract'
import { NIGHT } from '../limits'
import { NIGHT_BAN, NIGHT_SENTENCE } from '../meanings'

const OFFSET_MS = 7 * 3_600_000
const DAY_SECONDS = 86_400

/** @throws ChannelError `throttled` until six in the morning, for this post only; always when Zalo itself says "night". */
export function refuseNight({ now }: Pick<Call, 'now'>, said?: ChannelError): void {
  const second = Math.floor((now().getTime() + OFFSET_MS) / 1000) % DAY_SECONDS
  const isNight = second >= NIGHT.from * 3_600 || second < NIGHT.to * 3_600
  if (!isNight && !said) return
  throw new ChannelError('throttled', NIGHT_SENTENCE, {
    code: NIGHT_BAN,
    retryAfter: secondsUntilMorning(second, isNight),
    scope: 'post',
    ...(said ? { cause: said } : {}),
  })
}

/** By our clock it may be day while Zalo's says night: then their clocks differ by a little, and ten minutes are enough. */
function secondsUntilMorning(second: number, isNight: boolean): number {
  if (!isNight) return 600
  return (NIGHT.to * 3_600 - second + DAY_SECONDS) % DAY_SECONDS
}
