/** What has come of a resumable upload. Its length on disk is the whole state, so that nothing can disagree with it. */
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { GrowingFile } from '../../contract'

type Keep = (path: string, mimeType: string) => Promise<string>

export function openGrowing(directory: string, name: string, keep: Keep): GrowingFile {
  const path = join(directory, createHash('sha256').update(name).digest('hex'))
  const size = () => (existsSync(path) ? statSync(path).size : 0)
  return {
    size,
    append: async ({ body, spool }, most = Infinity) => {
      mkdirSync(directory, { recursive: true })
      if (spool) await copy(spool, path, most)
      else appendFileSync(path, body.subarray(0, most))
      return size()
    },
    keep: (mimeType) => keep(path, mimeType),
    head: (length) => readHead(path, length),
    drop: () => rmSync(path, { force: true }),
  }
}

async function copy(from: string, to: string, most: number): Promise<void> {
  if (most <= 0) return
  await pipeline(createReadStream(from, { end: most - 1 }), createWriteStream(to, { flags: 'a' }))
}

function readHead(path: string, length: number): Uint8Array {
  if (!existsSync(path)) return new Uint8Array()
  const file = openSync(path, 'r')
  const bytes = new Uint8Array(length)
  const read = readSync(file, bytes, 0, length, 0)
  closeSync(file)
  return bytes.subarray(0, read)
}
