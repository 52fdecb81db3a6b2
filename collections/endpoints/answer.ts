/** One shape for every verb: `{ … }` or `{ errors: [{ code, message }] }` with the right status. */
import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload'
import type { ZodType } from 'zod'
import { personOf } from '@/access'
import { type Duty, may, type Person, rolesIn } from '@/access/roles'
import { Refusals } from '@/engine/desk/refusals'
import type { Signer } from '@/approval'
import { Refusal } from '@/platform/errors'
import { conflict, isConflict } from '../hooks/conflict'

export type Verb = (request: PayloadRequest) => Promise<Record<string, unknown>>

export function post(path: string, verb: Verb): Endpoint {
  return { path, method: 'post', handler: answering(verb) }
}

export function get(path: string, verb: Verb): Endpoint {
  return { path, method: 'get', handler: answering(verb) }
}

function answering(verb: Verb): PayloadHandler {
  return async (request) => {
    try {
      return Response.json(await verb(request))
    } catch (cause) {
      if (cause instanceof Refusal) return refused(cause)
      if (isConflict(cause)) return Response.json({ errors: [conflict] }, { status: 409 })
      request.payload.logger.error({ err: cause, msg: 'a verb failed' })
      return Response.json(
        {
          errors: [
            { code: 'internal', message: 'Hệ thống gặp lỗi; chưa có gì bị thay đổi. Hãy thử lại hoặc báo quản trị.' },
          ],
        },
        { status: 500 },
      )
    }
  }
}

export function refused(refusal: Refusal): Response {
  const errors = refusal instanceof Refusals ? refusal.problems : [{ code: refusal.code, message: refusal.message }]
  return Response.json({ errors }, { status: refusal.status })
}

/** @throws Refusal 401 */
export function requirePerson(request: PayloadRequest): Person {
  const person = personOf(request)
  if (!person) throw new Refusal('not_signed_in', 'Hãy đăng nhập để tiếp tục.', 401)
  return person
}

/** @throws Refusal 403 when the person does not hold the duty in the organization. */
export function requireDuty(person: Person, duty: Duty, organization: string): void {
  if (!may(person, duty, organization))
    throw new Refusal('not_allowed', 'Bạn không có quyền làm việc này ở cơ quan này.', 403)
}

export function signerOf(person: Person, organization: string): Signer {
  return { id: person.id, name: (person as { name?: string }).name ?? '', roles: rolesIn(person, organization) }
}

export function idIn(request: PayloadRequest): string {
  const id = request.routeParams?.['id']
  return typeof id === 'string' ? id : ''
}

/** The JSON body, or an empty object when there is none. @throws Refusal 400 for what is not a JSON object */
export async function bodyOf(request: PayloadRequest): Promise<Record<string, unknown>> {
  const text = (await request.text?.()) ?? ''
  if (!text.trim()) return {}
  const body = parse(text.normalize('NFC'))
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  throw new Refusal('body_invalid', 'Dữ liệu gửi lên không phải JSON.', 400)
}

/** The body in exactly this shape. @throws Refusal 400 that names what is wrong */
export async function parsedBody<Body>(request: PayloadRequest, schema: ZodType<Body>): Promise<Body> {
  const result = schema.safeParse(await bodyOf(request))
  if (result.success) return result.data
  const names = [...new Set(result.error.issues.map(({ path, message }) => path.join('.') || message))].join(', ')
  throw new Refusal('body_invalid', `Dữ liệu gửi lên chưa đúng: hãy kiểm tra lại ${names}.`, 400)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function textIn(body: Record<string, unknown>, name: string): string {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}
