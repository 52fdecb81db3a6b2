import type { Problem } from '@/channels/contract'
import type { HoldReason } from '@/publishing/due'
import type { Engine } from '..'
import type { Publication } from '../rows'
import { tryTransition } from '../transition'

/** What a person reads when a publication waits for them. */
export const holdSentences: Readonly<Record<HoldReason, string>> = {
  late: 'Đã quá giờ đăng. Hãy chọn: đăng ngay, hẹn giờ khác hoặc hủy.',
  paused: 'Hệ thống đang tạm dừng đăng bài. Bài sẽ được xét lại khi mở lại.',
  'organization-paused': 'Cơ quan đang tạm dừng đăng bài. Bài sẽ được xét lại khi mở lại.',
  'channel-paused': 'Kênh đang tạm dừng. Bài sẽ được xét lại khi kênh mở lại.',
  'channel-not-ready': 'Kênh cần kết nối lại. Sau khi kết nối, hãy bấm Đăng ngay hoặc hẹn giờ khác.',
  'channel-broken':
    'Kênh tạm ngừng gửi vì nền tảng lỗi liên tiếp. Hệ thống tự thử lại; bài được xét lại khi nền tảng trả lời tốt.',
  'snapshot-changed': 'Bản sắp đăng không đúng với bản đã duyệt. Hãy kiểm tra và duyệt lại.',
  inspection: 'Bài không còn đạt yêu cầu của nền tảng hoặc thiếu tệp. Hãy sửa nội dung rồi duyệt lại.',
  'cannot-tell':
    'Đã gửi nhưng không biết bài đã lên chưa. Hãy mở trang để xem: nếu đã lên, bấm Xác nhận và dán đường dẫn; nếu chưa, bấm Đăng ngay.',
  'took-too-long': 'Nền tảng xử lý quá lâu. Hãy mở trang để xem bài đã lên chưa.',
  'too-many-tries': 'Đã gửi lại mà bài vẫn không lên. Hãy kiểm tra kênh rồi bấm Đăng ngay hoặc hủy.',
}

export async function hold(engine: Engine, publication: Publication, because: HoldReason): Promise<Publication | null> {
  return tryTransition(engine, publication, {
    event: 'hold',
    set: { heldBecause: because, heldMessage: holdSentences[because], wakeAt: null },
    detail: { because },
  })
}

/** Every problem stands on the row, and in one line for whoever reads only that. */
export async function holdForProblems(
  engine: Engine,
  publication: Publication,
  problems: readonly Problem[],
): Promise<Publication | null> {
  const sentences = problems.map(({ message }) => message).join(' ')
  return tryTransition(engine, publication, {
    event: 'hold',
    set: {
      heldBecause: 'inspection',
      heldMessage: `${holdSentences.inspection} ${sentences}`,
      preflightAt: engine.now(),
      preflightProblems: [...problems],
      wakeAt: null,
    },
    detail: { because: 'inspection', codes: problems.map(({ code }) => code) },
  })
}
