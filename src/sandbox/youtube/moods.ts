/** Switches for tests and training, beyond the desk's faults; each stays until it is set back. Numbers are knobs too. */
import type { Desk, Knob } from '../contract'

export type Moods = {
  /** Seconds that processing takes. */
  processingSeconds: number
  failureReason: string | null
  rejectionReason: string | null
  processingFailureReason: string | null
  /** The account may only publish privately. */
  forcePrivate: boolean
  hideLikes: boolean
  hideSubscribers: boolean
  /** Keeps only the first 256 KiB of so many chunks. */
  partialCommits: number
  /** Breaks so many chunks in the middle: 256 KiB are kept, the answer is 503. */
  brokenChunks: number
  sessionSeconds: number
  uploadsADay: number
  unitsADay: number
  batchStatsADay: number
  channelUploadsLeft: number
  thumbnailsLeft: number
  /** Only channels with a telephone number may have pictures of their own. */
  isPhoneVerified: boolean
  longUploadsStatus: string
  /** Of a consent screen in testing: seven days; 0 is for ever. */
  refreshTokenSeconds: number
  listLagSeconds: number
}

const WEEK = 7 * 24 * 3_600

const calm: Moods = {
  processingSeconds: 4,
  failureReason: null,
  rejectionReason: null,
  processingFailureReason: null,
  forcePrivate: false,
  hideLikes: false,
  hideSubscribers: false,
  partialCommits: 0,
  brokenChunks: 0,
  sessionSeconds: WEEK,
  uploadsADay: 100,
  unitsADay: 10_000,
  batchStatsADay: 10_000,
  channelUploadsLeft: 1_000,
  thumbnailsLeft: 1_000,
  isPhoneVerified: true,
  longUploadsStatus: 'allowed',
  refreshTokenSeconds: 0,
  listLagSeconds: 0,
}

export const knobs = {
  processingSeconds: { label: 'Thời gian xử lý video (giây)', fallback: calm.processingSeconds },
  listLagSeconds: { label: 'Danh sách video chậm (giây)', fallback: calm.listLagSeconds },
  sessionSeconds: { label: 'Tuổi thọ phiên tải lên (giây)', fallback: calm.sessionSeconds },
  uploadsADay: { label: 'Số lượt tải video mỗi ngày của ứng dụng', fallback: calm.uploadsADay },
  unitsADay: { label: 'Số đơn vị hạn mức mỗi ngày của ứng dụng', fallback: calm.unitsADay },
  batchStatsADay: { label: 'Số lượt đọc số liệu mỗi ngày của ứng dụng', fallback: calm.batchStatsADay },
  channelUploadsLeft: { label: 'Số video mà kênh còn được tải lên', fallback: calm.channelUploadsLeft },
  thumbnailsLeft: { label: 'Số ảnh bìa còn được đổi', fallback: calm.thumbnailsLeft },
  refreshTokenSeconds: { label: 'Tuổi thọ mã làm mới (giây, 0 = mãi mãi)', fallback: calm.refreshTokenSeconds },
} as const satisfies Partial<Record<keyof Moods, Knob>>

export const MOODS = 'youtube.moods'

/** A knob that was turned is the usual value; a mood goes before it. */
export function moodOf(desk: Desk): Moods {
  const turned = Object.entries(knobs).map(([name, { fallback }]) => [name, desk.knob('youtube', name, fallback)])
  return { ...calm, ...Object.fromEntries(turned), ...desk.records.get<Partial<Moods>>(MOODS, 'now') }
}

export function setMood(desk: Desk, mood: Partial<Moods>): void {
  desk.records.put(MOODS, 'now', { ...desk.records.get<Partial<Moods>>(MOODS, 'now'), ...mood })
}
