/** Zalo delivers broadcasts from 06:00 to 21:59 by Vietnam's clock, which has no summer time. */
import { ChannelError, type Call } from '../../contract'
import { NIGHT } from '../limits'
import { NIGHT_BAN, NIGHT_SENTENCE } from '../meanings'

const OFFSET_MS = 7 * 3_600_000
const DAY_SECONDS = 86_400

/** @throws ChannelError `throttled` until six in the morning, for this post only; always when Zalo itself says "night". */
export function refuseNight({ now }: Pick<Call, 'now'>, said?: ChannelError): void {
  const moment = now()
  if (!isNight(moment) && !said) return
  throw new ChannelError('throttled', NIGHT_SENTENCE, {
    code: NIGHT_BAN,
    retryAfter: secondsUntilMorning(moment),
    scope: 'post',
    ...(said ? { cause: said } : {}),
  })
}

/** By our clock it may be day while Zalo's says night: then their clocks differ by a little, and ten minutes are enough. */
function secondsUntilMorning(moment: Date): number {
  if (!isNight(moment)) return 600
  return (NIGHT.to * 3_600 - secondOfDay(moment) + DAY_SECONDS) % DAY_SECONDS
}

export function isNight(moment: Date): boolean {
  const second = secondOfDay(moment)
  return second >= NIGHT.from * 3_600 || second < NIGHT.to * 3_600
}

function secondOfDay(moment: Date): number {
  return Math.floor((moment.getTime() + OFFSET_MS) / 1000) % DAY_SECONDS
}
