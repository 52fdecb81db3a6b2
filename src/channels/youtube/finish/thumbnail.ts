import type { youtube_v3 } from '@googleapis/youtube'
import { z } from 'zod'
import { ChannelError, type Call, type DraftMedia } from '../../contract'
import { ask, type Query } from '../api'
import { COSTS } from '../limits'

const TIMEOUT = 300_000

/** Repeatable: the newest picture counts. */
export async function setThumbnail(call: Call, { video, media }: { video: string; media: DraftMedia }): Promise<void> {
  const query = { videoId: video } satisfies Query<youtube_v3.Params$Resource$Thumbnails$Set>
  const body = await call.open(media)
  try {
    await ask(call, {
      method: 'POST',
      path: '/upload/youtube/v3/thumbnails/set',
      query: { ...query, uploadType: 'media' },
      headers: { 'content-type': media.mimeType, 'content-length': String(media.bytes) },
      body,
      timeout: TIMEOUT,
      cost: COSTS.write,
      schema: z.unknown(),
    })
  } catch (error) {
    throw isUnverified(error) ? unverified(error) : error
  }
}

/** Here alone this reason speaks of the channel's telephone number, not of our rights. */
function isUnverified(error: unknown): error is ChannelError {
  return error instanceof ChannelError && error.code === 'forbidden'
}

function unverified(cause: ChannelError): ChannelError {
  return new ChannelError(
    'rejected',
    'Kênh chưa được xác minh bằng số điện thoại; hãy xác minh tại youtube.com/verify rồi đặt ảnh bìa trong YouTube Studio.',
    { code: 'thumbnail-forbidden', httpStatus: 403, cause },
  )
}
