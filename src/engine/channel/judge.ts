/** What a check's answer means for a channel. Pure: connecting the wrong page is the worst mistake, so it is stopped here. */
import type { Health, Problem } from '@/channels/contract'
import type { ChannelRow, ChannelState } from '../rows'

export type Verdict = { state: ChannelState; problem: string | null }

type Known = Pick<ChannelRow, 'externalId' | 'confirmedAt' | 'confirmedAccount' | 'state' | 'name'>

/** `isOurs`: our own place needs nobody to recognise it. A channel that was connected before anybody confirmed stays so. */
export function judge({ profile }: Pick<Health, 'profile'>, known: Known, isOurs = false): Verdict {
  if (profile.account !== known.externalId)
    return {
      state: 'attention',
      problem: `Thông tin kết nối là của “${profile.name}” (mã ${profile.account}), không phải của mã ${known.externalId} đã khai; hãy sửa mã hoặc kết nối lại đúng trang.`,
    }
  if (known.confirmedAccount && known.confirmedAccount !== profile.account)
    return {
      state: 'attention',
      problem: `Trang tìm thấy là “${profile.name}” (mã ${profile.account}), khác trang đã được xác nhận (mã ${known.confirmedAccount}); hãy xác nhận lại nếu đúng là đổi trang.`,
    }
  if (!isOurs && !known.confirmedAt && known.state !== 'connected') return { state: 'off', problem: null }
  return { state: 'connected', problem: null }
}

export const expiryStages = [1, 3, 7, 14] as const

/** The nearest stage that the end has come within; null while it is further away or unknown. */
export function expiryStageOf(expiresAt: Date | null, now: Date): number | null {
  if (!expiresAt) return null
  const days = (expiresAt.getTime() - now.getTime()) / 86_400_000
  return expiryStages.find((stage) => days <= stage) ?? null
}

export function expiryWarning(expiresAt: Date, zone: string): Problem {
  const day = new Intl.DateTimeFormat('vi-VN', { timeZone: zone, dateStyle: 'short' }).format(expiresAt)
  return { code: 'connection-ends', message: `Kết nối sẽ hết hiệu lực ngày ${day}; hãy kết nối lại trước ngày đó.` }
}
