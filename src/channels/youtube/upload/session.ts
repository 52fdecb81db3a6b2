/**
 * The resumable upload session (developers.google.com/youtube/v3/guides/using_resumable_upload_protocol). The video comes
 * into being with its last byte, so the session's address tells for certain whether it exists. Whoever has the address
 * may upload: it goes into a checkpoint and into no log line or error.
 */
import type { youtube_v3 } from '@googleapis/youtube'
import { z } from 'zod'
import type { HttpAnswer } from '../../../platform/http/contract'
import type { Call, DraftMedia } from '../../contract'
import { readJson, send, unrecognised } from '../../contract/exchange'
import { authorize } from '../api'
import { failureOf } from '../failures'
import type { YoutubePost } from '../options'

export type SessionState = { is: 'complete'; video: string } | { is: 'open'; offset: number } | { is: 'gone' }

/** Long enough for 8 MiB over a poor line. */
const CHUNK_TIMEOUT = 600_000

/** Nothing exists yet after this: what is wrong with the text, the token or the quota is said here, before any byte. */
export async function openSession(
  call: Call,
  { post, media }: { post: YoutubePost; media: DraftMedia },
): Promise<string> {
  const query = new URLSearchParams({
    uploadType: 'resumable',
    part: 'snippet,status',
    notifySubscribers: String(post.notifySubscribers),
  })
  const headers = {
    ...authorize(call),
    'content-type': 'application/json; charset=UTF-8',
    'x-upload-content-length': String(media.bytes),
    'x-upload-content-type': media.mimeType,
  }
  const url = `${call.addresses['api']}/upload/youtube/v3/videos?${query}`
  const answer = await send(call, { method: 'POST', url, headers, body: JSON.stringify(toVideo(post)) }, false)
  const failure = failureOf(answer, { irreversible: false, now: call.now() })
  if (failure) throw failure
  const address = answer.headers.get('location')
  if (!address) throw unrecognised(false, { code: 'unreadable-answer', httpStatus: answer.status })
  return address
}

/** The body of `videos.insert`; always the same bytes for the same post. */
export function toVideo(post: YoutubePost) {
  return {
    snippet: {
      title: post.title,
      description: post.description,
      tags: post.tags,
      categoryId: post.categoryId,
      defaultLanguage: post.language,
    },
    status: {
      privacyStatus: post.privacy,
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
  const failure = failureOf(answer, { irreversible, now: call.now() })
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
