import { z } from 'zod'
import { ChannelError, type FailureKind } from '../contract'
import { readJson, unrecognised } from '../contract/exchange'
import type { HttpAnswer } from '../../platform/http/contract'

/** The codes our own web process answers with, and what each stands for. */
const known: Readonly<Record<string, { kind: FailureKind; message: string }>> = {
  'token-wrong': {
    kind: 'unauthorized',
    message: 'Mã kết nối tới trang web không đúng; quản trị kênh cần kết nối lại kênh.',
  },
  'page-invalid': {
    kind: 'rejected',
    message: 'Trang web không nhận nội dung này vì thiếu hoặc thừa dữ liệu; hãy kiểm tra lại nội dung.',
  },
  'page-too-large': { kind: 'rejected', message: 'Nội dung trang quá dài; hãy rút gọn hoặc tách thành nhiều bài.' },
  'page-withdrawn': {
    kind: 'rejected',
    message: 'Bài này đã bị gỡ khỏi trang nên không tự đăng lại; hãy tạo lần đăng mới.',
  },
  'too-fast': { kind: 'throttled', message: 'Trang web đang nhận quá nhiều yêu cầu; hệ thống sẽ gửi lại sau.' },
  'not-ready': { kind: 'unavailable', message: 'Trang web chưa sẵn sàng; hệ thống sẽ tự gửi lại.' },
}

const refusal = z.object({ errors: z.array(z.object({ code: z.string() })).min(1) })

/** Null for an answer to parse; `irreversible` decides what an answer nobody has listed means. */
export function failureOf(answer: HttpAnswer, irreversible: boolean): ChannelError | null {
  if (answer.status < 400) return null
  const code = codeOf(answer)
  if (code === 'page-unknown') return null
  const listed = known[code]
  const details = { code, httpStatus: answer.status }
  if (!listed) return unrecognised(irreversible, details)
  return new ChannelError(listed.kind, listed.message, { ...details, ...retryAfter(answer) })
}

function codeOf(answer: HttpAnswer): string {
  const parsed = refusal.safeParse(readJson(answer.text))
  return parsed.data?.errors[0]?.code ?? String(answer.status)
}

function retryAfter({ headers }: HttpAnswer): { retryAfter?: number } {
  const seconds = Number(headers.get('retry-after'))
  return seconds > 0 ? { retryAfter: seconds } : {}
}
