/** Kept files from disk, in whole or in the part that a player asks for. */
import type { SandboxAnswer, SandboxRequest } from '../../contract'
import type { Site } from '../site'

export function sendFile({ desk }: Site, request: SandboxRequest): SandboxAnswer {
  const file = desk.files.find(request.path.slice('/_files/'.length))
  if (!file) return { status: 404, body: 'Không có tệp này.' }
  const headers = {
    'content-type': file.mimeType,
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
  }
  const { path, bytes } = file
  const range = readRange(request.headers['range'], bytes)
  if (range === null) return { status: 200, headers, file: { path, from: 0, to: bytes - 1 } }
  if (range === 'outside')
    return { status: 416, headers: { 'content-range': `bytes */${bytes}` }, body: 'Tệp không có phần này.' }
  const contentRange = { 'content-range': `bytes ${range.from}-${range.to}/${bytes}` }
  return { status: 206, headers: { ...headers, ...contentRange }, file: { path, ...range } }
}

type Range = { from: number; to: number }

/** One range only; what is no range is the whole file, as RFC 9110 says. */
function readRange(header: string | undefined, bytes: number): Range | 'outside' | null {
  const found = /^bytes=(?:(\d+)-(\d+)?|-(\d+))$/.exec(header ?? '')
  if (!found) return null
  const [, first, last, fromEnd] = found.map((part) => (part === undefined ? null : Number(part)))
  const range =
    fromEnd === null || fromEnd === undefined
      ? { from: first ?? 0, to: Math.min(last ?? bytes, bytes - 1) }
      : { from: Math.max(0, bytes - fromEnd), to: bytes - 1 }
  return range.from > range.to ? 'outside' : range
}
