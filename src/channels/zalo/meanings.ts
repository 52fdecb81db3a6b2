/** Code → kind of failure, one Vietnamese sentence, and what to do (phu-luc/ma-loi; contracts/zalo.md section 4). */
import type { FailureKind } from '../contract'

export type Meaning = { kind: FailureKind; message: string; retryAfter?: number; scope?: 'channel' | 'post' }

const HOUR = 3_600

const dead = (message: string): Meaning => ({ kind: 'unauthorized', message })
const refused = (message: string): Meaning => ({ kind: 'rejected', message })
const tooFast = (message: string, retryAfter: number): Meaning => ({ kind: 'throttled', message, retryAfter })

/** Article or video still processing: not a failure, only not yet. */
export const STILL_PROCESSING = '-214'
export const NIGHT_BAN = '-234'
export const NIGHT_SENTENCE =
  'Zalo không cho gửi broadcast từ 22 giờ đến 6 giờ; hệ thống đợi đến 6 giờ sáng; nếu khi ấy bài đã quá trễ thì hỏi lại người đăng.'
export const UPLOAD_GONE = '-100'
export const SEND_FAILED = '-200'

const RECONNECT = dead('Mã truy cập Zalo không còn hiệu lực; hãy kết nối lại Official Account.')
const CONSENT = dead(
  'Mã làm mới của Zalo đã dùng hoặc hết hạn; quản trị viên OA cần cấp quyền lại trên trang của Zalo.',
)
const APPLICATION = dead(
  'Ứng dụng chưa được Zalo cho phép dùng chức năng này với OA; hãy kiểm tra ứng dụng rồi kết nối lại.',
)
const ACCOUNT = dead('Official Account đã bị khóa hoặc không tồn tại; hãy kiểm tra OA trên Zalo rồi kết nối lại.')
const SECRET = dead('Khóa bí mật của ứng dụng Zalo không đúng; hãy sửa khóa rồi kết nối lại Official Account.')
const FOLLOWER = refused(
  'Zalo không gửi được tới người nhận này (đã bỏ quan tâm, chặn hoặc lâu không tương tác); bỏ qua người đó.',
)
const SILENT = refused(
  'Người nhận chưa tương tác với OA trong thời hạn Zalo cho phép nên không gửi được; bỏ qua người đó.',
)
const UNSUPPORTED = refused('Zalo không hỗ trợ kiểu nội dung này; hãy chọn hình thức đăng khác ở bản Zalo.')
const CALL_CENTER = dead(
  'Official Account cần liên kết tài khoản ZCA còn tiền; hãy liên kết hoặc nạp tiền trên Zalo rồi kiểm tra lại.',
)
const POLICY = refused('Zalo cho rằng nội dung vi phạm chính sách hoặc bị hạn chế; hãy sửa lại nội dung rồi duyệt lại.')
const GROUP = refused('Zalo không cho OA dùng nhóm hoặc tệp này nữa; hãy kiểm tra trên trang quản lý OA.')
const FORM = refused('Biểu mẫu gửi kèm không được Zalo chấp nhận; hãy bỏ biểu mẫu khỏi bài.')

export const AMBIGUOUS = {
  articleQuota: tooFast('Official Account đã hết lượt tạo bài viết của kỳ này; hệ thống sẽ thử lại sau.', 6 * HOUR),
  notGranted: APPLICATION,
  applicationLimit: tooFast('Ứng dụng đã gọi Zalo quá nhiều lần trong một phút; hệ thống sẽ tự gửi lại sau.', 90),
  accountLimit: tooFast('Official Account đã gọi Zalo quá nhiều lần; hệ thống sẽ tự gửi lại sau.', 60),
} as const satisfies Readonly<Record<string, Meaning>>

export const MEANINGS: Readonly<Record<string, Meaning>> = {
  [UPLOAD_GONE]: refused('Tệp đã tải lên Zalo quá 7 ngày nên hết hạn; hãy đăng lại để hệ thống tải lên lần nữa.'),
  '-118': CONSENT,
  '-124': RECONNECT,
  '-14002': dead('Zalo không nhận mã ứng dụng (App ID) hoặc ứng dụng đang tắt; hãy kiểm tra trang quản lý ứng dụng.'),
  '-14003': dead(
    'Địa chỉ quay về chưa khai báo ở trang quản lý ứng dụng Zalo; hãy chép đúng địa chỉ vào mục Callback URL.',
  ),
  '-14014': CONSENT,
  [SEND_FAILED]: { kind: 'unavailable', message: 'Zalo gửi không thành công; hệ thống sẽ gửi lại một lần.' },
  '-201': refused('Zalo không chấp nhận một trường của bài; hãy kiểm tra tiêu đề, mô tả và ảnh của bản Zalo.'),
  '-204': ACCOUNT,
  '-205': ACCOUNT,
  '-209': APPLICATION,
  '-210': refused('Một tệp vượt giới hạn của Zalo (ảnh 1 MB, video 50 MB); hãy dùng tệp nhẹ hơn.'),
  '-211': tooFast('Official Account đã dùng hết hạn mức của kỳ này; hệ thống sẽ gửi lại sau.', 6 * HOUR),
  '-212': APPLICATION,
  '-213': FOLLOWER,
  [STILL_PROCESSING]: { kind: 'unavailable', message: 'Zalo đang xử lý bài; hệ thống sẽ tự xem lại.' },
  '-216': RECONNECT,
  '-217': FOLLOWER,
  '-218': tooFast('Người nhận đã nhận đủ số tin của kỳ này; hệ thống sẽ gửi lại sau.', 6 * HOUR),
  '-219': APPLICATION,
  '-220': RECONNECT,
  '-221': dead('Official Account chưa được xác thực nên Zalo không cho dùng chức năng này; hãy xác thực OA.'),
  '-224': dead('Gói dịch vụ của Official Account không có chức năng này; hãy nâng cấp gói OA.'),
  '-227': FOLLOWER,
  '-230': SILENT,
  '-231': SILENT,
  '-232': SILENT,
  '-233': UNSUPPORTED,
  // `broadcast` says until when exactly; eight hours are a whole night.
  [NIGHT_BAN]: {
    kind: 'throttled',
    message: NIGHT_SENTENCE,
    retryAfter: 8 * HOUR,
    scope: 'post',
  },
  '-235': dead('Loại Official Account này không được dùng chức năng này; hãy hỏi Zalo về loại OA.'),
  '-237': GROUP,
  '-238': GROUP,
  '-240': UNSUPPORTED,
  '-241': GROUP,
  '-242': SECRET,
  '-244': POLICY,
  '-248': POLICY,
  '-249': UNSUPPORTED,
  '-320': CALL_CENTER,
  '-321': CALL_CENTER,
  '-403': GROUP,
  '-1340': FORM,
  '-1341': FORM,
}
