/** Google's reasons and what each means: developers.google.com/youtube/v3/docs/errors, read 2026-11-22. */
import type { FailureKind } from '../../contract'

export type Meaning = { kind: FailureKind; message: string; wait?: 'reset' | number }

const HOUR = 3_600
const refused = (message: string): Meaning => ({ kind: 'rejected', message })
const closed = (message: string): Meaning => ({ kind: 'unauthorized', message })
const tooFast = (message: string, wait: 'reset' | number): Meaning => ({ kind: 'throttled', message, wait })

export const RECONNECT = closed('Mã truy cập YouTube không còn hiệu lực; hãy kết nối lại kênh.')
export const RIGHTS = closed(
  'Tài khoản Google không đủ quyền trên kênh YouTube; hãy kết nối lại và đồng ý mọi quyền được hỏi.',
)
export const SPENT = tooFast(
  'Đã dùng hết hạn mức YouTube trong ngày; hệ thống sẽ tự làm tiếp sau 0 giờ theo giờ California (14-15 giờ Việt Nam).',
  'reset',
)
export const RATE = tooFast('YouTube đang giới hạn tốc độ gọi; hệ thống sẽ tự gửi lại sau ít phút.', 120)
export const NOT_TAKEN = refused('YouTube không chấp nhận yêu cầu; hãy kiểm tra lại bản YouTube của nội dung.')
const OURS = refused('Hệ thống gửi cho YouTube một yêu cầu sai cách; hãy báo quản trị kèm mã lỗi.')
const DISABLED = closed('Dự án Google chưa bật YouTube Data API; hãy bật trong Google Cloud rồi kết nối lại.')

export const MEANINGS: Readonly<Record<string, Meaning>> = {
  quotaExceeded: SPENT,
  dailyLimitExceeded: SPENT,
  rateLimitExceeded: RATE,
  userRateLimitExceeded: RATE,
  uploadLimitExceeded: tooFast(
    'Kênh YouTube đã đạt số video được tải lên trong ngày; hệ thống sẽ thử lại sau 24 giờ.',
    24 * HOUR,
  ),
  uploadRateLimitExceeded: tooFast('Kênh đã đổi quá nhiều ảnh bìa; YouTube chỉ nhận lại sau vài giờ.', 4 * HOUR),

  authError: RECONNECT,
  expired: RECONNECT,
  authorizationRequired: RECONNECT,
  youtubeSignupRequired: closed(
    'Tài khoản Google này chưa có kênh YouTube (hoặc là tài khoản dịch vụ); hãy tạo kênh tại youtube.com rồi kết nối lại.',
  ),
  accessNotConfigured: DISABLED,
  SERVICE_DISABLED: DISABLED,
  forbidden: RIGHTS,
  insufficientPermissions: RIGHTS,
  ACCESS_TOKEN_SCOPE_INSUFFICIENT: RIGHTS,
  accountDelegationForbidden: RIGHTS,
  authenticatedUserAccountClosed: closed('Tài khoản Google đã bị đóng; hãy kết nối bằng tài khoản khác.'),
  authenticatedUserAccountSuspended: closed('Tài khoản Google đang bị đình chỉ; hãy xử lý với Google rồi kết nối lại.'),
  authenticatedUserNotChannel: closed(
    'Tài khoản Google này không phải chủ kênh YouTube; hãy kết nối lại đúng tài khoản.',
  ),

  forbiddenPrivacySetting: refused('YouTube không cho đặt chế độ hiển thị này; hãy chọn chế độ khác.'),
  forbiddenLicenseSetting: refused('YouTube không cho đặt giấy phép này cho video.'),
  invalidTitle: refused('YouTube không nhận tiêu đề; hãy sửa tiêu đề (1-100 ký tự, không có “<” “>”).'),
  invalidDescription: refused('YouTube không nhận mô tả; hãy sửa mô tả (tối đa 5.000 byte, không có “<” “>”).'),
  invalidTags: refused('YouTube không nhận các thẻ tìm kiếm; hãy bỏ bớt hoặc sửa thẻ.'),
  invalidCategoryId: refused('YouTube không nhận danh mục của video; hãy chọn danh mục khác.'),
  invalidPublishAt: refused(
    'YouTube không nhận giờ tự công khai; hãy chọn chế độ riêng tư, một giờ trong tương lai, và video chưa từng công khai.',
  ),
  invalidFilename: refused('YouTube không nhận tên tệp video; hãy đổi tên tệp rồi tải lại.'),
  invalidRecordingDetails: refused('YouTube không nhận thông tin ngày quay; hãy báo quản trị.'),
  invalidVideoMetadata: refused('YouTube không nhận thông tin của video; hãy kiểm tra tiêu đề, mô tả và danh mục.'),
  defaultLanguageNotSet: refused('Video chưa ghi ngôn ngữ; hãy chọn ngôn ngữ của nội dung rồi duyệt lại.'),
  mediaBodyRequired: refused('YouTube không nhận được tệp; hãy kiểm tra lại tệp.'),
  invalidImage: refused('YouTube không đọc được ảnh bìa; hãy thay ảnh JPEG hoặc PNG khác.'),
  contentRequired: refused('Tệp phụ đề rỗng; hãy tải lại tệp phụ đề.'),
  captionExists: refused('Video đã có phụ đề của ngôn ngữ này; hãy sửa phụ đề đó trong YouTube Studio.'),
  commentsDisabled: refused('Video đang tắt bình luận.'),
  videoNotFound: refused('Video không còn trên YouTube.'),
  playlistNotFound: refused('Không có danh sách phát này trên kênh YouTube; hãy kiểm tra mã danh sách phát.'),

  missingRequiredParameter: OURS,
  unexpectedParameter: OURS,
  incompatibleParameters: OURS,
  invalidFilters: OURS,
  invalidPageToken: OURS,
}
