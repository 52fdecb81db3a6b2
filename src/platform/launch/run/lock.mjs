/** One launcher per data folder: two would fight over the same database. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchError } from '../setup/steps.mjs'

/** @param {string} directory */
export function takeLock(directory) {
  const file = join(directory, 'launcher.json')
  mkdirSync(directory, { recursive: true })
  const holder = readHolder(file)
  if (holder && isLauncher(holder.pid)) {
    throw new LaunchError(
      `Lan Tỏa đang chạy trên dữ liệu ${directory} (tiến trình ${holder.pid}${holder.origin ? `, ${holder.origin}` : ''}). Dừng nó bằng Ctrl-C rồi chạy lại.`,
    )
  }
  const write = (/** @type {string} */ origin) => writeFileSync(file, JSON.stringify({ pid: process.pid, origin }))
  write('')
  return { tell: write, release: () => rmSync(file, { force: true }) }
}

/**
 * @param {string} file
 * @returns {{ pid: number, origin: string } | undefined}
 */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The number of a killed launcher may belong to another program by now. @param {number} pid */
function isLauncher(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('launch')
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
