/** Bytes that the platforms were given, each once, under its checksum. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GrowingFile, Records } from '../../contract'
import { openGrowing } from './growing'
import { hashFile, openSpool, type Spool } from './spool'

export type KeptFile = { bytes: Uint8Array; mimeType: string }

export type Files = {
  keep(bytes: Uint8Array, mimeType: string): string
  keepFile(path: string, mimeType: string): Promise<string>
  read(sha256: string): KeptFile | null
  /** Where it lies, for sending it without reading it into memory. */
  find(sha256: string): { path: string; bytes: number; mimeType: string } | null
  grow(name: string): GrowingFile
  spool: Spool
}

export function openFiles(directory: string, records: Records): Files {
  const kept = join(directory, 'files')
  mkdirSync(kept, { recursive: true })
  const spool = openSpool(join(directory, 'spool'))
  const note = (sha256: string, mimeType: string) => {
    if (records.get<{ mimeType: string }>('sandbox.files', sha256)?.mimeType !== mimeType)
      records.put('sandbox.files', sha256, { mimeType })
    return `/_files/${sha256}`
  }
  const keepFile = async (path: string, mimeType: string) => {
    const sha256 = spool.hashOf(path) ?? (await hashFile(path))
    adopt(path, join(kept, sha256))
    return note(sha256, mimeType)
  }
  const find = (sha256: string) => {
    const known = records.get<{ mimeType: string }>('sandbox.files', sha256)
    const path = join(kept, sha256)
    return known ? { path, bytes: statSync(path).size, mimeType: known.mimeType } : null
  }
  return {
    spool,
    keepFile,
    find,
    grow: (name) => openGrowing(join(directory, 'growing'), name, keepFile),
    keep: (bytes, mimeType) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      write(join(kept, sha256), bytes)
      return note(sha256, mimeType)
    },
    read: (sha256) => {
      const file = find(sha256)
      return file && { bytes: readFileSync(file.path), mimeType: file.mimeType }
    },
  }
}

/** The name is given last, so that a file with a checksum for a name is always whole. */
function write(path: string, bytes: Uint8Array): void {
  if (existsSync(path)) return
  writeFileSync(`${path}.part`, bytes)
  renameSync(`${path}.part`, path)
}

function adopt(from: string, to: string): void {
  if (existsSync(to)) rmSync(from)
  else renameSync(from, to)
}
