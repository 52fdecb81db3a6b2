/** Bytes on disk. A file is there whole under its final name, or not at all. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ReadableStream as WebStream } from 'node:stream/web'
import { MediaError } from './error'
import { endingOf } from './types'

export type Stored = { file: string; bytes: number; sha256: string }

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * Keeps the bytes under `<start of sha256>-<readable name>.<ending>`: the same file twice is stored once, so remove
 * one only when no record refers to it any more.
 * @throws MediaError `disk_full` when there is no room; nothing is left behind then.
 */
export async function storeFile(
  directory: string,
  { name, source }: { name: string; source: Source },
): Promise<Stored> {
  await mkdir(directory, { recursive: true })
  const partial = join(directory, `.partial-${randomUUID()}`)
  try {
    const written = await writeDurably(partial, source)
    const file = `${written.sha256.slice(0, 16)}-${readableName(name)}`
    await rename(partial, join(directory, file))
    await syncDirectory(directory)
    return { file, ...written }
  } catch (cause) {
    await rm(partial, { force: true })
    throw describeFailure(cause)
  }
}

/** `to` is inclusive, as in an HTTP range. */
export async function openStored(
  path: string,
  range: { from?: number; to?: number } = {},
): Promise<ReadableStream<Uint8Array>> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new MediaError('media_missing', 'Không tìm thấy tệp trong kho tư liệu.', { status: 404 })
  const start = range.from ?? 0
  if (start >= found.size) return new ReadableStream({ start: (controller) => controller.close() })
  const stream = createReadStream(path, { start, end: range.to ?? found.size - 1 })
  // Not `Readable.toWeb`: given up in the middle, it throws where nobody can catch it, and the process ends.
  return WebStream.from(stream as AsyncIterable<Uint8Array>) as ReadableStream<Uint8Array>
}

/** What is already gone is not an error. */
export async function removeStored(path: string): Promise<void> {
  await rm(path, { force: true })
}

async function writeDurably(path: string, source: Source): Promise<{ bytes: number; sha256: string }> {
  const handle = await open(path, 'wx')
  try {
    const written = await writeAll(handle, source)
    await handle.sync()
    return written
  } finally {
    await handle.close()
  }
}

async function writeAll(handle: FileHandle, source: Source): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source) {
    await handle.writeFile(chunk)
    hash.update(chunk)
    bytes += chunk.byteLength
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory)
  await handle.sync().finally(() => handle.close())
}

function readableName(givenName: string): string {
  const name = basename(givenName)
  const ending = endingOf(name)
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 8)
  const stem = ending ? name.slice(0, name.lastIndexOf('.')) : name
  const folded = stem.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
  const plain =
    folded
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'tep'
  return ending ? `${plain}.${ending}` : plain
}

function describeFailure(cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : ''
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return cause
  return new MediaError(
    'disk_full',
    'Ổ đĩa của máy chủ đã đầy, tệp chưa được lưu. Hãy báo quản trị viên rồi tải lại sau.',
    { status: 507, cause },
  )
}
