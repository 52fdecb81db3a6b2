/** The first step of every command: the right Node and the packages of the lockfile. Imports nothing from node_modules. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './root.mjs'
import { runProgram } from './run-program.mjs'
import { fingerprintOf, isFresh, writeStamp } from './stamp.mjs'
import { LaunchError, step } from './steps.mjs'

export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new LaunchError(`cần Node.js từ 20.19 trở lên, máy này có ${version}. Tải bản mới tại https://nodejs.org`)
}

const stampFile = join(projectRoot, 'node_modules', '.lan-toa-lockfile')

export async function ensureInstalled() {
  const fingerprint = fingerprintOf(projectRoot, ['package-lock.json'])
  if (isFresh(stampFile, fingerprint)) return
  if (isInstalled()) return writeStamp(stampFile, fingerprint)
  const isFirst = !existsSync(join(projectRoot, 'node_modules'))
  await step(isFirst ? 'Cài các gói (npm ci)' : 'Cài lại các gói vì package-lock.json đã đổi', () =>
    runProgram(npm(), ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: projectRoot,
      shell: process.platform === 'win32',
      sentence: 'không cài được các gói bằng npm ci; hãy kiểm tra mạng rồi chạy lại',
    }),
  )
  writeStamp(stampFile, fingerprint)
}

/** A developer's `npm install` leaves the right packages without our stamp: npm's own record of what it installed says so. */
function isInstalled() {
  try {
    const wanted = readPackages('package-lock.json')
    const installed = readPackages(join('node_modules', '.package-lock.json'))
    return Object.entries(wanted).every(([path, { version, optional }]) => {
      return path === '' || (optional && !installed[path]) || installed[path]?.version === version
    })
  } catch {
    return false
  }
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readPackages(lockfile) {
  return JSON.parse(readFileSync(join(projectRoot, lockfile), 'utf8')).packages
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm'
}
