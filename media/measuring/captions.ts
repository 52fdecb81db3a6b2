import { open, readFile } from 'node:fs/promises'
import { CaptionProblem, type Cue, readCues } from '../captions'
import { MediaError } from '../error'
import type { Measures } from '../inspect'

const HEAD = 4096

/** SubRip has no signature: numbers, then two times. A broken first block still counts as an attempt at one. */
export async function looksLikeCaptions(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return /^\s*.*-->/m.test(buffer.subarray(0, bytesRead).toString('utf8'))
  } finally {
    await handle.close()
  }
}

/** Every cue is read: a file that a player stumbles over is refused here, with the place. */
export async function measureCaptions(path: string): Promise<Measures> {
  const cues = parse(decode(await readFile(path)))
  if (cues.length === 0) throw broken('không có câu nào')
  return { width: null, height: null, duration: Math.max(...cues.map(({ to }) => to)) }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw broken('không phải bảng mã UTF-8', cause)
  }
}

function parse(text: string): Cue[] {
  try {
    return readCues(text)
  } catch (cause) {
    if (!(cause instanceof CaptionProblem)) throw cause
    throw broken(`đoạn thứ ${cause.block} sai giờ bắt đầu hoặc kết thúc`, cause)
  }
}

function broken(what: string, cause?: unknown): MediaError {
  const message = `Tệp phụ đề ${what}. Hãy xuất lại tệp SRT hoặc VTT với bảng mã UTF-8.`
  return new MediaError('media_broken', message, { status: 400, cause })
}
