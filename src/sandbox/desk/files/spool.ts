/** Bodies too large for memory wait here until their request is answered; hashed while they come. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Target } from '../../body/bucket'

export type Spool = {
  open(): Promise<Target>
  /** Known of what came through here whole and is still where it was written. */
  hashOf(path: string): string | null
  /** Removes the body and the parts that were taken out of it, whatever nobody adopted. */
  release(path: string): void
}

/** What a killed process left behind belongs to no request any more. */
export function openSpool(directory: string): Spool {
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const hashes = new Map<string, string>()
  return {
    open: () => openFile(join(directory, randomUUID()), hashes),
    hashOf: (path) => hashes.get(path) ?? null,
    release: (path) => {
      hashes.delete(path)
      for (const name of readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path))))
        rmSync(join(dirname(path), name), { force: true })
    },
  }
}

async function openFile(path: string, hashes: Map<string, string>): Promise<Target> {
  const handle = await open(path, 'wx')
  const hash = createHash('sha256')
  return {
    path,
    write: async (chunk) => {
      hash.update(chunk)
      await handle.writev([chunk])
    },
    close: async () => {
      hashes.set(path, hash.digest('hex'))
      await handle.close()
    },
  }
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
