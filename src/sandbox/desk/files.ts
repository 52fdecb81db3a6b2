import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Records } from '../contract'

export type KeptFile = { bytes: Uint8Array; mimeType: string }

export type Files = {
  keep(bytes: Uint8Array, mimeType: string): string
  read(sha256: string): KeptFile | null
}

export function openFiles(directory: string, records: Records): Files {
  mkdirSync(directory, { recursive: true })
  return {
    keep: (bytes, mimeType) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      write(join(directory, sha256), bytes)
      records.put('sandbox.files', sha256, { mimeType })
      return `/_files/${sha256}`
    },
    read: (sha256) => {
      const known = records.get<{ mimeType: string }>('sandbox.files', sha256)
      return known ? { bytes: readFileSync(join(directory, sha256)), mimeType: known.mimeType } : null
    },
  }
}

/** The name is given last, so that a file with a checksum for a name is always whole. */
function write(path: string, bytes: Uint8Array): void {
  if (existsSync(path)) return
  writeFileSync(`${path}.part`, bytes)
  renameSync(`${path}.part`, path)
}
