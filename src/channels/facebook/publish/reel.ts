/** A reel: start, bytes to a host of its own, finish. The film has its id from the start, see `uploads`. */
import { z } from 'zod'
import { ARMED, ChannelError, type Call, type Draft, type DraftMedia, type Processing } from '../../contract'
import { ask } from '../api'
import { readFilm, stateOf } from '../api/films'
import type { FacebookPost } from '../options'
import { countReel, onlyReelsWait } from './budget'
import { firstAccepted, spell, type Style } from './phases'
import { sendBytes } from './rupload'
import {
  adoptFinished,
  filmOf,
  finishOrAdopt,
  noteFailure,
  rememberUpload,
  resumeUpload,
  toTicket,
  wasArmed,
  type Begun,
  type FilmToSend,
} from './uploads'

/** As often as one attempt asks anew where the platform stands. */
const MOST_ROUNDS = 3

export async function publishReel(draft: Draft<FacebookPost>, call: Call): Promise<Processing> {
  const sending = filmOf(draft)
  const known = await resumeUpload(call, sending)
  if (known.is === 'finished') return adoptFinished(call, { upload: known.upload, message: sending.message })
  const upload = known.is === 'open' ? known.upload : await start(call, sending.media)
  await sendAll(call, { media: sending.media, upload, from: known.is === 'open' ? (known.offset ?? 0) : 0 })
  if (!wasArmed(call, upload.film)) await countReel(call)
  await call.checkpoint(ARMED, { film: upload.film })
  await finishOrAdopt(call, upload.film, () => onlyReelsWait(() => finish(call, { upload, sending })))
  return toTicket(call, { film: upload.film, as: 'reel', since: call.now().toISOString() })
}

const started = z.object({ video_id: z.string().min(1), upload_url: z.string().nullish() })

async function start(call: Call, media: DraftMedia): Promise<Begun> {
  const { style, answer } = await firstAccepted<Style, { style: Style; answer: z.infer<typeof started> }>(
    ['lower', 'upper'],
    async (style) => ({
      style,
      answer: await ask(call, { ...edgeOf(call), body: { upload_phase: spell('start', style) }, schema: started }),
    }),
  )
  // Only the path is taken: the token goes to no host but the configured one.
  const place = answer.upload_url ? new URL(answer.upload_url).pathname : `/video-upload/${answer.video_id}`
  const { sha256, bytes } = media
  return rememberUpload(call, { as: 'reel', sha256, film: answer.video_id, place, style, piece: bytes })
}

type Sending = { media: DraftMedia; upload: Begun; from: number }

/** In one request from where the platform stands; it says so itself when it stands elsewhere. */
async function sendAll(call: Call, { media, upload, from }: Sending): Promise<void> {
  let offset = from
  for (let round = 0; round < MOST_ROUNDS && offset < media.bytes; round += 1) {
    const sent = await sendBytes(call, { media, path: upload.place, offset })
    if (sent === 'done') return
    if (sent === 'broken') return giveUp(call, { upload, code: 'ProcessingFailedError' })
    offset = await readOffset(call, { media, upload })
  }
  if (offset < media.bytes) await giveUp(call, { upload, code: 'upload-stuck' })
}

/** Noted, so that an upload with which nothing can be done is not tried for ever. */
async function giveUp(call: Call, { upload, code }: { upload: Begun; code: string }): Promise<never> {
  await noteFailure(call, upload.film)
  throw new ChannelError('unavailable', 'Facebook chưa nhận được thước phim; hệ thống sẽ tải lại.', { code })
}

async function readOffset(call: Call, { media, upload }: Omit<Sending, 'from'>): Promise<number> {
  const node = await readFilm(call, upload.film)
  const state = node && stateOf(node)
  return state?.is === 'uploading' ? (state.offset ?? 0) : media.bytes
}

async function finish(call: Call, { upload, sending }: { upload: Begun; sending: FilmToSend }): Promise<void> {
  const words = [spell('finish', upload.style), spell('finish', other(upload.style)), 'complete'] as const
  await firstAccepted(words, (phase) =>
    ask(call, {
      ...edgeOf(call),
      body: {
        upload_phase: phase,
        video_id: upload.film,
        video_state: 'PUBLISHED',
        title: sending.film.title,
        description: sending.message,
      },
      irreversible: true,
      schema: z.object({ success: z.literal(true) }),
    }),
  )
}

function other(style: Style): Style {
  return style === 'lower' ? 'upper' : 'lower'
}

function edgeOf(call: Call) {
  return { method: 'POST', path: `${call.account}/video_reels` } as const
}
