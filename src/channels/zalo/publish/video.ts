/** The video of a video article: up once, converted once, remembered for as long as Zalo keeps it. */
import { z } from 'zod'
import { ChannelError, type Call, type Draft, type DraftMedia } from '../../contract'
import { readConversion, uploadVideo } from '../api/videos'
import { UPLOAD_LIFE_SECONDS, UPLOADS_A_MONTH } from '../limits'
import { UPLOAD_GONE } from '../meanings'
import type { ZaloPost } from '../options'
import { CONVERTED, placeOf, recall, UPLOAD_LOST, UPLOADED, type Memory } from './memory'
import { isTooLong, lookPatiently, notYet, stillProcessing, tookTooLong } from './patience'

const WHAT = 'video'

/** Zalo's id of the converted video; null for a post without one. */
export async function ensureVideo({ post, media }: Draft<ZaloPost>, call: Call): Promise<string | null> {
  const video = media.find(({ role }) => role === 'video')
  if (post.type !== 'video') return null
  if (!video)
    throw new ChannelError('rejected', 'Bài video không có video; hãy gắn video rồi duyệt lại.', {
      code: 'video-missing',
    })
  return recallFresh(call, CONVERTED, video)?.value.value ?? convert(call, video)
}

/** Changing what is live writes down nothing: the video goes up anew, and the article is replaced whole. */
export async function freshVideo(draft: Draft<ZaloPost>, call: Call): Promise<string | null> {
  return ensureVideo(draft, { ...call, checkpoints: [], checkpoint: async () => undefined })
}

async function convert(call: Call, video: DraftMedia): Promise<string> {
  const { value, at } = recallFresh(call, UPLOADED, video) ?? (await upload(call, video))
  const converted = await lookPatiently(call, () => look(call, value.value).catch(stillProcessing))
  if (converted === null) {
    if (!isTooLong(call, at)) throw notYet(WHAT)
    await call.checkpoint(UPLOAD_LOST)
    throw tookTooLong(WHAT)
  }
  await call.checkpoint(CONVERTED, { sha256: video.sha256, value: converted })
  return converted
}

async function look(call: Call, token: string): Promise<string | null> {
  const conversion = await readConversion(call, token)
  if (conversion.state === 'ready') return conversion.video
  if (conversion.state === 'converting') return null
  await call.checkpoint(UPLOAD_LOST)
  call.log.warn({ said: conversion.said }, 'zalo could not convert a video')
  throw new ChannelError(
    'rejected',
    'Zalo không chuyển đổi được video; hãy xuất lại thành MP4 (H.264) dưới 50 MB rồi duyệt và đăng lại.',
    { code: 'video-not-converted' },
  )
}

/** A video that Zalo no longer knows goes up again at the next attempt. */
export async function forgetUpload(call: Call, error: unknown): Promise<never> {
  if (error instanceof ChannelError && error.code === UPLOAD_GONE) await call.checkpoint(UPLOAD_LOST)
  throw error
}

const kept = z.object({ sha256: z.string(), value: z.string() })
type Kept = Memory<z.infer<typeof kept>>

/** Of this very file, young enough, and not given up since. */
function recallFresh(call: Call, step: string, { sha256 }: DraftMedia): Kept | null {
  const known = recall(call, step, kept)
  if (!known || known.value.sha256 !== sha256 || known.place < placeOf(call, UPLOAD_LOST)) return null
  const age = call.now().getTime() - known.at.getTime()
  return age < UPLOAD_LIFE_SECONDS * 1000 ? known : null
}

async function upload(call: Call, video: DraftMedia): Promise<Kept> {
  await takeFromMonth(call)
  const value = { sha256: video.sha256, value: await uploadVideo(call, video) }
  await call.checkpoint(UPLOADED, value)
  return { value, at: call.now(), place: call.checkpoints.length }
}

async function takeFromMonth(call: Call): Promise<void> {
  const window = call.now().toISOString().slice(0, 7)
  const left = await call.spend({ name: 'uploads', owner: call.account, window, limit: UPLOADS_A_MONTH, cost: 1 })
  if (left !== null) return
  throw new ChannelError(
    'throttled',
    `Official Account đã tải lên đủ ${UPLOADS_A_MONTH} tệp trong tháng; hệ thống sẽ thử lại sau.`,
    { code: 'uploads-spent', retryAfter: 6 * 3_600, scope: 'post' },
  )
}
