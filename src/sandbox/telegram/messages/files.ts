/** Uploaded files: whether they may be what they are sent as, by their bytes, size and shape. */
import type { Form, UploadedFile } from '../../body'
import type { Desk } from '../../contract'
import { badRequest } from '../answers'
import type { StoredFile } from './store'

export type MediaKind = 'photo' | 'video' | 'document'

const MEGABYTE = 1024 * 1024
const most: Readonly<Record<MediaKind, number>> = {
  photo: 10 * MEGABYTE,
  video: 50 * MEGABYTE,
  document: 50 * MEGABYTE,
}
const MOST_SIDES = 10_000
const MOST_RATIO = 20

const signatures: readonly (readonly [head: string, mimeType: string])[] = [
  ['ffd8ff', 'image/jpeg'],
  ['89504e47', 'image/png'],
  ['52494646', 'image/webp'],
]

type Wanted = { kind: MediaKind; field: string; fields: Record<string, string> }

/** @throws TelegramRefusal */
export async function takeFile(desk: Desk, { files }: Form, { kind, field, fields }: Wanted): Promise<StoredFile> {
  const file = files.find((one) => one.field === field)
  if (!file) throw missing(kind, fields[kind])
  if (file.size > most[kind]) throw badRequest('file is too big')
  if (file.size === 0) throw badRequest('file must be non-empty')
  const said = { width: number(fields['width']), height: number(fields['height']) }
  const mimeType = typeOf(file, kind)
  return {
    ...(kind === 'photo' ? await shapeOf(file) : said),
    url: await keep(desk, file, mimeType),
    name: file.name,
    mimeType,
    bytes: file.size,
    duration: kind === 'video' ? number(fields['duration']) : null,
    thumbnail: await takeThumbnail(desk, { files, fields }),
  }
}

/** An address that it should fetch, a file it should know, or nothing at all. */
function missing(kind: MediaKind, said = '') {
  if (/^https?:/.test(said)) return badRequest('failed to get HTTP URL content')
  return badRequest(
    said === '' ? `there is no ${kind} in the request` : 'wrong file_id or the file is temporarily unavailable',
  )
}

async function takeThumbnail(desk: Desk, { files, fields }: Form): Promise<string | null> {
  const name = /^attach:\/\/(.+)$/.exec(fields['thumbnail'] ?? '')?.[1]
  const file = files.find((one) => one.field === name || one.field === 'thumbnail')
  return name && file ? keep(desk, file, 'image/jpeg') : null
}

function keep(desk: Desk, { bytes, path }: UploadedFile, mimeType: string): Promise<string> {
  return path ? desk.keepFile(path, mimeType) : Promise.resolve(desk.keep(bytes, mimeType))
}

/** By the bytes, not by the name: a disguised file is refused. */
function typeOf({ bytes, mimeType, name }: UploadedFile, kind: MediaKind): string {
  if (kind === 'video') return 'video/mp4'
  if (kind === 'document') return name.endsWith('.pdf') ? 'application/pdf' : mimeType
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const known = signatures.find(([start]) => head.startsWith(start))
  if (!known) throw badRequest('IMAGE_PROCESS_FAILED')
  return known[1]
}

/** @throws TelegramRefusal for a picture that is too large or too long. */
async function shapeOf({ bytes }: UploadedFile): Promise<{ width: number | null; height: number | null }> {
  const { default: sharp } = await import('sharp')
  const facts = await sharp(bytes)
    .metadata()
    .catch(() => null)
  if (!facts?.width || !facts.height) return { width: null, height: null }
  const { width, height } = facts
  if (width + height > MOST_SIDES || Math.max(width / height, height / width) > MOST_RATIO)
    throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return { width, height }
}

function number(text: string | undefined): number | null {
  return text ? Number(text) : null
}
