/** The resumable upload session. The video comes to exist with its last byte, whether or not the answer arrives. */
import { statSync } from 'node:fs'
import { parseJson } from '../../body'
import type { Desk, GrowingFile, SandboxAnswer, SandboxRequest } from '../../contract'
import { spendUpload } from '../account/quota'
import { refuse } from '../answers'
import { letters, moodOf, SESSIONS, setMood, type ChannelRecord, type Session } from '../state'
import { showVideo } from '../videos'
import { createVideo } from '../videos/change'
import { invalid, readMetadata } from './validation'

const UNIT = 262_144

type Opening = { desk: Desk; channel: ChannelRecord; client: string; mount: string }

export function startSession(request: SandboxRequest, { desk, channel, client, mount }: Opening): SandboxAnswer {
  const body = parseJson(request)
  const { snippet } = body
  const checked = readMetadata({ ...body, snippet: { categoryId: '22', ...(snippet as object | undefined) } })
  if ('refusal' in checked) return checked.refusal
  if (/[/\\]/.test(request.headers['slug'] ?? '')) return invalid('invalidFilename')
  const refusal = spendUpload(desk, client) ?? refuseChannel(desk)
  if (refusal) return refusal
  const id = letters(`session ${desk.next('youtube.sessions')}`, 80)
  desk.records.put(SESSIONS, id, {
    id,
    channel: channel.id,
    total: Number(request.headers['x-upload-content-length']),
    mimeType: request.headers['x-upload-content-type'] ?? 'application/octet-stream',
    metadata: checked.metadata,
    openedAt: desk.now().toISOString(),
    video: null,
  } satisfies Session)
  const query = new URLSearchParams({ uploadType: 'resumable', part: request.query.get('part') ?? '', upload_id: id })
  return { status: 200, headers: { location: `${request.origin}${mount}/upload/youtube/v3/videos?${query}` } }
}

function refuseChannel(desk: Desk): SandboxAnswer | null {
  if (moodOf(desk).channelUploadsLeft > 0) return null
  const message = 'The user has exceeded the number of videos they may upload.'
  return refuse({ status: 400, reason: 'uploadLimitExceeded', message, domain: 'youtube.video' })
}

/** Whoever knows the address may go on: no token is asked for. */
export async function continueSession(request: SandboxRequest, desk: Desk): Promise<SandboxAnswer> {
  const session = desk.records.get<Session | null>(SESSIONS, request.query.get('upload_id') ?? '')
  if (session?.video) return complete(session.video, desk)
  if (!session || hasExpired(session, desk)) return { status: 404, body: 'Not Found' }
  const held = desk.grow(fileOf(session))
  const from = readRange(request, session.total)
  if (from === 'invalid') {
    return refuse({ status: 400, reason: 'badRequest', message: 'Failed to parse Content-Range header.' })
  }
  return from === held.size() ? accept({ session, held, request, desk }) : incomplete(held.size())
}

function fileOf({ id }: Session): string {
  return `youtube session ${id}`
}

function hasExpired({ openedAt }: Session, desk: Desk): boolean {
  return (desk.now().getTime() - Date.parse(openedAt)) / 1000 > moodOf(desk).sessionSeconds
}

/** The first answer again, however often it is asked for. */
function complete(video: string, desk: Desk): SandboxAnswer {
  return { status: 201, body: showVideo(video, { desk, parts: ['snippet', 'status'] }) }
}

type Arrival = { session: Session; held: GrowingFile; request: SandboxRequest; desk: Desk }

async function accept({ session, held, request, desk }: Arrival): Promise<SandboxAnswer> {
  const came = sizeOf(request)
  const isWhole = held.size() + came === session.total
  const { most, isBroken } = takeMood(desk, { came, isWhole })
  const size = await held.append(request, most)
  if (isBroken) return { status: 503, body: 'Service Unavailable' }
  if (size < session.total) return incomplete(size)
  const video = await createVideo(session, { desk, held })
  desk.records.put(SESSIONS, session.id, { ...session, video } satisfies Session)
  return complete(video, desk)
}

/** Only whole units of 256 KiB are kept of what is not the end. */
function takeMood(desk: Desk, { came, isWhole }: { came: number; isWhole: boolean }) {
  const { partialCommits, brokenChunks } = moodOf(desk)
  const aligned = came - (came % UNIT)
  if (brokenChunks > 0) {
    setMood(desk, { brokenChunks: brokenChunks - 1 })
    return { most: Math.min(UNIT, aligned), isBroken: true }
  }
  if (partialCommits > 0) {
    setMood(desk, { partialCommits: partialCommits - 1 })
    return { most: Math.min(UNIT, aligned), isBroken: false }
  }
  return { most: isWhole ? came : aligned, isBroken: false }
}

function sizeOf({ body, spool }: SandboxRequest): number {
  return spool ? statSync(spool).size : body.byteLength
}

function incomplete(held: number): SandboxAnswer {
  return { status: 308, headers: held > 0 ? { range: `bytes=0-${held - 1}` } : {}, body: '' }
}

/** Where the bytes start; a question about the state starts nowhere. */
function readRange(request: SandboxRequest, total: number): number | 'query' | 'invalid' {
  const range = request.headers['content-range'] ?? `bytes 0-${total - 1}/${total}`
  if (range === `bytes */${total}`) return 'query'
  const [from = -1, to = -1, whole] = (/^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? []).slice(1).map(Number)
  return whole === total && isAllThere(request, to - from + 1) ? from : 'invalid'
}

/** Of a line that was cut, less came than was said. */
function isAllThere(request: SandboxRequest, said: number): boolean {
  return request.isCut === true || said === sizeOf(request)
}
