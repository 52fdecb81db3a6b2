/** `multipart/related`: a part of JSON, then a part of bytes. */
import { readFileSync } from 'node:fs'
import type { SandboxRequest } from '../../contract'

export type Related = { resource: Record<string, unknown>; mimeType: string; bytes: Uint8Array }

/** Null when the body is none. */
export function readRelated(request: SandboxRequest): Related | null {
  const boundary = /^multipart\/related;.*boundary="?([^";]+)"?/.exec(request.headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) return null
  const whole = Buffer.from(request.spool ? readFileSync(request.spool) : request.body)
  const [about, file] = splitParts(whole, Buffer.from(`--${boundary}`))
  if (!about || !file) return null
  try {
    return { resource: JSON.parse(about.bytes.toString()) as Record<string, unknown>, ...file }
  } catch {
    return null
  }
}

type Part = { mimeType: string; bytes: Buffer }

function splitParts(whole: Buffer, mark: Buffer): Part[] {
  const parts: Part[] = []
  let start = whole.indexOf(mark)
  for (let end = whole.indexOf(mark, start + 1); start >= 0 && end >= 0; end = whole.indexOf(mark, start + 1)) {
    const part = whole.subarray(start + mark.length + 2, end - 2)
    const body = part.indexOf('\r\n\r\n')
    const mimeType = /content-type: *([^;\r\n]+)/i.exec(part.subarray(0, body).toString('latin1'))?.[1] ?? ''
    parts.push({ mimeType, bytes: part.subarray(body + 4) })
    start = end
  }
  return parts
}
