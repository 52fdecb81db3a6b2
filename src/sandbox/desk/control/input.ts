/** What people and tests send to the sandbox itself: strict, and told in Vietnamese when it is wrong. */
import { z, type ZodType } from 'zod'
import { parseForm } from '../../body'
import type { SandboxAnswer, SandboxRequest } from '../../contract'

export type Problem = { code: string; message: string; field?: string }

type Read<Value> = { value: Value } | { refusal: SandboxAnswer }

export function readInput<Value>(request: SandboxRequest, schema: ZodType<Value>): Read<Value> {
  const raw = readRaw(request)
  if (raw === undefined) {
    return refuse([{ code: 'json-invalid', message: 'Nội dung gửi lên không phải JSON hợp lệ; hãy sửa rồi gửi lại.' }])
  }
  const parsed = schema.safeParse(raw)
  return parsed.success ? { value: parsed.data } : refuse(parsed.error.issues.map(describe))
}

export function readQuery<Value>({ query }: SandboxRequest, schema: ZodType<Value>): Read<Value> {
  const parsed = schema.safeParse(Object.fromEntries(query))
  return parsed.success ? { value: parsed.data } : refuse(parsed.error.issues.map(describe))
}

export function refuse(problems: Problem[], status = 400): { refusal: SandboxAnswer } {
  return { refusal: { status, body: { errors: problems } } }
}

/** A number, or digits as a form sends them. */
export function number(): z.ZodType<number> {
  const digits = z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number)
  return z.union([z.number(), digits]).pipe(z.number())
}

export function isForm({ headers }: SandboxRequest): boolean {
  return (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
}

/** A field that a person left empty was not sent. */
function readRaw(request: SandboxRequest): unknown {
  if (isForm(request)) return Object.fromEntries(Object.entries(parseForm(request)).filter(([, value]) => value !== ''))
  if (request.body.length === 0) return {}
  try {
    return JSON.parse(new TextDecoder().decode(request.body))
  } catch {
    return undefined
  }
}

type Issue = z.core.$ZodIssue

function describe(issue: Issue): Problem {
  const field = issue.path.join('.')
  return { ...explain(issue, field === '' ? 'nội dung' : `"${field}"`), ...(field === '' ? {} : { field }) }
}

function explain(issue: Issue, name: string): Problem {
  if (issue.code === 'unrecognized_keys')
    return { code: 'field-unknown', message: `Không có mục ${issue.keys.join(', ')}; hãy bỏ mục đó.` }
  if (issue.code === 'invalid_value')
    return { code: 'value-unknown', message: `Mục ${name} phải là một trong: ${issue.values.join(', ')}.` }
  if (issue.code === 'too_small')
    return { code: 'value-too-small', message: `Mục ${name} quá nhỏ hoặc để trống; nhỏ nhất là ${issue.minimum}.` }
  if (issue.code === 'too_big')
    return { code: 'value-too-big', message: `Mục ${name} quá lớn; lớn nhất là ${issue.maximum}.` }
  if (issue.code === 'custom') return { code: 'value-invalid', message: issue.message }
  return { code: 'value-invalid', message: `Mục ${name} thiếu hoặc sai kiểu; hãy xem tài liệu docs/sandbox.md.` }
}
