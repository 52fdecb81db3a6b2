/**
 * The resumable upload session (developers.google.com/youtube/v3/guides/using_resumable_upload_protocol). The video comes
 * into being with its last byte, so the session's address tells for certain whether it exists. Whoever has the address
 * may upload: it goes into a checkpoint and into no log line or error.
 */
import type { youtube_v3 } from '@googleapis/youtube'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { HttpAnswer } from '../../../platform/http/contract'
import { ARMED, ChannelError, type Call, type Draft, type DraftMedia } from '../../contract'
import { readJson, send, unrecognised } from '../../contract/exchange'
import { authorize, JSON_BODY } from '../api'
import { decideFailure } from '../failures'
import type { YoutubePost } from '../options'
import { takeQuota } from '../quota'
import { statusToSend } from './visibility'

export type SessionState = { is: 'complete'; video: string } | { is: 'open'; offset: number } | { is: 'gone' }

/** Long enough for 4 MiB over a poor line. */
const CHUNK_TIMEOUT = 600_000

const OPENED = 'session-opened'
const opened = z.object({ address: z.string(), fingerprint: z.string() })

export async function rememberSession(
  draft: Draft<YoutubePost>,
  { call, address }: { call: Call; address: string },
): Promise<void> {
  await call.checkpoint(OPENED, { address, fingerprint: fingerprintOf(draft) })
}

/** The newest session for exactly this text and this file; one for an earlier version would publish that version. */
export function recallSession(draft: Draft<YoutubePost>, call: Call): string | null {
  const fingerprint = fingerprintOf(draft)
  const sessions = call.checkpoints.filter(({ step }) => step === OPENED).map(({ data }) => opened.parse(data))
  return sessions.findLast((session) => session.fingerprint === fingerprint)?.address ?? null
}

/** When the last byte was first on its way in this session, or null. */
export function armedIn(address: string, { checkpoints }: Call): Date | null {
  const start = checkpoints.findIndex(({ step, data }) => step === OPENED && opened.parse(data).address === address)
  const armed = checkpoints.slice(start).find(({ step }) => step === ARMED)
  return armed ? new Date(armed.at) : null
}

/** Before every hour there is, so that an hour that passes between two attempts makes no other video. */
const BEGINNING = new Date(0)

function fingerprintOf(draft: Draft<YoutubePost>): string {
  const video = toVideo(draft.post, BEGINNING)
  const said = JSON.stringify([video, draft.post.notifySubscribers, videoOf(draft).sha256])
  return createHash('sha256').update(said).digest('hex')
}

export function videoOf(draft: Draft<YoutubePost>): DraftMedia {
  const media = draft.media.find(({ id }) => id === draft.post.video)
  if (media) return media
  throw new ChannelError('rejected', 'Bản chốt không có video cho YouTube; hãy thêm video rồi duyệt lại.', {
    code: 'video-missing',
  })
}

/** Nothing exists yet after this: what is wrong with the text, the token or the quota is said here, before any byte. */
export async function openSession(
  call: Call,
  { post, media }: { post: YoutubePost; media: DraftMedia },
): Promise<string> {
  await takeQuota(call, 'uploads', 1)
  const query = new URLSearchParams({
    uploadType: 'resumable',
    part: 'snippet,status',
    notifySubscribers: String(post.notifySubscribers),
  })
  const headers = {
    ...authorize(call),
    ...JSON_BODY,
    'x-upload-content-length': String(media.bytes),
    'x-upload-content-type': media.mimeType,
  }
  const url = `${call.addresses['api']}/upload/youtube/v3/videos?${query}`
  const body = JSON.stringify(toVideo(post, call.now()))
  const answer = await send(call, { method: 'POST', url, headers, body }, false)
  const failure = decideFailure(call, false)(answer)
  if (failure) throw failure
  const address = answer.headers.get('location')
  if (!address) throw unrecognised(false, { code: 'unreadable-answer', httpStatus: answer.status })
  return address
}

/** The body of `videos.insert`; always the same bytes for the same post at the same side of its hour. */
export function toVideo(post: YoutubePost, now: Date) {
  return {
    snippet: {
      title: post.title,
      description: post.description,
      tags: post.tags,
      categoryId: post.categoryId,
      defaultLanguage: post.language,
    },
    status: {
      ...statusToSend(post, now),
      selfDeclaredMadeForKids: post.madeForKids,
      containsSyntheticMedia: post.syntheticMedia,
    },
  } satisfies youtube_v3.Schema$Video
}

export async function readSession(
  call: Call,
  { address, total }: { address: string; total: number },
): Promise<SessionState> {
  const headers = { ...authorize(call), 'content-length': '0', 'content-range': `bytes */${total}` }
  const answer = await send(call, { method: 'PUT', url: address, headers }, false)
  return understand(call, answer, false)
}

export type Chunk = { address: string; bytes: Uint8Array; offset: number; total: number }

/** Only the chunk that holds the last byte can have an effect. */
export async function sendChunk(call: Call, { address, bytes, offset, total }: Chunk): Promise<SessionState> {
  const end = offset + bytes.byteLength
  const isLast = end === total
  const headers = {
    ...authorize(call),
    'content-length': String(bytes.byteLength),
    'content-range': `bytes ${offset}-${end - 1}/${total}`,
  }
  const answer = await send(call, { method: 'PUT', url: address, headers, body: bytes, timeout: CHUNK_TIMEOUT }, isLast)
  return understand(call, answer, isLast)
}

const created = z.object({ id: z.string().min(1) })

function understand(call: Call, answer: HttpAnswer, irreversible: boolean): SessionState {
  if (answer.status === 308) return { is: 'open', offset: heldBytes(answer.headers.get('range')) }
  if (answer.status === 404 || answer.status === 410) return { is: 'gone' }
  const failure = decideFailure(call, irreversible)(answer)
  if (failure) throw failure
  const video = created.safeParse(readJson(answer.text))
  if (video.success) return { is: 'complete', video: video.data.id }
  throw unrecognised(irreversible, { code: 'unreadable-answer', httpStatus: answer.status })
}

/** `bytes=0-999` means 1000 bytes; without the header none. */
function heldBytes(range: string | null): number {
  const last = /(\d+)$/.exec(range ?? '')?.[1]
  return last === undefined ? 0 : Number(last) + 1
}
