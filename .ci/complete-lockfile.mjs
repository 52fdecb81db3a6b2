/**
 * `npm install` leaves out of the lockfile the packages for other systems when its registry does not have them, and `npm ci`
 * then refuses the lockfile. This writes their entries (without checksum: nobody here could read them)..
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const systems = /** @type {Record<string, string>} */ ({ windows: 'win32' })
const systemNames = /(?:^|[-/])(darwin|win32|windows|linux|freebsd|netbsd|openbsd|sunos|aix|android|openharmony)(?=-|$)/
const processorNames = /(?:^|[-/])(arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64|mips64el|wasm32)(?=-|$)/

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry
 * @param {Record<string, Entry>} packages
 */
export function findMissing(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !placesAbove(path).some((place) => packages[`${place}node_modules/${name}`]))
      .map(([name, range]) => ({
        path: `${placeOfSibling(packages, path, optionalDependencies)}node_modules/${name}`,
        entry: entryFor(name, range, dev),
      })),
  )
}

/** Where Node would look from a package, nearest first. @param {string} path */
function placesAbove(path) {
  const parts = path.split('/node_modules/')
  const nested = parts.map((_part, depth) => `${parts.slice(0, parts.length - depth).join('/node_modules/')}/`)
  return path === '' ? [''] : [...nested, '']
}

/**
 * The packages of one family stand side by side.
 * @param {Record<string, Entry>} packages
 * @param {string} path
 * @param {Record<string, string>} family
 */
function placeOfSibling(packages, path, family) {
  const isSibling = (/** @type {string} */ place) =>
    Object.keys(family).some((name) => packages[`${place}node_modules/${name}`])
  return placesAbove(path).find(isSibling) ?? ''
}

/**
 * @param {string} name
 * @param {string} range
 * @param {boolean | undefined} dev
 * @returns {Entry}
 */
function entryFor(name, range, dev) {
  /** @type {Entry} */
  const entry = { version: range.replace(/^[\^~]/, ''), ...machineOf(name), optional: true }
  if (dev) entry.dev = dev
  return entry
}

/** @param {string} name */
function machineOf(name) {
  const [, system = ''] = systemNames.exec(name) ?? []
  const [, processor] = processorNames.exec(name) ?? []
  /** @type {Pick<Entry, 'os' | 'cpu' | 'libc'>} */
  const machine = {}
  if (processor) machine.cpu = [processor]
  if (name.includes('musl')) machine.libc = ['musl']
  if (system) machine.os = [systems[system] ?? system]
  return machine
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lockfile = JSON.parse(readFileSync(file, 'utf8'))
  const missing = findMissing(lockfile.packages)
  for (const { path, entry } of missing) lockfile.packages[path] = entry
  const sorted = Object.entries(lockfile.packages).toSorted(([one], [other]) => one.localeCompare(other, 'en'))
  writeFileSync(file, `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
  process.stdout.write(`${missing.length} entries added\n`)
}
