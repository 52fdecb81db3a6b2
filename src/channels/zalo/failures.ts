/** Zalo answers HTTP 200 with a negative `error`; the number decides. */
import { z } from 'zod'
import type { HttpAnswer } from '../../platform/http/contract'
import { ChannelError, type FailureKind } from '../contract'
import { readJson, unrecognised } from '../contract/exchange'

type Meaning = { kind: FailureKind; message: string; retryAfter?: number }

const HOUR = 3_600
const dead = (message: string): Meaning => ({ kind: 'unauthorized', message })
const refused = (message: string): Meaning => ({ kind: 'rejected', message })
const tooFast = (message: string, retryAfter: number): Meaning => ({ kind: 'throttled', message, retryAfter })

const RECONNECT = dead('Mã truy cập Zalo không còn hiệu lực; hãy kết nối lại Official Account.')
const CONSENT = dead(
  'Mã làm mới của Zalo đã dùng hoặc hết hạn; quản trị viên OA cần cấp quyền lại trên trang của Zalo.',
)
const APPLICATION = dead(
  'Ứng dụng chưa được Zalo cho phép dùng chức năng này với OA; hãy kiểm tra ứng dụng rồi kết nối lại.',
)
const ACCOUNT = dead('Official Account đã bị khóa hoặc không tồn tại; hãy kiểm tra OA trên Zalo rồi kết nối lại.')
const QUOTA = tooFast('Official Account đã dùng hết hạn mức của kỳ này; hệ thống sẽ gửi lại sau.', 6 * HOUR)

/** Article still processing: not a failure of the article, only not yet. */
export const STILL_PROCESSING = '-214'

const MEANINGS: Readonly<Record<string, Meaning>> = {
  '-32': tooFast('Zalo đang giới hạn số lần gọi; hệ thống sẽ tự gửi lại sau.', 60),
  '-100': refused('Một tệp đã tải lên Zalo đã hết hạn; hãy duyệt và đăng lại.'),
  '-118': CONSENT,
  '-14002': APPLICATION,
  '-14014': CONSENT,
  '-201': refused('Zalo không chấp nhận một trường của bài; hãy kiểm tra tiêu đề, mô tả và ảnh của bản Zalo.'),
  '-204': ACCOUNT,
  '-205': ACCOUNT,
  '-209': APPLICATION,
  '-210': refused('Một ảnh vượt giới hạn 1 MB của Zalo; hãy dùng ảnh nhẹ hơn.'),
  '-211': QUOTA,
  '-212': APPLICATION,
  [STILL_PROCESSING]: { kind: 'unavailable', message: 'Zalo đang xử lý bài; hệ thống sẽ tự xem lại.' },
  '-216': RECONNECT,
  '-219': APPLICATION,
  '-220': RECONNECT,
  '-221': dead('Official Account chưa được xác thực nên Zalo không cho đăng bài; hãy xác thực OA.'),
  '-224': dead('Gói dịch vụ của Official Account không cho đăng bài qua hệ thống; hãy nâng cấp gói OA.'),
  '-233': refused('Zalo không hỗ trợ kiểu bài này.'),
  '-235': dead('Loại Official Account này không được dùng chức năng đăng bài.'),
  '-242': dead('Khóa bí mật của ứng dụng Zalo không đúng; hãy kết nối lại Official Account.'),
  '-248': refused('Zalo cho rằng nội dung vi phạm chính sách; hãy sửa lại nội dung.'),
}

const envelope = z.object({ error: z.number(), message: z.string().nullish() })
type Envelope = z.infer<typeof envelope>

export function failureOf(answer: HttpAnswer, irreversible: boolean): ChannelError | null {
  const parsed = envelope.safeParse(readJson(answer.text))
  if (parsed.success && parsed.data.error !== 0) return describe(parsed.data, answer, irreversible)
  if (answer.status >= 200 && answer.status < 300) return null
  return unrecognised(irreversible, { code: `http-${answer.status}`, httpStatus: answer.status })
}

function describe(error: Envelope, answer: HttpAnswer, irreversible: boolean): ChannelError {
  const details = { code: String(error.error), httpStatus: answer.status }
  const meaning = error.error === -223 ? meaningOfMinus223(error) : MEANINGS[details.code]
  if (!meaning) return unrecognised(irreversible, details)
  const { kind, message, retryAfter } = meaning
  return new ChannelError(kind, message, retryAfter === undefined ? details : { ...details, retryAfter })
}

/** -223 has two meanings and only its text tells them apart: the API is not granted, or the article quota is used up. */
function meaningOfMinus223({ message }: Envelope): Meaning {
  return /quota|limit|hạn mức/i.test(message ?? '') ? QUOTA : APPLICATION
}
