/** Graph API error codes → the five kinds. Texts follow the account's language, so decisions rest on numbers. */
import { z } from 'zod'
import type { HttpAnswer } from '../../platform/http/contract'
import { ChannelError, type FailureKind } from '../contract'
import { readJson, unrecognised } from '../contract/exchange'

type Meaning = { kind: FailureKind; message: string; retryAfter?: number }
/** `look-up`: the post may be there already, so the answer decides nothing by itself. */
type Entry = Meaning | 'look-up'

const HOUR = 3_600
const dead = (message: string): Meaning => ({ kind: 'unauthorized', message })
const refused = (message: string): Meaning => ({ kind: 'rejected', message })
const tooFast = (message: string, retryAfter = HOUR): Meaning => ({ kind: 'throttled', message, retryAfter })

const RECONNECT = dead('Mã truy cập Facebook không còn hiệu lực; hãy kết nối lại Trang.')
const ROLE = dead('Tài khoản kết nối không còn đủ quyền trên Trang Facebook; hãy cấp lại quyền rồi kết nối lại.')
const LIMIT = tooFast('Facebook đang giới hạn số lần gọi; hệ thống sẽ tự gửi lại sau.')
const PERSON = dead('Facebook yêu cầu người quản trị xác minh tài khoản trên facebook.com trước khi đăng tiếp.')
const LINK = refused('Facebook không đọc được đường dẫn trong bài; hãy kiểm tra trang đích đã công khai chưa.')

/** `code/subcode` first, then the subcode alone, then the code alone. */
const MEANINGS: Readonly<Record<string, Entry>> = {
  '1': 'look-up',
  '2': 'look-up',
  '506': 'look-up',
  '368/1404082': 'look-up',
  '/1366051': 'look-up',
  '3': ROLE,
  '10': ROLE,
  '1705': dead('Đang dùng mã của cá nhân thay cho mã của Trang; hãy kết nối lại bằng mã truy cập của Trang.'),
  '4': LIMIT,
  '17': LIMIT,
  '32': LIMIT,
  '341': LIMIT,
  '613': LIMIT,
  '80001': LIMIT,
  '100': refused('Facebook không chấp nhận một tham số của bài; hãy kiểm tra lại nội dung và ảnh của bản Facebook.'),
  '100/33': refused('Không thấy đối tượng trên Facebook, hoặc Trang không được phép xem; có thể đã bị xóa.'),
  '102': RECONNECT,
  '190': RECONNECT,
  '190/458': dead('Ứng dụng đã bị gỡ khỏi tài khoản Facebook; hãy kết nối lại Trang.'),
  '190/459': PERSON,
  '190/460': dead('Mật khẩu Facebook đã đổi nên mã truy cập hết hiệu lực; hãy kết nối lại Trang.'),
  '190/464': PERSON,
  '190/492': ROLE,
  '324': refused('Facebook không đọc được tệp ảnh; hãy thay ảnh khác.'),
  '/1366046': refused('Ảnh quá lớn hoặc sai định dạng đối với Facebook; hãy dùng ảnh JPEG nhẹ hơn.'),
  '368': PERSON,
  '368/1390008': tooFast('Facebook tạm chặn vì đăng quá nhanh; hệ thống sẽ đợi vài giờ rồi gửi lại.', 6 * HOUR),
  '368/1346003': refused('Facebook cho rằng nội dung vi phạm quy định; hãy sửa lại nội dung.'),
  '368/1404102': refused('Facebook cho rằng nội dung vi phạm tiêu chuẩn cộng đồng; hãy sửa lại nội dung.'),
  '/1404078': dead('Trang Facebook cần được cấp quyền đăng bài (Page Publishing Authorization); hãy xác minh Trang.'),
  '1609005': LINK,
  '/1609005': LINK,
  '1609008': LINK,
  '/1609008': LINK,
  '2061006': LINK,
  '/2061006': LINK,
  '3001': refused('Facebook không nhận chỉ số được hỏi.'),
}

const errorBody = z.object({
  error: z.object({
    code: z.number(),
    error_subcode: z.number().nullish(),
    type: z.string().nullish(),
    message: z.string().nullish(),
  }),
})
type GraphError = z.infer<typeof errorBody>['error']

export function failureOf(answer: HttpAnswer, irreversible: boolean): ChannelError | null {
  const parsed = errorBody.safeParse(readJson(answer.text))
  if (parsed.success) return describe(parsed.data.error, answer, irreversible)
  if (answer.status >= 200 && answer.status < 300) return null
  return unrecognised(irreversible, { code: `http-${answer.status}`, httpStatus: answer.status })
}

function describe(error: GraphError, answer: HttpAnswer, irreversible: boolean): ChannelError {
  const code = error.error_subcode ? `${error.code}/${error.error_subcode}` : String(error.code)
  const details = { code, httpStatus: answer.status }
  const meaning = meaningOf(error, code)
  if (!meaning || meaning === 'look-up') return unrecognised(irreversible, details)
  const { kind, message } = meaning
  if (kind !== 'throttled') return new ChannelError(kind, message, details)
  return new ChannelError(kind, message, {
    ...details,
    retryAfter: waitFromUsage(answer.headers) ?? meaning.retryAfter ?? HOUR,
  })
}

function meaningOf(error: GraphError, code: string): Entry | undefined {
  if (isSecretProofProblem(error))
    return dead('Khóa bí mật của ứng dụng Facebook không đúng hoặc còn thiếu; hãy kết nối lại Trang.')
  if (error.code >= 200 && error.code <= 299) return ROLE
  return MEANINGS[code] ?? MEANINGS[`/${error.error_subcode}`] ?? MEANINGS[String(error.code)]
}

/** Code 100 is also every bad parameter; the parameter's own name, which is not translated, is the only difference. */
function isSecretProofProblem(error: GraphError): boolean {
  return (
    error.code === 100 && error.type === 'GraphMethodException' && (error.message ?? '').includes('appsecret_proof')
  )
}

const usage = z.record(z.string(), z.array(z.object({ estimated_time_to_regain_access: z.number().nullish() })))

/** `X-Business-Use-Case-Usage`, in seconds; null when it says nothing. The platform counts in minutes. */
function waitFromUsage(headers: Headers): number | null {
  const parsed = usage.safeParse(readJson(headers.get('x-business-use-case-usage') ?? ''))
  if (!parsed.success) return null
  const minutes = Object.values(parsed.data)
    .flat()
    .map((entry) => entry.estimated_time_to_regain_access ?? 0)
  const longest = Math.max(0, ...minutes)
  return longest === 0 ? null : longest * 60
}
