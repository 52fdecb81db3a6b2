/** Is everything alright? Pure: one mood, and every reason against it as a sentence, the worst first. */
import { showNumber } from '@/platform/numbers'
import type { ChannelTruth } from './channels'
import type { LatenessOfWindows } from './lateness'
import type { Owed } from './owed'
import type { Pause } from './pauses'
import type { Waiting } from './publications'
import { MOST_SKEW_MILLISECONDS, type Worker } from './workers'

export type Mood = 'good' | 'warning' | 'bad'

export type Reason = { mood: Exclude<Mood, 'good'>; vi: string; en: string }

export type Verdict = { mood: Mood; reasons: Reason[] }

export type VerdictFacts = {
  workers: readonly Worker[]
  oldestDue: Pick<Waiting, 'secondsWaiting' | 'waitsFor'> | null
  lateness: LatenessOfWindows
  held: number
  unknown: number
  owed: Owed
  channels: readonly ChannelTruth[]
  pauses: readonly Pause[]
}

/** A post that waits longer than this for a worker is waiting in vain. */
const WAITING_SECONDS = { warning: 30, bad: 120 }
const LATE_SECONDS = 60
const DAYS_LEFT = 7

export function judge(facts: VerdictFacts): Verdict {
  const reasons = [
    ...ofWorkers(facts.workers),
    ...ofWaiting(facts.oldestDue),
    ...ofPauses(facts.pauses),
    ...ofPosts(facts),
    ...ofOwed(facts.owed),
    ...ofChannels(facts.channels),
    ...ofLateness(facts.lateness),
  ].toSorted((one, other) => Number(other.mood === 'bad') - Number(one.mood === 'bad'))
  return { mood: reasons[0]?.mood ?? 'good', reasons }
}

function reason(mood: Reason['mood'], vi: string, en: string): Reason {
  return { mood, vi, en }
}

function ofWorkers(workers: readonly Worker[]): Reason[] {
  const alive = workers.filter(({ state }) => state === 'alive')
  if (alive.length === 0)
    return [
      reason(
        'bad',
        'Không có tiến trình đăng bài nào đang chạy: bài đến giờ sẽ không được gửi.',
        'No worker is running: posts that are due are not sent.',
      ),
    ]
  const missing = workers.filter(({ state }) => state === 'missing')
  const wrong = alive.filter(({ clockSkewMs }) => Math.abs(clockSkewMs ?? 0) > MOST_SKEW_MILLISECONDS)
  return [
    ...missing.map(({ name }) =>
      reason('warning', `Tiến trình ${name} đã mất liên lạc.`, `Worker ${name} is missing.`),
    ),
    ...wrong.map(({ name, clockSkewMs }) => wrongClock(name, clockSkewMs ?? 0)),
  ]
}

function wrongClock(name: string, skew: number): Reason {
  const seconds = Math.abs(skew) / 1000
  const [vi, en] = skew > 0 ? ['nhanh', 'ahead of'] : ['chậm', 'behind']
  return reason(
    'bad',
    `Đồng hồ của tiến trình ${name} ${vi} ${showNumber(seconds, 'vi', 1)} giây so với cơ sở dữ liệu; hãy kiểm tra dịch vụ giờ (NTP).`,
    `The clock of worker ${name} is ${showNumber(seconds, 'en', 1)} s ${en} the database; check its time service (NTP).`,
  )
}

/** What waits for its channel goes on by itself; how late it went out is said afterwards. */
function ofWaiting(oldest: VerdictFacts['oldestDue']): Reason[] {
  if (oldest?.waitsFor !== 'worker') return []
  const seconds = Math.round(oldest.secondsWaiting)
  if (seconds <= WAITING_SECONDS.warning) return []
  const mood = seconds > WAITING_SECONDS.bad ? 'bad' : 'warning'
  return [
    reason(
      mood,
      `Có bài đến giờ đã ${showNumber(seconds)} giây mà chưa tiến trình nào nhận.`,
      `A due post has waited ${seconds} s for a worker.`,
    ),
  ]
}

function ofPauses(pauses: readonly Pause[]): Reason[] {
  return pauses.map(({ what, name }) => {
    switch (what) {
      case 'everything':
        return reason('bad', 'Toàn bộ việc đăng bài đang tạm dừng.', 'All publishing is paused.')
      case 'organization':
        return reason('bad', `“${name}” đang tạm dừng đăng bài.`, `Publishing of “${name}” is paused.`)
      case 'channel':
        return reason('warning', `Kênh “${name}” đang tạm dừng.`, `Channel “${name}” is paused.`)
    }
  })
}

function ofPosts({ held, unknown }: VerdictFacts): Reason[] {
  return [
    ...(held > 0
      ? [
          reason(
            'warning',
            `${showNumber(held)} bài bị giữ, chờ người quyết định.`,
            `${held} posts are held for a decision.`,
          ),
        ]
      : []),
    ...(unknown > 0
      ? [
          reason(
            'warning',
            `${showNumber(unknown)} bài chưa rõ kết quả; hệ thống đang tự kiểm tra.`,
            `${unknown} posts have an unknown outcome and are being looked up.`,
          ),
        ]
      : []),
  ]
}

/** What is still up although it was taken back is read by somebody every minute. */
function ofOwed({ recalls, corrections }: Owed): Reason[] {
  const late = corrections.filter(({ isLate }) => isLate)
  const [count, lateCount] = [recalls.length, late.length]
  return [
    ...(count > 0
      ? [
          reason(
            'bad',
            `${showNumber(count)} bài phải thu hồi mà chưa gỡ được; hãy gỡ bằng tay.`,
            `${count} recalled posts are still up; take them down by hand.`,
          ),
        ]
      : []),
    ...(lateCount > 0
      ? [
          reason(
            'bad',
            `${showNumber(lateCount)} cải chính đã quá hạn mà chưa đăng đủ.`,
            `${lateCount} corrections are overdue.`,
          ),
        ]
      : []),
  ]
}

function ofChannels(channels: readonly ChannelTruth[]): Reason[] {
  return channels.flatMap(({ name, state, daysLeft, broken }) => {
    if (broken)
      return [
        reason(
          'bad',
          `Kênh “${name}” tạm ngừng gửi vì nền tảng lỗi liên tiếp; hệ thống đang tự thử lại.`,
          `Channel “${name}” is left alone after failures in a row and is being probed.`,
        ),
      ]
    if (state === 'attention')
      return [reason('warning', `Kênh “${name}” cần kết nối lại.`, `Channel “${name}” needs reconnecting.`)]
    if (state === 'off' || daysLeft === null || daysLeft > DAYS_LEFT) return []
    const [vi, en] = endOf(daysLeft)
    return [reason('warning', `Kết nối của kênh “${name}” ${vi}.`, `The connection of channel “${name}” ${en}.`)]
  })
}

function endOf(daysLeft: number): [vi: string, en: string] {
  if (daysLeft < 0) return ['đã hết hạn', 'has ended']
  if (daysLeft < 1) return ['còn chưa đầy một ngày', 'ends in less than a day']
  return [`còn ${daysLeft} ngày`, `ends in ${daysLeft} days`]
}

function ofLateness({ hour }: LatenessOfWindows): Reason[] {
  if ((hour.p99 ?? 0) <= LATE_SECONDS) return []
  const seconds = Math.round(hour.p99 ?? 0)
  return [
    reason(
      'warning',
      `Trong giờ qua, bài trễ nhất (p99) trễ ${showNumber(seconds)} giây.`,
      `In the last hour the lateness (p99) was ${seconds} s.`,
    ),
  ]
}
