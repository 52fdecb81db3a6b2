import type { AfterErrorHook } from 'payload'
import { Refusals } from '@/engine/desk/refusals'
import { conflict, isConflict } from './conflict'

type Failure = {
  name?: string
  code?: string
  message: string
  status?: number
  data?: { errors?: { path?: string; label?: string; message: string }[] }
}

type Answered = { code: string; message: string; field?: string }

/** Payload's own errors, by name: a stable code and a sentence that says what to do. */
const known: Readonly<Record<string, Answered>> = {
  Forbidden: { code: 'not_allowed', message: 'Bạn không có quyền làm việc này.' },
  UnauthorizedError: { code: 'not_signed_in', message: 'Hãy đăng nhập để tiếp tục.' },
  AuthenticationError: { code: 'wrong_login', message: 'Thư điện tử hoặc mật khẩu không đúng.' },
  LockedAuth: { code: 'locked', message: 'Tài khoản tạm khóa vì nhập sai nhiều lần; hãy thử lại sau 10 phút.' },
  NotFound: { code: 'not_found', message: 'Không tìm thấy.' },
  QueryError: { code: 'query_invalid', message: 'Không lọc hoặc sắp xếp theo trường này được.' },
  MissingFile: { code: 'file_missing', message: 'Hãy chọn một tệp để tải lên.' },
  FileUploadError: { code: 'media_broken', message: 'Không đọc được tệp; hãy chọn tệp khác.' },
}

/** Every refusal is `{ errors: [{ code, message }] }`; nothing of the inside (stack, SQL) ever leaves. */
export const answerErrors: AfterErrorHook = ({ error, result }) => {
  if (isConflict(error)) return { response: { errors: [conflict] } as never, status: 409 }
  const failure = error as Failure
  const status = failure.status ?? 500
  return { response: { ...keepFor(result), errors: describe(failure, status) } as never, status }
}

function describe(failure: Failure, status: number): Answered[] {
  if (failure instanceof Refusals) return failure.problems.map(({ code, message }) => ({ code, message }))
  if (failure.name === 'ValidationError' && failure.data?.errors) return failure.data.errors.map(ofField)
  return [known[failure.name ?? ''] ?? ownRefusal(failure) ?? byStatus(failure, status)]
}

function ownRefusal({ name, code, message }: Failure): Answered | null {
  const isOurs = name === 'Refusal' || name === 'MediaError'
  return isOurs && code ? { code, message } : null
}

function byStatus({ message }: Failure, status: number): Answered {
  if (status === 413) return { code: 'media_too_large', message: 'Tệp quá lớn.' }
  if (message === 'Invalid JSON') return { code: 'body_invalid', message: 'Dữ liệu gửi lên không phải JSON.' }
  if (status < 500) return { code: 'request_invalid', message: isVietnamese(message) ? message : notUnderstood }
  return { code: 'internal', message: 'Hệ thống gặp lỗi; chưa có gì bị thay đổi. Hãy thử lại hoặc báo quản trị.' }
}

const notUnderstood = 'Yêu cầu chưa đúng; hãy kiểm tra lại dữ liệu gửi lên.'

/** Payload translates most of its own sentences; the rest is English. */
function isVietnamese(message: string): boolean {
  return /[à-ỹđ]/iu.test(message)
}

const fieldCodes: Readonly<Record<string, string>> = { audiences: 'no_audience', alt: 'alt_missing' }

/** A stable code per field, such as `dueAt` → `due_at_invalid`; the sentence is the field's own. */
function ofField({ path = '', label = '', message }: { path?: string; label?: string; message: string }): Answered {
  const field = path.split('.')[0] || 'request'
  const snake = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const isNamed = label === '' || message.includes(label)
  return {
    code: fieldCodes[field] ?? `${snake}_invalid`,
    message: isNamed ? message : `${label}: ${message}`,
    field: path,
  }
}

/** The admin's forms read `data` of a validation error to mark the fields. */
function keepFor(result: unknown): object {
  const data = (result as { errors?: { name?: string; data?: unknown; message?: string }[] } | undefined)?.errors?.[0]
  return data?.name === 'ValidationError' ? { data: data.data, name: data.name, message: data.message } : {}
}
