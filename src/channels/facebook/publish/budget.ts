/** Thirty reels in a moving day. The platform counts when a reel is finished and tells nobody how many are left. */
import { ChannelError, type Call } from '../../contract'
import { REELS_A_DAY } from '../limits'

const HOUR = 3_600_000
const HOURS = 24

/** Counted by the hour: the sum over this hour and the whole day before it is never less than the platform's own count. */
export async function countReel(call: Call): Promise<void> {
  const hour = Math.floor(call.now().getTime() / HOUR)
  const used: { hour: number; count: number }[] = []
  for (let past = HOURS; past >= 0; past -= 1) {
    used.push({ hour: hour - past, count: REELS_A_DAY - (await ask(call, { hour: hour - past, cost: 0 })) })
  }
  const total = used.reduce((sum, { count }) => sum + count, 0)
  const oldest = used.find(({ count }) => count > 0)?.hour ?? hour
  if (total >= REELS_A_DAY) throw tooMany(call, oldest)
  if ((await ask(call, { hour, cost: 1 })) < 0) throw tooMany(call, hour)
}

/** -1 when nothing could be taken. */
async function ask(call: Call, { hour, cost }: { hour: number; cost: number }): Promise<number> {
  const window = new Date(hour * HOUR).toISOString().slice(0, 13)
  return (await call.spend({ name: 'reels', owner: call.account, window, limit: REELS_A_DAY, cost })) ?? -cost
}

function tooMany(call: Call, oldest: number): ChannelError {
  const free = (oldest + HOURS + 1) * HOUR
  const retryAfter = Math.max(60, Math.ceil((free - call.now().getTime()) / 1000))
  const message = `Trang Facebook đã đăng đủ ${REELS_A_DAY} thước phim trong 24 giờ; hệ thống sẽ tự đăng khi có lượt.`
  return new ChannelError('throttled', message, { code: 'reels-spent', retryAfter, scope: 'post' })
}

/** The platform's own refusal of the 31st reel: other posts of the Page need not wait for it. */
export async function onlyReelsWait(finish: () => Promise<void>): Promise<void> {
  try {
    await finish()
  } catch (error) {
    if (!(error instanceof ChannelError && error.code.split('/')[0] === '613')) throw error
    const { message, code, retryAfter } = error
    throw new ChannelError('throttled', message, { code, retryAfter: retryAfter ?? 3_600, scope: 'post', cause: error })
  }
}
