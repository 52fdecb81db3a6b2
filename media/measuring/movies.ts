/** Size and length of MP4 and audio. The boxes are read by us so that every machine says the same; ffprobe, where installed, looks deeper for damage. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { MediaError } from '../error'
import type { Measures } from '../inspect'
import { readMovie } from './movie-boxes'

const run = promisify(execFile)

export async function measureMovie(path: string, mimeType: string): Promise<Measures> {
  const probed = await probe(path)
  if (mimeType === 'audio/mpeg') return { width: null, height: null, duration: probed }
  const movie = await readMovie(path)
  if (!movie) throw broken()
  const duration = movie.duration ?? probed
  if (mimeType === 'audio/mp4') return { width: null, height: null, duration }
  if (!movie.video?.width || !movie.video.height) throw withoutPicture()
  return { ...movie.video, duration }
}

/** Seconds by ffprobe; null when it is not installed or names none. */
async function probe(path: string): Promise<number | null> {
  try {
    const { stdout } = await run(
      'ffprobe',
      ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', path],
      { timeout: 60_000 },
    )
    const seconds = Number.parseFloat(stdout)
    return Number.isFinite(seconds) ? seconds : null
  } catch (cause) {
    if (isMissing(cause)) return null
    throw broken(cause)
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}

function broken(cause?: unknown): MediaError {
  return new MediaError(
    'media_broken',
    'Video hoặc âm thanh bị hỏng, hoặc tải lên chưa trọn. Hãy xuất lại tệp rồi tải lên.',
    { status: 400, cause },
  )
}

function withoutPicture(): MediaError {
  return new MediaError('media_broken', 'Tệp MP4 không có hình. Hãy xuất lại video, hoặc lưu âm thanh thành tệp M4A.', {
    status: 400,
  })
}
