/** Graph API error codes → the five kinds. Texts follow the account's language, so decisions rest on numbers. */
import { z } from 'zod'
import type { HttpAnswer } from '../../platform/http/contract'
import { ChannelError, type FailureKind } from '../contract'
import { readJson, unrecognised } from '../contract/exchange'
import { waitFromUsage } from './api/usage'

type Meaning = { kind: FailureKind; message: string; retryAfter?: number }
/** `look-up`: it may have happened or not, so the answer decides nothing by itself. */
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
const FILM = refused('Facebook không nhận tệp video này; hãy xuất lại thành MP4 (H.264, AAC) rồi duyệt lại.')
const FRAMES = refused('Thước phim Facebook phải có 24-60 khung hình mỗi giây; hãy xuất lại video.')

/** `code/subcode` first, then the subcode alone, then the code alone. Exported for the table in the tests. */
export const MEANINGS: Readonly<Record<string, Entry>> = {
  '1': 'look-up',
  '2': 'look-up',
  '506': 'look-up',
  '368/1404082': 'look-up',
  '/1366051': 'look-up',
  // Of uploads: the next attempt asks the platform how much of the film it holds.
  '6001': 'look-up',
  '/1363019': 'look-up',
  '/1363030': 'look-up',
  '/1363037': 'look-up',
  '3': dead('Ứng dụng Facebook chưa được cấp khả năng này; quản trị hãy xem lại quyền của ứng dụng rồi kết nối lại.'),
  '10': ROLE,
  '1705': dead('Đang dùng mã của cá nhân thay cho mã của Trang; hãy kết nối lại bằng mã truy cập của Trang.'),
  '/1363042': ROLE,
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
  '190/492': dead('Người kết nối không còn vai trò trên Trang Facebook; hãy cấp lại vai trò rồi kết nối lại.'),
  '324': refused('Facebook không đọc được tệp ảnh; hãy thay ảnh khác.'),
  '/1366046': refused('Ảnh quá lớn hoặc sai định dạng đối với Facebook; hãy dùng ảnh JPEG nhẹ hơn.'),
  '368': PERSON,
  '368/1390008': tooFast('Facebook tạm chặn vì đăng quá nhanh; hệ thống sẽ đợi vài giờ rồi gửi lại.', 6 * HOUR),
  '368/1346003': refused('Facebook cho rằng nội dung vi phạm quy định; hãy sửa lại nội dung.'),
  '368/1404102': refused('Facebook cho rằng nội dung vi phạm tiêu chuẩn cộng đồng; hãy sửa lại nội dung.'),
  '368/1404112': dead('Facebook đang hạn chế tài khoản kết nối; người quản trị hãy xem thông báo trên facebook.com.'),
  '368/4854002': dead('Facebook yêu cầu xác minh danh tính người quản trị Trang; hãy xác minh trên facebook.com.'),
  '/1404078': dead('Trang Facebook cần được cấp quyền đăng bài (Page Publishing Authorization); hãy xác minh Trang.'),
  '382': refused('Video quá nhỏ đối với Facebook (ít nhất 1 KB); hãy kiểm tra lại tệp video.'),
  '/1363022': refused('Video quá nhỏ đối với Facebook (ít nhất 1 KB); hãy kiểm tra lại tệp video.'),
  '/1363023': refused('Video quá lớn đối với Facebook; hãy nén lại video.'),
  '389': refused('Facebook không tải được video từ địa chỉ đã cho; hãy kiểm tra lại tệp video.'),
  '352': FILM,
  '6000': FILM,
  '/6000': FILM,
  '/1363040': refused('Thước phim Facebook phải có tỉ lệ 9:16; hãy cắt lại video dọc.'),
  '/1363127': refused('Thước phim Facebook phải rộng ít nhất 540 và cao ít nhất 960 điểm ảnh; hãy xuất lại video.'),
  '/1363128': refused('Thước phim Facebook phải dài 3-90 giây; hãy cắt lại video.'),
  '/1363129': FRAMES,
  '1609005': LINK,
  '/1609005': LINK,
  '1609008': refused('Facebook không cho đăng đường dẫn tới chính facebook.com; hãy dùng đường dẫn khác.'),
  '/1609008': refused('Facebook không cho đăng đường dẫn tới chính facebook.com; hãy dùng đường dẫn khác.'),
  '2061006': LINK,
  '/2061006': LINK,
  '3001': refused('Facebook không nhận chỉ số được hỏi.'),
}

/** A number sometimes comes as text. */
const number = z.coerce.number()
const errorBody = z.object({
  error: z.object({
    code: number,
    error_subcode: number.nullish(),
    type: z.string().nullish(),
    message: z.string().nullish(),
    fbtrace_id: z.string().nullish(),
  }),
})
type GraphError = z.infer<typeof errorBody>['error']

export type Circumstances = {
  irreversible: boolean
  /** Told of every error that is in no table, so that a person adds it. */
  report(fields: Record<string, unknown>): void
}

export function failureOf(answer: HttpAnswer, circumstances: Circumstances): ChannelError | null {
  const parsed = errorBody.safeParse(readJson(answer.text))
  if (parsed.success) return describe(parsed.data.error, answer, circumstances)
  if (answer.status >= 200 && answer.status < 300) return null
  circumstances.report({ httpStatus: answer.status })
  return unrecognised(circumstances.irreversible, { code: `http-${answer.status}`, httpStatus: answer.status })
}

function describe(error: GraphError, answer: HttpAnswer, { irreversible, report }: Circumstances): ChannelError {
  const code = codeOf(error)
  const details = { code, httpStatus: answer.status }
  const meaning = meaningOf(error, code)
  if (!meaning) report({ code, httpStatus: answer.status, type: error.type, trace: error.fbtrace_id })
  if (!meaning || meaning === 'look-up') return unrecognised(irreversible, details)
  const { kind, message } = meaning
  if (kind !== 'throttled') return new ChannelError(kind, message, details)
  const retryAfter = waitFromUsage(answer.headers) ?? meaning.retryAfter ?? HOUR
  return new ChannelError(kind, message, { ...details, retryAfter })
}

function codeOf({ code, error_subcode: subcode }: GraphError): string {
  return subcode ? `${code}/${subcode}` : String(code)
}

function meaningOf(error: GraphError, code: string): Entry | undefined {
  if (isSecretProofProblem(error))
    return dead('Khóa bí mật của ứng dụng Facebook không đúng hoặc còn thiếu; hãy kết nối lại Trang.')
  if (error.code >= 200 && error.code <= 299) return ROLE
  return MEANINGS[code] ?? MEANINGS[`/${error.error_subcode}`] ?? MEANINGS[String(error.code)]
}

/** Code 100 is also every bad parameter; the parameter's own name, which is not translated, is the only difference. */
function isSecretProofProblem({ code, type, message }: GraphError): boolean {
  return code === 100 && type === 'GraphMethodException' && (message ?? '').includes('appsecret_proof')
}

/** What Facebook says about a film in its status: a code of the table when it is one. */
export function whyFilmFailed(code: number | null): string {
  const meaning = MEANINGS[`/${code}`] ?? MEANINGS[String(code)]
  const listed = meaning && meaning !== 'look-up' && meaning.kind === 'rejected' ? meaning.message : null
  return listed ?? 'Facebook không xử lý được video; hãy kiểm tra tệp (MP4, H.264, AAC) rồi đăng lại.'
}
