import type { State } from './states'

/** The states as a person reads them (design.md section 5). */
export const stateLabels: Readonly<Record<State, string>> = {
  draft: 'Bản nháp',
  scheduled: 'Đã hẹn giờ',
  sending: 'Đang đăng',
  processing: 'Chờ nền tảng xử lý',
  unknown: 'Chưa rõ kết quả',
  published: 'Đã đăng',
  held: 'Cần xử lý',
  failed: 'Đăng lỗi',
  cancelled: 'Đã hủy',
  withdrawn: 'Đã gỡ',
}
