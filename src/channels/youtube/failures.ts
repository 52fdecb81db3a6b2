/** Google's reasons → the five kinds. Messages are translated and may hold HTML, so decisions rest on `errors[0].reason`. */
import { z } from 'zod'
import type { HttpAnswer } from '../../platform/http/contract'
import { ChannelError, type FailureKind } from '../contract'
import { readJson, unrecognised } from '../contract/exchange'
import { secondsToReset } from './quota'

type Meaning = { kind: FailureKind; message: string; wait?: 'reset' | number }

const DAY = 24 * 3_600
const refused = (message: string): Meaning => ({ kind: 'rejected', message })
const closed = (message: string): Meaning => ({ kind: 'unauthorized', message })
const tooFast = (message: string, wait: 'reset' | number): Meaning => ({ kind: 'throttled', message, wait })

const RECONNECT = closed('Mã truy cập YouTube không còn hiệu lực; hãy kết nối lại kênh.')
const RIGHTS = closed('Tài khoản Google không đủ quyền trên kênh YouTube; hãy cấp đủ quyền rồi kết nối lại.')
const SPENT = tooFast(
  'Đã dùng hết hạn mức YouTube trong ngày; hệ thống sẽ tự gửi lại sau khi hạn mức được cấp lại.',
  'reset',
)
const RATE = tooFast('YouTube đang giới hạn tốc độ gọi; hệ thống sẽ tự gửi lại sau ít phút.', 120)

const MEANINGS: Readonly<Record<string, Meaning>> = {
  quotaExceeded: SPENT,
  dailyLimitExceeded: SPENT,
  rateLimitExceeded: RATE,
  userRateLimitExceeded: RATE,
  uploadLimitExceeded: tooFast(
    'Kênh YouTube đã đạt số video được tải lên trong ngày; hệ thống sẽ thử lại sau 24 giờ.',
    DAY,
  ),
  authError: RECONNECT,
  expired: RECONNECT,
  authorizationRequired: RECONNECT,
  youtubeSignupRequired: closed('Tài khoản Google này chưa có kênh YouTube; hãy tạo kênh rồi kết nối lại.'),
  accessNotConfigured: closed('Dự án Google chưa bật YouTube Data API; hãy bật trong Google Cloud rồi kết nối lại.'),
  forbidden: RIGHTS,
  insufficientPermissions: RIGHTS,
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
  invalidVideoMetadata: refused('YouTube không nhận thông tin của video; hãy kiểm tra tiêu đề, mô tả và danh mục.'),
  mediaBodyRequired: refused('YouTube không nhận được tệp video; hãy kiểm tra lại tệp.'),
  videoNotFound: refused('Video không còn trên YouTube.'),
  playlistNotFound: refused('Không đọc được danh sách video của kênh YouTube.'),
}

const errorBody = z
  .object({
    error: z.object({
      message: z.string().nullish(),
      errors: z.tuple([z.object({ reason: z.string() })]).rest(z.unknown()),
    }),
  })
  .transform(({ error }) => ({ reason: error.errors[0].reason, message: error.message ?? '' }))

type Circumstances = { irreversible: boolean; now: Date }

export function failureOf(answer: HttpAnswer, { irreversible, now }: Circumstances): ChannelError | null {
  if (isSuccess(answer)) return null
  const { reason, message } = errorBody.safeParse(readJson(answer.text)).data ?? { reason: '', message: '' }
  const details = { code: reason || `http-${answer.status}`, httpStatus: answer.status }
  const meaning = isUploadBucket(answer, message) ? SPENT : (MEANINGS[reason] ?? byStatus(answer.status))
  if (!meaning) return unrecognised(irreversible, details)
  return new ChannelError(meaning.kind, meaning.message, { ...details, ...waitOf(meaning, { answer, now }) })
}

export function isSuccess({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300
}

/** An answer without a listed reason; what is not decided here may or may not have had an effect. */
function byStatus(status: number): Meaning | undefined {
  if (status === 401) return RECONNECT
  if (status === 403) return RIGHTS
  if (status === 429) return RATE
  return status === 400
    ? refused('YouTube không chấp nhận yêu cầu; hãy kiểm tra lại bản YouTube của nội dung.')
    : undefined
}

/** The empty daily bucket has the same code and reason as a short-term limit: only the name of the limit differs. */
function isUploadBucket(answer: HttpAnswer, message: string): boolean {
  return answer.status === 429 && message.includes('Video Uploads per day')
}

function waitOf({ wait }: Meaning, { answer, now }: { answer: HttpAnswer; now: Date }): { retryAfter?: number } {
  if (wait === undefined) return {}
  if (wait === 'reset') return { retryAfter: secondsToReset(now) }
  return { retryAfter: Math.max(1, Number.parseInt(answer.headers.get('retry-after') ?? '', 10) || wait) }
}
