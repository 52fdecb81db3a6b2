/** Files of the section: pictures, video with ranges, documents, fonts. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openStored } from '~/media/storage'

const types: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  pdf: 'application/pdf',
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
  ttf: 'font/ttf',
  woff2: 'font/woff2',
}

const SAFE_SEGMENT = /^[a-z0-9][a-z0-9._-]*$/i
const NAMED_BY_CONTENT = /^[0-9a-f]{16}-/
const YEAR = 31_536_000

type Range = { from: number; to: number }

export async function answerMedia(request: Request, path: readonly string[], directory: string): Promise<Response> {
  const name = path.at(-1) ?? ''
  const type = types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()]
  if (!type || !path.every((segment) => SAFE_SEGMENT.test(segment))) return missing()
  const file = path[0] === 'fonts' ? join('media', ...path) : join(directory, ...path)
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) return missing()
  const headers = describe(name, { type, size: found.size, changed: found.mtimeMs })
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
  return send(request, { file, size: found.size, headers })
}

async function send(
  request: Request,
  { file, size, headers }: { file: string; size: number; headers: Record<string, string> },
): Promise<Response> {
  const range = readRange(request.headers.get('range') ?? '', size)
  if (range === 'outside')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } })
  const { from, to } = range ?? { from: 0, to: size - 1 }
  const body = request.method === 'HEAD' ? null : await openStored(file, { from, to })
  const sent = { ...headers, 'content-length': String(to - from + 1) }
  if (!range) return new Response(body, { headers: sent })
  return new Response(body, { status: 206, headers: { ...sent, 'content-range': `bytes ${from}-${to}/${size}` } })
}

/** One range, as browsers ask for; null for none and for what is not understood, which RFC 9110 tells us to ignore. */
function readRange(header: string, size: number): Range | 'outside' | null {
  const tail = /^bytes=-(\d+)$/.exec(header)?.[1]
  if (tail !== undefined) return clip({ from: Math.max(0, size - Number(tail)), to: size - 1 }, Number(tail) > 0)
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header) ?? []
  if (first === undefined) return null
  const [from, to] = [Number(first), last ? Number(last) : Number.POSITIVE_INFINITY]
  return to < from ? null : clip({ from, to: Math.min(to, size - 1) }, from < size)
}

function clip(range: Range, isInside: boolean): Range | 'outside' {
  return isInside ? range : 'outside'
}

function describe(name: string, { type, size, changed }: { type: string; size: number; changed: number }) {
  const lasting = NAMED_BY_CONTENT.test(name)
  return {
    'content-type': type,
    'accept-ranges': 'bytes',
    etag: `"${size.toString(36)}-${Math.round(changed).toString(36)}"`,
    'cache-control': lasting ? `public, max-age=${YEAR}, immutable` : 'public, max-age=86400',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  }
}

function missing(): Response {
  return new Response('Không có tệp này.', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  })
}
