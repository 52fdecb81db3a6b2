/** A stamp remembers the fingerprint of what a step was made from, so that the step runs only when that changed. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** @param {string} file */
function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

/**
 * @param {string} file
 * @param {string} fingerprint
 */
export function isFresh(file, fingerprint) {
  return readStamp(file) === fingerprint
}

/**
 * @param {string} file
 * @param {string} fingerprint
 */
export function writeStamp(file, fingerprint) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${fingerprint}\n`)
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)))
}

/**
 * @param {string} root
 * @param {readonly string[]} paths files and folders, relative to the root
 * @param {(path: string) => boolean} [isSource]
 */
export function fingerprintOf(root, paths, isSource = () => true) {
  const hash = createHash('sha256').update(process.version.split('.')[0] ?? '')
  const files = paths.flatMap((path) => filesBelow(join(root, path))).filter(isSource)
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}
