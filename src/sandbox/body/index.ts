/** Bodies as the platforms accept them; the core hands look-alikes bytes, or a file where there are too many. */
import type { SandboxRequest } from '../contract'
import { parseMultipart, type Form } from './multipart'

export { parseMultipart, type Form, type UploadedFile } from './multipart'

/** An object, or an empty one when the body is no JSON object. */
export function parseJson(request: SandboxRequest): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(request.body))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}

export function parseForm(request: SandboxRequest): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(request.body)))
}

/** Whatever of the three the request declares; a JSON value that is no text comes as its JSON. */
export function parseBody(request: SandboxRequest): Promise<Form> {
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return parseMultipart(request)
  if (type.startsWith('application/json')) return Promise.resolve({ fields: asText(parseJson(request)), files: [] })
  return Promise.resolve({ fields: parseForm(request), files: [] })
}

function asText(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}
