/** What people are told about, whose business it is, and how much it hurries. */
import type { Duty } from '@/access/roles'

export const kinds = [
  'held',
  'late',
  'failed',
  'unknown',
  'attention',
  'broken',
  'expiring',
  'preflight',
  'recall',
  'correction',
  'worker',
  'clock',
] as const

export type Kind = (typeof kinds)[number]

type Facts = {
  vi: string
  en: string
  /** Who is told: those with this duty in the organization; null: the system administrators. */
  duty: Duty | null
  /** The duty officer is told too, at night as well. */
  isUrgent: boolean
  /** Seldom many at once: the mail leaves without waiting for the digest's window to close. */
  isImmediate: boolean
  /** Said again inside the admin, once a day, for as long as it lasts. */
  isRepeated: boolean
}

const ofPosts = { duty: 'schedule', isUrgent: true, isImmediate: false, isRepeated: true } as const
const ofChannels = { duty: 'connect', isUrgent: true, isImmediate: true, isRepeated: true } as const
const ofWorkers = { duty: null, isUrgent: true, isImmediate: true, isRepeated: true } as const

export const kindFacts: Readonly<Record<Kind, Facts>> = {
  held: { vi: 'Bài bị giữ lại', en: 'Post held', ...ofPosts },
  late: { vi: 'Bài quá giờ sau khi hệ thống ngừng', en: 'Posts late after an outage', ...ofPosts },
  failed: { vi: 'Bài đăng lỗi', en: 'Post failed', ...ofPosts },
  unknown: { vi: 'Bài chưa rõ kết quả quá 15 phút', en: 'Outcome unknown for over 15 minutes', ...ofPosts },
  attention: { vi: 'Kênh cần kết nối lại', en: 'Channel needs reconnecting', ...ofChannels },
  broken: { vi: 'Kênh tạm ngừng gửi vì nền tảng lỗi liên tiếp', en: 'Channel stopped by failures', ...ofChannels },
  expiring: {
    vi: 'Kết nối của kênh sắp hết hạn',
    en: 'Connection about to expire',
    ...ofChannels,
    isUrgent: false,
    // The next stage says it again.
    isRepeated: false,
  },
  preflight: { vi: 'Bài sắp đăng có vấn đề', en: 'Post due soon has a problem', ...ofPosts },
  recall: {
    vi: 'Bài phải thu hồi còn chưa gỡ được',
    en: 'Recalled post still up',
    ...ofPosts,
    duty: 'withdraw',
    isImmediate: true,
  },
  correction: { vi: 'Cải chính chưa đăng đủ', en: 'Correction owed', ...ofPosts, duty: 'withdraw' },
  worker: { vi: 'Tiến trình đăng bài mất liên lạc', en: 'Worker missing', ...ofWorkers },
  clock: { vi: 'Đồng hồ của máy đăng bài sai', en: 'Clock of a worker is off', ...ofWorkers, isUrgent: false },
}
