/**
 * PostgreSQL refuses to run as root: then it runs as the system user `postgres`, who must be able to reach its programs
 * and its data.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LaunchError, say } from '../setup/steps.mjs'

/** @typedef {{ uid?: number, gid?: number }} Owner */

const userName = 'postgres'
const sharedFolder = '/var/lib/lan-toa'

/** @returns {Owner} */
export function findOwner() {
  if (process.getuid?.() !== 0) return {}
  return lookUp() ?? create()
}

/** @returns {Owner | undefined} */
function lookUp() {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, userName]).stdout?.toString() || Number.NaN),
  )
  return uid && gid ? { uid, gid } : undefined
}

function create() {
  spawnSync('groupadd', ['--system', userName])
  spawnSync('useradd', ['--system', '-g', userName, '--no-create-home', '--shell', '/usr/sbin/nologin', userName])
  const owner = lookUp()
  if (owner) return owner
  throw new LaunchError(
    `PostgreSQL không chạy dưới quyền root và không tạo được người dùng "${userName}". Hãy chạy bằng tài khoản thường, hoặc tạo: useradd ${userName}`,
  )
}

/**
 * @param {string} folder an existing one
 * @param {Owner} owner
 */
function canEnter(folder, owner) {
  if (owner.uid === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...owner, cwd: '/' }).status === 0
}

/**
 * The folder for the data: the wanted one, or one below /var/lib when the user `postgres` cannot enter there.
 * @param {string} wanted
 * @param {Owner} owner
 */
export function reachableData(wanted, owner) {
  mkdirSync(dirname(wanted), { recursive: true })
  if (canEnter(dirname(wanted), owner)) return wanted
  const elsewhere = join(sharedFolder, `data-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`)
  say(`    Người dùng "${userName}" không vào được ${dirname(wanted)}; dữ liệu PostgreSQL nằm ở ${elsewhere}`)
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o755 })
  return elsewhere
}

/**
 * The folder of PostgreSQL's programs, copied to /var/lib when the project lies where `postgres` cannot go.
 * @param {{ native: string, version: string }} programs
 * @param {Owner} owner
 */
export function reachablePrograms({ native, version }, owner) {
  if (canEnter(join(native, 'bin'), owner)) return native
  const copy = join(sharedFolder, `postgresql-${version}`)
  if (existsSync(join(copy, 'complete'))) return copy
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  mkdirSync(join(copy, 'complete'))
  return copy
}

/**
 * @param {string} path
 * @param {Owner} owner
 */
export function give(path, { uid, gid }) {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}
