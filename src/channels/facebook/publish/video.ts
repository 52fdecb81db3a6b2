/**
 * A video, in chunks (`upload_phase`). Not by the newer Resumable Upload API: that one wants a person's token, and its film
 * has no id before the call that publishes it. Here the id is known first, so a lost answer can be settled for certain.
 */
import { z } from 'zod'
import { ARMED, ChannelError, type Call, type Draft, type DraftMedia, type Processing } from '../../contract'
import { readJson, unrecognised } from '../../contract/exchange'
import { ask } from '../api'
import { fileNameOf } from '../api/posts'
import type { FacebookPost } from '../options'
import {
  adoptFinished,
  filmOf,
  finishOrAdopt,
  noteFailure,
  rememberUpload,
  resumeUpload,
  toTicket,
  type Begun,
  type FilmToSend,
} from './uploads'

/** Offsets come as text. */
const offset = z.coerce.number().int().min(0)
const range = z.object({ start_offset: offset, end_offset: offset })
type Range = { start: number; end: number }

export async function publishVideo(draft: Draft<FacebookPost>, call: Call): Promise<Processing> {
  const sending = filmOf(draft)
  const known = await resumeUpload(call, sending)
  if (known.is === 'finished') return adoptFinished(call, { upload: known.upload, message: sending.message })
  const upload = known.is === 'open' ? known.upload : await start(call, sending.media)
  await transfer(call, { media: sending.media, upload, from: known.is === 'open' ? known.offset : 0 })
  await call.checkpoint(ARMED, { film: upload.film })
  await finishOrAdopt(call, upload.film, () => finish(call, { upload, sending }))
  return toTicket(call, { film: upload.film, as: 'video', since: call.now().toISOString() })
}

const started = range.extend({ upload_session_id: z.string().min(1), video_id: z.string().min(1) })

async function start(call: Call, media: DraftMedia): Promise<Begun> {
  const answer = await ask(call, {
    ...edgeOf(call),
    body: { upload_phase: 'start', file_size: media.bytes },
    schema: started,
  })
  return rememberUpload(call, {
    as: 'video',
    sha256: media.sha256,
    film: answer.video_id,
    place: answer.upload_session_id,
    style: 'lower',
    piece: answer.end_offset - answer.start_offset,
  })
}

type Transfer = { media: DraftMedia; upload: Begun }

/** From where the platform stands; it names the next piece itself, and what it wants when a piece did not fit. */
async function transfer(call: Call, { media, upload, from }: Transfer & { from: number | null }): Promise<void> {
  const first = from ?? 0
  let next: Range = { start: first, end: Math.min(media.bytes, first + upload.piece) }
  let wrong = 0
  while (next.start < next.end) {
    const asked = next
    next = await sendPiece(call, { media, upload, asked })
    wrong = next.start > asked.start ? 0 : wrong + 1
    if (wrong > 1) await giveUp(call, upload)
  }
}

async function giveUp(call: Call, { film }: Begun): Promise<never> {
  await noteFailure(call, film)
  throw unrecognised(false, { code: 'upload-stuck' })
}

async function sendPiece(call: Call, { media, upload, asked }: Transfer & { asked: Range }): Promise<Range> {
  const bytes = asked.end - asked.start
  const stream = await call.open(media, asked.start)
  try {
    const answer = await ask(call, {
      ...edgeOf(call),
      body: {
        fields: { upload_phase: 'transfer', upload_session_id: upload.place, start_offset: String(asked.start) },
        file: { field: 'video_file_chunk', name: fileNameOf(media), mimeType: media.mimeType, bytes, stream },
      },
      isAnswer: ({ text }) => wrongOffset.safeParse(readJson(text)).success,
      schema: z.union([wrongOffset, range]),
    })
    return { start: answer.start_offset, end: answer.end_offset }
  } catch (error) {
    if (error instanceof ChannelError && isAboutSession(error)) await noteFailure(call, upload.film)
    throw error
  }
}

/** Subcode 1363037: the offset was not the expected one, which is said along with it, as an object or as JSON text. */
const wrongOffset = z
  .object({
    error: z.object({
      error_subcode: z.literal(1363037),
      error_data: z.union([range, z.string().transform(readJson).pipe(range)]),
    }),
  })
  .transform(({ error }) => error.error_data)

function isAboutSession({ code }: ChannelError): boolean {
  return ['6001', '100/33'].includes(code) || /\/(1363019|1363030)$/.test(code)
}

async function finish(call: Call, { upload, sending }: { upload: Begun; sending: FilmToSend }): Promise<void> {
  await ask(call, {
    ...edgeOf(call),
    body: {
      upload_phase: 'finish',
      upload_session_id: upload.place,
      title: sending.film.title,
      description: sending.message,
    },
    irreversible: true,
    schema: z.object({ success: z.literal(true) }),
  })
}

function edgeOf(call: Call) {
  return { method: 'POST', host: 'video', path: `${call.account}/videos` } as const
}
