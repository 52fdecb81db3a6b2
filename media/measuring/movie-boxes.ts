/** The few boxes of an MP4 (ISO/IEC 14496-12) that say how long and how large it is. */
import { open, type FileHandle } from 'node:fs/promises'

export type Movie = {
  /** Seconds; null when the file does not say (fragmented). */
  duration: number | null
  video: { width: number; height: number } | null
}

type Box = { type: string; start: number; end: number }

const MOOV_LIMIT = 64 * 1024 * 1024

/** Null when the boxes do not fit together: cut, or no MP4 at all. */
export async function readMovie(path: string): Promise<Movie | null> {
  const handle = await open(path)
  try {
    const boxes = await listFileBoxes(handle)
    const moov = boxes?.find((box) => box.type === 'moov')
    const hasMedia = boxes?.some((box) => box.type === 'mdat')
    if (!moov || !hasMedia || moov.end - moov.start > MOOV_LIMIT) return null
    const bytes = Buffer.alloc(moov.end - moov.start)
    await handle.read(bytes, 0, bytes.length, moov.start)
    return describeMovie(bytes)
  } finally {
    await handle.close()
  }
}

async function listFileBoxes(handle: FileHandle): Promise<Box[] | null> {
  const { size } = await handle.stat()
  const boxes: Box[] = []
  for (let offset = 0; offset + 8 <= size;) {
    const header = Buffer.alloc(16)
    await handle.read(header, 0, 16, offset)
    const box = readHeader(header, { offset, size })
    if (!box || box.end > size) return null
    boxes.push(box)
    offset = box.end
  }
  return boxes
}

/** `header` holds 16 bytes from `offset` on; null when the length is impossible. */
function readHeader(header: Buffer, { offset, size }: { offset: number; size: number }): Box | null {
  const type = header.toString('latin1', 4, 8)
  const short = header.readUInt32BE(0)
  if (short === 0) return { type, start: offset + 8, end: size }
  if (short === 1) return { type, start: offset + 16, end: offset + Number(header.readBigUInt64BE(8)) }
  return short < 8 ? null : { type, start: offset + 8, end: offset + short }
}

function listBoxes(bytes: Buffer): { type: string; body: Buffer }[] {
  const boxes: { type: string; body: Buffer }[] = []
  for (let offset = 0; offset + 8 <= bytes.length;) {
    const header = Buffer.alloc(16)
    bytes.copy(header, 0, offset)
    const box = readHeader(header, { offset, size: bytes.length })
    if (!box || box.end > bytes.length) break
    boxes.push({ type: box.type, body: bytes.subarray(box.start, box.end) })
    offset = box.end
  }
  return boxes
}

function describeMovie(moov: Buffer): Movie | null {
  const boxes = listBoxes(moov)
  const header = boxes.find((box) => box.type === 'mvhd')
  if (!header) return null
  const tracks = boxes.filter((box) => box.type === 'trak').map((box) => listBoxes(box.body))
  const video = tracks.find((track) => handlerOf(track) === 'vide')
  return { duration: readDuration(header.body), video: video ? readSize(video) : null }
}

type Track = ReturnType<typeof listBoxes>

function handlerOf(track: Track): string {
  const media = track.find((box) => box.type === 'mdia')
  const handler = media && listBoxes(media.body).find((box) => box.type === 'hdlr')
  return handler && handler.body.length >= 12 ? handler.body.toString('latin1', 8, 12) : ''
}

function readDuration(header: Buffer): number | null {
  const long = header[0] === 1
  if (header.length < (long ? 32 : 20)) return null
  const timescale = header.readUInt32BE(long ? 20 : 12)
  const units = long ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16)
  return timescale > 0 && units > 0 ? units / timescale : null
}

/** Width and height are 16.16 numbers after the matrix; a phone held upright turns them by the matrix. */
function readSize(track: Track): Movie['video'] {
  const header = track.find((box) => box.type === 'tkhd')?.body
  const matrix = header?.[0] === 1 ? 52 : 40
  if (!header || header.length < matrix + 44) return null
  const read = (position: number) => Math.round(header.readUInt32BE(matrix + position) / 65_536)
  const [width, height] = [read(36), read(40)]
  const isTurned = header.readInt32BE(matrix) === 0
  return isTurned ? { width: height, height: width } : { width, height }
}
