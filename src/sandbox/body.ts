/** Bodies as the platforms accept them; the core hands look-alikes bytes only. */
import busboy from 'busboy'
import type { SandboxRequest } from './contract'

export type UploadedFile = { field: string; name: string; mimeType: string; bytes: Uint8Array }

export type Form = { fields: Record<string, string>; files: UploadedFile[] }

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

export function parseMultipart(request: SandboxRequest): Promise<Form> {
  return new Promise((resolve, reject) => {
    const form: Form = { fields: {}, files: [] }
    const parser = busboy({ headers: request.headers, defParamCharset: 'utf8', limits: { fieldSize: 10_000_000 } })
    parser.on('field', (name, value) => {
      form.fields[name] = value
    })
    parser.on('file', (field, stream, info) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () =>
        form.files.push({ field, name: info.filename ?? '', mimeType: info.mimeType, bytes: Buffer.concat(chunks) }),
      )
    })
    parser.on('error', reject)
    parser.on('close', () => resolve(form))
    parser.end(request.body)
  })
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
