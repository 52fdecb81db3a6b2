/** What the editor reads about the broadcast of an article that is live in any case. */
import type { ChannelError, Published } from '../../contract'

export const QUOTA_SPENT = '-211'

/** Certain refusals of the broadcast alone; the article does not depend on them. */
const REASONS: Readonly<Record<string, string>> = {
  [QUOTA_SPENT]: 'OA đã hết hạn mức broadcast của kỳ này',
  '-200': 'Zalo báo gửi không thành công hai lần',
  '-201': 'Zalo không chấp nhận nhóm người nhận hoặc bài gửi kèm',
  '-212': 'ứng dụng chưa đăng ký dùng chức năng broadcast',
  '-218': 'người nhận đã nhận đủ số broadcast của kỳ này',
  '-221': 'OA chưa được Zalo xác thực',
  '-223': 'ứng dụng chưa được cấp quyền broadcast, hoặc OA đã hết lượt',
  '-224': 'gói dịch vụ của OA không có broadcast; cần nâng cấp gói',
  '-235': 'loại OA này không được gửi broadcast',
  '-248': 'Zalo cho rằng nội dung vi phạm chính sách',
}

/** Before the hour of the post; `withRefusal` says it afterwards. */
export const QUOTA_SENTENCE = `Bài vẫn đăng được nhưng broadcast sẽ không gửi được: ${REASONS[QUOTA_SPENT]}.`

export function isRefusal({ kind, code }: ChannelError): boolean {
  return kind === 'rejected' || (code in REASONS && code !== '-200')
}

export function withRefusal(published: Published, code: string): Published {
  const reason = REASONS[code] ?? `Zalo không nhận (mã ${code})`
  const message = `Bài đã hiện trên OA nhưng broadcast chưa gửi: ${reason}. Nếu vẫn cần, hãy gửi từ trang quản lý OA.`
  return { ...published, remarks: [{ code: 'broadcast-refused', message }] }
}

export function withReview(published: Published): Published {
  const message =
    'Đã gửi broadcast cho Zalo duyệt (khoảng 30 phút). Tin đã gửi không thu hồi được: gỡ bài chỉ gỡ bài viết trên OA.'
  return { ...published, remarks: [{ code: 'broadcast-in-review', message }] }
}
