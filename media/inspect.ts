/** What a file really is: the type from its bytes, never from its name or from what a browser says. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { captionTypes } from './captions'
import { looksLikeCaptions, measureCaptions } from './measuring/captions'
import { measureDocument } from './measuring/documents'
import { MediaError } from './error'
import { measureImage } from './measuring/images'
import { measureMovie } from './measuring/movies'
import { kindLabels, kindOfName, kindOfType, plainType, sizeLimits, type MediaKind } from './types'

export type UploadFacts = {
  mimeType: string
  kind: MediaKind
  width: number | null
  height: number | null
  /** Seconds; null for what has no duration, or when nothing here can tell. */
  duration: number | null
  bytes: number
  sha256: string
}

export type Measures = Pick<UploadFacts, 'width' | 'height' | 'duration'>

/** @throws MediaError when the file is of a kind not accepted, disguised, broken or too large. */
export async function inspectUpload(file: { path: string; name: string }): Promise<UploadFacts> {
  const { size } = await stat(file.path)
  const mimeType = await recogniseType(file, size)
  const kind = kindOfType(mimeType)
  if (!kind) throw notAllowed(file.name)
  refuseDisguise(file.name, kind)
  refuseTooLarge(kind, size)
  const measured = await measure(file.path, { kind, mimeType })
  return { mimeType, kind, ...measured, bytes: size, sha256: await hashFile(file.path) }
}

async function recogniseType(file: { path: string; name: string }, size: number): Promise<string> {
  if (size === 0)
    throw new MediaError('media_broken', 'Tệp rỗng, không có nội dung. Hãy chọn lại tệp.', { status: 400 })
  const found = await fileTypeFromFile(file.path)
  const mimeType = plainType(found?.mime ?? 'unknown')
  if (kindOfType(mimeType)) return mimeType
  if (found && kindOfName(file.name)) throw disguised(file.name)
  return recogniseUnsigned(file)
}

/** Text has no signature: only a name that promises subtitles, and subtitles in it. */
async function recogniseUnsigned(file: { path: string; name: string }): Promise<string> {
  const promised = kindOfName(file.name)
  if (!promised) throw notAllowed(file.name)
  if (await looksLikeMarkup(file.path)) throw disguised(file.name)
  if (promised === 'captions' && (await looksLikeCaptions(file.path))) return captionTypes.srt
  throw new MediaError(
    'media_broken',
    `Không đọc được tệp “${file.name}”: nội dung bị hỏng. Hãy xuất lại tệp rồi tải lên.`,
    { status: 400 },
  )
}

async function measure(path: string, { kind, mimeType }: { kind: MediaKind; mimeType: string }): Promise<Measures> {
  switch (kind) {
    case 'image':
      return measureImage(path)
    case 'document':
      return measureDocument(path)
    case 'audio':
    case 'video':
      return measureMovie(path, mimeType)
    case 'captions':
      return measureCaptions(path)
  }
}

function refuseDisguise(name: string, kind: MediaKind): void {
  const promised = kindOfName(name)
  if (name.includes('.') && promised !== kind) throw disguised(name)
}

function refuseTooLarge(kind: MediaKind, size: number): void {
  const limit = sizeLimits[kind]
  if (size <= limit) return
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 })
  const message = `${kindLabels[kind]} nặng ${megabytes(size)} MB, vượt mức ${megabytes(limit)} MB. Hãy giảm dung lượng rồi tải lại.`
  throw new MediaError('media_too_large', message, { status: 413 })
}

async function looksLikeMarkup(path: string): Promise<boolean> {
  const start: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: 1023 })) start.push(Buffer.from(chunk))
  return /<\s*(!doctype|html|svg|script|\?xml|\?php)/i.test(Buffer.concat(start).toString('latin1'))
}

function disguised(name: string): MediaError {
  return new MediaError(
    'media_disguised',
    `Tệp “${name}” mang đuôi của một loại nhưng bên trong là loại khác. Hãy kiểm tra lại nguồn của tệp.`,
    { status: 400 },
  )
}

function notAllowed(name: string): MediaError {
  return new MediaError(
    'media_type_not_allowed',
    `Không nhận loại tệp của “${name}”. Dùng ảnh JPG, PNG, WebP, GIF; video MP4; âm thanh MP3, M4A; tài liệu PDF; phụ đề SRT, VTT.`,
    { status: 415 },
  )
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
