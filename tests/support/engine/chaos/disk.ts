/** A disk of our own that can be full; only root may make one. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What PostgreSQL needs for a storm, its log of writes included. */
const MEGABYTES = 2_048

export type Disk = {
  path: string
  /** Not a byte is left, until `free`. */
  fill(): void
  free(): void
  remove(): void
}

/** Null where nothing can be mounted. */
export function mountDisk(path: string): Disk | null {
  try {
    mkdirSync(path, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', path], { stdio: 'pipe' })
  } catch {
    return null
  }
  chmodSync(path, 0o755)
  const filler = join(path, 'đầy')
  return {
    path,
    fill() {
      const { bavail, bsize } = statfsSync(path)
      writeFileSync(filler, Buffer.alloc(bavail * bsize))
    },
    free: () => rmSync(filler, { force: true }),
    remove: () => execFileSync('umount', ['--lazy', path]),
  }
}
