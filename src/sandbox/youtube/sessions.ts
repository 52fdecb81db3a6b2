/** The resumable upload session. The video comes to exist with its last byte, whether or not the answer arrives. */
import { parseJson } from '../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { refuse } from './answers'
import { spendUpload } from './quota'
import { letters, moodOf, SESSIONS, setMood, type ChannelRecord, type Session } from './state'
import { readMetadata } from './validation'
import { createVideo, showVideo } from './videos'

const UNIT = 262_144

/** Bytes of open sessions live in memory only: a look-alike that was restarted has lost them, and its sessions are gone. */
const heldBytes = new WeakMap<Desk, Map<string, Uint8Array>>()

function bytesOf(desk: Desk): Map<string, Uint8Array> {
  const held = heldBytes.get(desk) ?? new Map<string, Uint8Array>()
  heldBytes.set(desk, held)
  return held
}

export function startSession(
  request: SandboxRequest,
  { desk, channel, mount }: { desk: Desk; channel: ChannelRecord; mount: string },
): SandboxAnswer {
  const checked = readMetadata(parseJson(request))
  if ('refusal' in checked) return checked.refusal
  const refusal = spendUpload(desk) ?? spendChannelUpload(desk)
  if (refusal) return refusal
  const id = letters(`session ${desk.next('youtube.sessions')}`, 80)
  const total = Number(request.headers['x-upload-content-length'])
  const mimeType = request.headers['x-upload-content-type'] ?? 'application/octet-stream'
  desk.records.put(SESSIONS, id, {
    id,
    channel: channel.id,
    total,
    mimeType,
    metadata: checked.metadata,
    video: null,
  } satisfies Session)
  bytesOf(desk).set(id, new Uint8Array())
  const query = new URLSearchParams({ uploadType: 'resumable', part: request.query.get('part') ?? '', upload_id: id })
  return { status: 200, headers: { location: `${request.origin}${mount}/upload/youtube/v3/videos?${query}` } }
}

function spendChannelUpload(desk: Desk): SandboxAnswer | null {
  const left = moodOf(desk).channelUploadsLeft
  if (left > 0) return null
  const message = 'The user has exceeded the number of videos they may upload.'
  return refuse({ status: 400, reason: 'uploadLimitExceeded', message, domain: 'youtube.video' })
}

/** Whoever knows the address may go on: no token is asked for. */
export function continueSession(request: SandboxRequest, desk: Desk): SandboxAnswer {
  const id = request.query.get('upload_id') ?? ''
  const session = desk.records.get<Session>(SESSIONS, id)
  if (session?.video) return complete(session.video, desk)
  const held = bytesOf(desk).get(id)
  if (!session || !held) return { status: 404, body: 'Not Found' }
  const from = readRange(request, session.total)
  if (from === 'invalid') {
    return refuse({ status: 400, reason: 'badRequest', message: 'Failed to parse Content-Range header.' })
  }
  return from === held.byteLength ? accept({ session, held, request, desk }) : incomplete(held.byteLength)
}

/** The first answer again, however often it is asked for. */
function complete(video: string, desk: Desk): SandboxAnswer {
  return { status: 201, body: showVideo(video, { desk, parts: ['snippet', 'status'] }) }
}

type Arrival = { session: Session; held: Uint8Array; request: SandboxRequest; desk: Desk }

function accept({ session, held, request, desk }: Arrival): SandboxAnswer {
  const isWhole = held.byteLength + request.body.byteLength === session.total
  const kept = commit(request.body, { desk, isWhole })
  const bytes = Buffer.concat([held, kept])
  bytesOf(desk).set(session.id, bytes)
  if (bytes.byteLength < session.total) return incomplete(bytes.byteLength)
  bytesOf(desk).delete(session.id)
  const video = createVideo(session, { desk, bytes })
  desk.records.put(SESSIONS, session.id, { ...session, video })
  return complete(video, desk)
}

/** Only whole units of 256 KiB are kept of what is not the end. */
function commit(bytes: Uint8Array, { desk, isWhole }: { desk: Desk; isWhole: boolean }): Uint8Array {
  const { partialCommits } = moodOf(desk)
  if (partialCommits > 0) {
    setMood(desk, { partialCommits: partialCommits - 1 })
    return bytes.subarray(0, Math.min(UNIT, bytes.byteLength - (bytes.byteLength % UNIT)))
  }
  return isWhole ? bytes : bytes.subarray(0, bytes.byteLength - (bytes.byteLength % UNIT))
}

function incomplete(held: number): SandboxAnswer {
  return { status: 308, headers: held > 0 ? { range: `bytes=0-${held - 1}` } : {}, body: '' }
}

/** Where the bytes start; a question about the state starts nowhere. */
function readRange({ headers, body }: SandboxRequest, total: number): number | 'query' | 'invalid' {
  const range = headers['content-range'] ?? `bytes 0-${total - 1}/${total}`
  if (range === `bytes */${total}`) return 'query'
  const [from = -1, to = -1, whole] = (/^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? []).slice(1).map(Number)
  return whole === total && to - from + 1 === body.byteLength ? from : 'invalid'
}
