/** A video goes up as one form, streamed; Zalo converts it and then names it. */
import { z } from 'zod'
import type { Call, DraftMedia } from '../../contract'
import { UPLOAD_TIMEOUT_MS } from '../limits'
import { tokenAnswer } from './articles'
import { ask, type Upload } from './ask'

/** Nobody can see it: a lost answer here only means that it goes up again. */
export async function uploadVideo(call: Call, media: DraftMedia): Promise<string> {
  const body = toForm(media, await call.open(media))
  const { data } = await ask(call, { path: 'article/upload_video/preparevideo', body, schema: tokenAnswer })
  return data.token
}

const converting = z.object({
  data: z.object({
    status: z.coerce.number().nullish(),
    status_message: z.string().nullish(),
    video_id: z.coerce.string().nullish(),
  }),
})

export type Conversion = { state: 'ready'; video: string } | { state: 'converting' } | { state: 'failed'; said: string }

/** 0 unknown, 1 ready, 2 locked, 3 converting, 4 failed, 5 deleted. */
const FAILED = new Set([2, 4, 5])

/** The token as header and as parameter: the SDK does the one, the documentation the other. */
export async function readConversion(call: Call, token: string): Promise<Conversion> {
  const { data } = await ask(call, {
    path: 'article/upload_video/verify',
    query: { token },
    headers: { token },
    schema: converting,
  })
  if (data.status === 1 && data.video_id) return { state: 'ready', video: data.video_id }
  if (FAILED.has(data.status ?? 0)) return { state: 'failed', said: data.status_message ?? '' }
  return { state: 'converting' }
}

/** A form of one file whose length is known, so that it needs no memory. */
function toForm({ sha256, mimeType, bytes }: DraftMedia, file: ReadableStream<Uint8Array>): Upload {
  const boundary = `lan-toa-${sha256.slice(0, 32)}`
  const name = mimeType === 'video/mp4' ? 'video.mp4' : 'video.avi'
  const text = new TextEncoder()
  const head = text.encode(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${mimeType}\r\n\r\n`,
  )
  const tail = text.encode(`\r\n--${boundary}--\r\n`)
  const headers = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': String(head.length + bytes + tail.length),
  }
  return { stream: between(head, file, tail), headers, timeout: UPLOAD_TIMEOUT_MS }
}

function between(head: Uint8Array, file: ReadableStream<Uint8Array>, tail: Uint8Array): ReadableStream<Uint8Array> {
  const wrapping = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => controller.enqueue(head),
    flush: (controller) => controller.enqueue(tail),
  })
  return file.pipeThrough(wrapping)
}
