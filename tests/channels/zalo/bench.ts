/** The driver on its look-alike, in the morning: broadcasts are refused at night, and tests run at any hour. */
import { channel } from '@/channels/zalo'
import type { ZaloPost } from '@/channels/zalo/options'
import type { Lookalike } from '@/sandbox/contract'
import { lookalike } from '@/sandbox/zalo'
import { turn, type KnobName } from '@/sandbox/zalo/knobs'
import { getAccount, giveTokens } from '@/sandbox/zalo/state'
import { openBench, type Bench } from '../../contracts/bench'
import { runLookalike, type RunningLookalike } from '../../support/platforms'

export const MORNING = 6
export const NIGHT = 23

export type ZaloBench = Bench<ZaloPost> & {
  platform: RunningLookalike
  /** Of the look-alike's own; back to usual with `usual`. */
  turn(name: KnobName, value: number): void
  /** Moves the clock on to the next such hour in Vietnam; the tokens are renewed on the way. */
  until(hour: number): void
  /** What Zalo took for review, oldest first. */
  broadcasts(): { articles: string[]; target: Record<string, unknown> }[]
}

export async function openZalo(): Promise<ZaloBench> {
  const platform = await runByDay()
  const bench = await openBench(channel, platform)
  return {
    ...bench,
    platform,
    turn: (name, value) => turn(platform.desk, name, value),
    until: (hour) => passUntil(platform, hour),
    broadcasts: () =>
      platform.desk.entries
        .read({ platform: 'zalo' })
        .filter(({ call }) => call === 'oa.broadcast')
        .map(
          ({ articles, target }) => ({ articles, target }) as { articles: string[]; target: Record<string, unknown> },
        ),
  }
}

/** For the contract suite: at six in the morning, sixteen hours before the night. */
export async function runByDay(with_: Lookalike = lookalike): Promise<RunningLookalike> {
  const platform = await runLookalike(with_)
  turn(platform.desk, 'verifyLooks', 0)
  turn(platform.desk, 'videoLooks', 0)
  passUntil(platform, MORNING)
  return platform
}

/** May be nearly a day, which leaves little of a token's 25 hours. */
function passUntil(platform: RunningLookalike, hour: number): void {
  const second = Math.floor(platform.now().getTime() / 1000 + 7 * 3_600) % 86_400
  platform.pass(((hour * 3_600 - second + 86_400) % 86_400) + 1)
  renewTokens(platform)
}

function renewTokens(platform: RunningLookalike): void {
  const account = getAccount(platform.desk, platform.account)
  if (!account) throw new Error('the account is gone')
  const { accessToken, refreshToken } = giveTokens(platform.desk, account)
  platform.credentials = { ...platform.credentials, accessToken, refreshToken }
}
