/**
 * Uploads that an earlier attempt began. The film has its id before the public can see it, and finishing the same film
 * again makes no second one: whoever finds its upload again never publishes twice.
 */
import { z } from 'zod'
import { ARMED, ChannelError, type Call, type Draft, type DraftMedia, type Processing } from '../../contract'
import { readFilm, stateOf, type FilmState } from '../api/films'
import { editNode } from '../api/posts'
import type { FacebookPost, Film } from '../options'

const STARTED = 'film-started'
const FAILED = 'film-upload-failed'

/** As often as this one upload is tried before a new one is begun. */
const MOST_FAILURES = 2

const begun = z.object({
  as: z.enum(['video', 'reel']),
  sha256: z.string(),
  film: z.string(),
  /** Of a video: its session; of a reel: the path of its bytes. Neither works without the token. */
  place: z.string(),
  /** How the platform wanted the phases written. */
  style: z.enum(['lower', 'upper']),
  /** Bytes that the platform asked for at a time. */
  piece: z.number(),
})
export type Begun = z.infer<typeof begun>
const named = z.object({ film: z.string() })

export type FilmToSend = { media: DraftMedia; film: Film; message: string }

export function filmOf({ post, media }: Draft<FacebookPost>): FilmToSend {
  const found = media.find(({ id }) => id === post.film?.media)
  if (post.film && found) return { film: post.film, media: found, message: post.message }
  throw new ChannelError('rejected', 'Bản chốt không có video cho Facebook; hãy thêm video rồi duyệt lại.', {
    code: 'video-missing',
  })
}

/** Written before the first byte leaves. */
export async function rememberUpload(call: Call, upload: Begun): Promise<Begun> {
  await call.checkpoint(STARTED, upload)
  return upload
}

/** The newest upload of exactly this file in this way, whatever has become of it. */
export function recallUpload(call: Call, { film, media }: Pick<FilmToSend, 'film' | 'media'>): Begun | null {
  const uploads = call.checkpoints.filter(({ step }) => step === STARTED).map(({ data }) => begun.parse(data))
  return uploads.findLast(({ as, sha256 }) => as === film.as && sha256 === media.sha256) ?? null
}

export function wasArmed(call: Call, film: string): boolean {
  return call.checkpoints.some(({ step, data }) => step === ARMED && named.safeParse(data).data?.film === film)
}

export async function noteFailure(call: Call, film: string): Promise<void> {
  await call.checkpoint(FAILED, { film })
}

function hasFailedTooOften(call: Call, film: string): boolean {
  const failures = call.checkpoints.filter(({ step, data }) => step === FAILED && named.parse(data).film === film)
  return failures.length >= MOST_FAILURES
}

export type Resumed =
  | { is: 'none' }
  /** So many bytes are there; null when the platform does not say. */
  | { is: 'open'; upload: Begun; offset: number | null }
  /** It has been finished before, by an attempt whose answer was lost. */
  | { is: 'finished'; upload: Begun }

export async function resumeUpload(call: Call, sending: FilmToSend): Promise<Resumed> {
  const upload = recallUpload(call, sending)
  const node = upload && (await readFilm(call, upload.film))
  return upload && node
    ? continueFrom(call, { upload, state: stateOf(node), bytes: sending.media.bytes })
    : { is: 'none' }
}

type Standing = { upload: Begun; state: FilmState; bytes: number }

function continueFrom(call: Call, { upload, state, bytes }: Standing): Resumed {
  switch (state.is) {
    case 'failed':
      return { is: 'none' }
    case 'working':
    case 'live':
      return { is: 'finished', upload }
    case 'uploaded':
      return { is: 'open', upload, offset: bytes }
    case 'uploading':
      return hasFailedTooOften(call, upload.film) ? { is: 'none' } : { is: 'open', upload, offset: state.offset }
  }
}

/** The words may have been corrected since: what was approved last is what stands there. */
export async function adoptFinished(call: Call, { upload, message }: { upload: Begun; message: string }) {
  await editNode(call, { id: upload.film, words: { description: message } })
  return toTicket(call, { film: upload.film, as: upload.as, since: call.now().toISOString() })
}

export const ticketSchema = z.object({ film: z.string(), as: z.enum(['video', 'reel']), since: z.string() })
export type Ticket = z.infer<typeof ticketSchema>

/** The longer it has taken, the rarer the looks: each counts in the Page's budget of calls. */
export function toTicket(call: Call, ticket: Ticket): Processing {
  const elapsed = (call.now().getTime() - Date.parse(ticket.since)) / 1000
  return { outcome: 'processing', ticket, lookAgainIn: Math.round(Math.min(300, Math.max(5, elapsed / 2))) }
}

/** The refusal of a finish that had gone through before is no refusal: the film itself tells. */
export async function finishOrAdopt(call: Call, film: string, finish: () => Promise<void>): Promise<void> {
  try {
    await finish()
  } catch (error) {
    if (!(error instanceof ChannelError && error.kind === 'rejected')) throw error
    const node = await readFilm(call, film)
    if (!node || !['working', 'live'].includes(stateOf(node).is)) throw error
  }
}
