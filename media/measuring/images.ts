import sharp from 'sharp'
import { MediaError } from '../error'
import type { Measures } from '../inspect'

/** Above any camera, below what would fill the memory: a small file can unpack into gigabytes. */
export const PIXEL_LIMIT = 120_000_000

/** Decodes the whole picture once: a header alone says nothing about what follows it. */
export async function measureImage(path: string): Promise<Measures> {
  try {
    const { autoOrient } = await sharp(path, { limitInputPixels: PIXEL_LIMIT }).metadata()
    await sharp(path, { limitInputPixels: PIXEL_LIMIT, failOn: 'truncated' }).resize(32).raw().toBuffer()
    return { width: autoOrient.width, height: autoOrient.height, duration: null }
  } catch (cause) {
    throw unreadableImage(cause)
  }
}

export function unreadableImage(cause: unknown): MediaError {
  if (cause instanceof Error && cause.message.includes('pixel limit')) {
    return new MediaError(
      'media_too_large',
      'Ảnh có quá nhiều điểm ảnh (trên 120 triệu). Hãy thu nhỏ ảnh rồi tải lại.',
      { status: 413, cause },
    )
  }
  return new MediaError('media_broken', 'Ảnh bị hỏng hoặc tải lên chưa trọn. Hãy mở thử trên máy rồi xuất lại.', {
    status: 400,
    cause,
  })
}
