/** Payload's own REST handling without Next: real requests, real logins, every access rule, hook and error answer. */
import { handleEndpoints, type SanitizedConfig } from 'payload'

export type Answer = { status: number; body: Body; text: string; headers: Headers }

/** What an answer may hold; a test looks only at what it expects. */
export type Body = {
  [field: string]: unknown
  errors?: { code: string; message: string }[]
  docs?: Row[]
  doc?: Row
}

export type Row = { id: string } & Record<string, unknown>

export type Caller = {
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
  patch(path: string, body: unknown): Promise<Answer>
  remove(path: string): Promise<Answer>
  upload(file: { name: string; bytes: Uint8Array; type?: string }, fields: Record<string, unknown>): Promise<Answer>
  /** A body that is sent as it is. */
  raw(method: string, path: string, body: string): Promise<Answer>
}

const origin = 'http://localhost:3000/api'

export function callerOn(config: SanitizedConfig, token: () => Promise<string | null>): Caller {
  const send = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    const known = await token()
    if (known) headers.set('authorization', `JWT ${known}`)
    return read(await handleEndpoints({ config, request: new Request(`${origin}${path}`, { ...init, headers }) }))
  }
  const sendText = (method: string, path: string, body: string | undefined) =>
    send(path, { method, ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }) })
  const sendJson = (method: string, path: string, body: unknown) =>
    sendText(method, path, body === undefined ? undefined : JSON.stringify(body))
  return {
    get: (path) => send(path, { method: 'GET' }),
    post: (path, body) => sendJson('POST', path, body),
    patch: (path, body) => sendJson('PATCH', path, body),
    remove: (path) => send(path, { method: 'DELETE' }),
    raw: sendText,
    upload: (file, fields) => {
      const form = new FormData()
      form.set('file', new File([Buffer.from(file.bytes)], file.name, { type: file.type ?? 'image/png' }))
      form.set('_payload', JSON.stringify(fields))
      return send('/media', { method: 'POST', body: form })
    },
  }
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text()
  return { status: response.status, text, headers: response.headers, body: parse(text) }
}

function parse(text: string): Body {
  try {
    return JSON.parse(text) as Body
  } catch {
    return {}
  }
}
