/** What a person reads. Pure. */
import { showNumber } from '@/platform/numbers'
import type { Detail } from './facts'
import type { Kind } from './kinds'

export type Told = { sentence: string; link: string }

/** `details` are what is told together; they share their kind and, for posts, their cause. */
export function describe(kind: Kind, details: readonly Detail[], isRepeat: boolean): Told {
  const [first] = details
  if (!first) throw new Error('nothing to tell')
  const sentence = details.length === 1 ? ofOne[kind](first) : ofMany[kind](showNumber(details.length), first, details)
  return { sentence: isRepeat ? `Vẫn còn: ${sentence}` : sentence, link: details.length === 1 ? first.link : overview }
}

const overview = '/admin/van-hanh'

const ofOne: Readonly<Record<Kind, (detail: Detail) => string>> = {
  held: (detail) => `Bài ${named(detail)} đang bị giữ${because(detail)}`,
  late: (detail) => `Bài ${named(detail)} đã quá giờ đăng và chờ quyết định.`,
  failed: (detail) => `Bài ${named(detail)} đăng lỗi${because(detail)}`,
  unknown: (detail) => `Bài ${named(detail)} đã gửi hơn 15 phút mà chưa rõ kết quả; hệ thống vẫn đang tự kiểm tra.`,
  attention: (detail) => `Kênh “${detail.title}” cần kết nối lại${because(detail)}`,
  broken: (detail) => `Kênh “${detail.title}” tạm ngừng gửi${because(detail)}`,
  expiring: ({ title, reason }) =>
    `Kết nối của kênh “${title}” sắp hết hạn (${reason ?? 'chưa rõ ngày'}); hãy kết nối lại.`,
  preflight: (detail) => `Bài ${named(detail)} sắp đến giờ đăng nhưng có vấn đề${because(detail)}`,
  recall: (detail) => `Bài ${named(detail)} phải thu hồi mà chưa gỡ được${because(detail)}`,
  correction: ({ title, reason }) =>
    `Cải chính cho “${title}” chưa đăng đủ ở mọi kênh (${reason ?? 'chưa rõ hạn'}); hãy xem bảng cải chính của bài.`,
  worker: ({ title }) => `Tiến trình đăng bài ${title} đã mất liên lạc hơn 60 giây; hãy xem máy chủ.`,
  clock: ({ title, reason }) => `Đồng hồ của tiến trình ${title} ${reason ?? 'sai'}; hãy kiểm tra dịch vụ giờ (NTP).`,
}

const ofMany: Readonly<Record<Kind, (count: string, first: Detail, all: readonly Detail[]) => string>> = {
  held: (count, first) => `${count} bài bị giữ${at(first)}${because(first)}`,
  late: (count) => `${count} bài đã quá giờ đăng (sau khi hệ thống hoặc kênh ngừng) và chờ quyết định.`,
  failed: (count, first, all) => `${count} bài đăng lỗi${at(first)}${because(shared(all))}`,
  unknown: (count, first) => `${count} bài${at(first)} đã gửi hơn 15 phút mà chưa rõ kết quả.`,
  attention: (count, _, all) => `${count} kênh cần kết nối lại: ${titles(all)}.`,
  broken: (count, _, all) => `${count} kênh tạm ngừng gửi vì nền tảng lỗi liên tiếp: ${titles(all)}.`,
  expiring: (count, _, all) => `Kết nối của ${count} kênh sắp hết hạn: ${titles(all)}.`,
  preflight: (count, first, all) => `${count} bài sắp đến giờ đăng có vấn đề${at(first)}${because(shared(all))}`,
  recall: (count, _, all) => `${count} bài phải thu hồi mà chưa gỡ được: ${titles(all)}.`,
  correction: (count, _, all) => `${count} cải chính chưa đăng đủ ở mọi kênh: ${titles(all)}.`,
  worker: (count, _, all) => `${count} tiến trình đăng bài đã mất liên lạc: ${titles(all)}; hãy xem máy chủ.`,
  clock: (count, _, all) => `Đồng hồ của ${count} tiến trình sai: ${titles(all)}; hãy kiểm tra dịch vụ giờ (NTP).`,
}

function named({ title, place }: Detail): string {
  return place ? `“${title}” (kênh ${place})` : `“${title}”`
}

function at({ place }: Detail): string {
  return place ? ` ở kênh “${place}”` : ''
}

function because({ reason }: Pick<Detail, 'reason'>): string {
  return reason ? `: ${reason.replace(/\.?$/, '.')}` : '.'
}

/** A reason that not all have is nobody's. */
function shared(all: readonly Detail[]): Pick<Detail, 'reason'> {
  const [first] = all
  const isShared = first?.reason !== undefined && all.every(({ reason }) => reason === first.reason)
  return isShared ? { reason: first.reason ?? '' } : {}
}

const MOST_TITLES = 5

function titles(all: readonly Detail[]): string {
  const shown = all.slice(0, MOST_TITLES).map(({ title }) => `“${title}”`)
  return all.length > MOST_TITLES ? `${shown.join(', ')} và ${all.length - MOST_TITLES} nữa` : shown.join(', ')
}
