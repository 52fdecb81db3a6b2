/**
 * Google counts by project and Pacific day and tells nobody what is left: an own ledger, shared by every process and
 * every channel of the same application (developers.google.com/youtube/v3/determine_quota_cost).
 */
import { ChannelError, type Call, type Problem } from '../contract'
import { credentials } from './options'

const HOUR = 3_600

/** Of the 100 uploads of a day the last is never used: a request that we could not count may have taken it. */
const LIMITS = { uploads: 99, units: 10_000, 'batch-stats': 10_000 } as const

export type Bucket = keyof typeof LIMITS

const SPENT: Readonly<Record<Bucket, string>> = {
  uploads:
    'Hôm nay đã dùng hết 99 lượt tải video mà hệ thống cho phép với ứng dụng Google này (Google cho 100, để lại 1); video sẽ tự được gửi sau 0 giờ theo giờ California (14-15 giờ Việt Nam).',
  units:
    'Hôm nay đã dùng hết 10.000 đơn vị hạn mức YouTube của ứng dụng Google này; hệ thống sẽ tự làm tiếp sau 0 giờ theo giờ California (14-15 giờ Việt Nam).',
  'batch-stats':
    'Hôm nay đã dùng hết lượt đọc số liệu YouTube của ứng dụng Google này; hệ thống sẽ tự đọc tiếp sau 0 giờ theo giờ California (14-15 giờ Việt Nam).',
}

/** Before the request: a refused one costs too. @throws ChannelError `throttled` until the Pacific day ends */
export async function takeQuota(call: Call, bucket: Bucket, cost: number): Promise<void> {
  if ((await call.spend({ ...windowOf(call, bucket), cost })) !== null) return
  throw new ChannelError('throttled', SPENT[bucket], {
    code: `ledger-${bucket}`,
    retryAfter: secondsToReset(call.now()),
  })
}

/** Before a video's hour: the day's uploads are used up already. */
export function foreseeQuota(uploadsLeft: number | null): Problem[] {
  return uploadsLeft === null || uploadsLeft > 0 ? [] : [{ code: 'quota-uploads-spent', message: SPENT.uploads }]
}

export async function quotaLeft(call: Call, bucket: Bucket): Promise<number> {
  return (await call.spend({ ...windowOf(call, bucket), cost: 0 })) ?? 0
}

/** Google says that it is used up, whatever we counted: somebody else uses the same application. */
export async function emptyQuota(call: Call, bucket: Bucket): Promise<void> {
  const cost = await quotaLeft(call, bucket)
  if (cost > 0) await call.spend({ ...windowOf(call, bucket), cost })
}

function windowOf(call: Call, name: Bucket) {
  const owner = credentials.parse(call.credentials).clientId ?? call.account
  return { name, owner, window: pacificDate(call.now()), limit: LIMITS[name] }
}

const pacificDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' })

export function pacificDate(moment: Date): string {
  return pacificDay.format(moment)
}

const pacificTime = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

/** Google's quota days end at midnight Pacific time, two of them an hour early or late. */
export function secondsToReset(now: Date): number {
  const seconds = 24 * HOUR - secondOfDay(now)
  const there = secondOfDay(new Date(now.getTime() + seconds * 1000))
  return there < 12 * HOUR ? seconds - there : seconds + 24 * HOUR - there
}

function secondOfDay(moment: Date): number {
  const parts = Object.fromEntries(pacificTime.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  return (parts['hour'] ?? 0) * HOUR + (parts['minute'] ?? 0) * 60 + (parts['second'] ?? 0)
}
