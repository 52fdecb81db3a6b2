/** The processes under one launcher: started with a guard, logged to files, stopped in the reverse order of their start. */
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../setup/root.mjs'
import { LaunchError } from '../setup/steps.mjs'

/**
 * Lexical's `node` build awaits an import at its top level, which never settles in most runs on Node 20 (the process ends
 * with code 13, or hangs). Its `production` build has no such await.
 */
export const settledImports = ['--conditions=production']

const guard = pathToFileURL(join(projectRoot, 'src/platform/launch/run/guard.mjs')).href

/**
 * @typedef {{ name: string, program: string[], env?: Record<string, string | undefined> }} ChildSpec
 * @typedef {{ name: string, log: string, pid: number | undefined, exited: Promise<number | null>, firstLine: Promise<string>, isRunning: () => boolean, stop: () => Promise<void> }} Child
 */

/**
 * @param {{ logs: string, env: Record<string, string | undefined>, onUnexpectedExit: (sentence: string) => void }} options
 */
export function createChildren({ logs, env, onUnexpectedExit }) {
  mkdirSync(logs, { recursive: true })
  /** @type {Child[]} */
  const running = []
  let isStopping = false

  return {
    /** A process that is meant to stay. @param {ChildSpec} spec */
    start(spec) {
      const child = startChild({ ...spec, logs, env: { ...env, ...spec.env } })
      running.push(child)
      void child.exited.then((code) => {
        if (!isStopping) onUnexpectedExit(`tiến trình "${spec.name}" dừng bất ngờ (mã ${code}).\n${endOf(child.log)}`)
      })
      return child
    },
    /** A process that does its work and ends; answers with the lines it printed. @param {ChildSpec} spec */
    async run(spec) {
      const child = startChild({ ...spec, logs, env: { ...env, ...spec.env } })
      running.push(child)
      const code = await child.exited
      running.splice(running.indexOf(child), 1)
      if (code !== 0) throw new LaunchError(`bước "${spec.name}" không xong (mã ${code}).\n${endOf(child.log)}`)
      return child.lines()
    },
    async stop() {
      isStopping = true
      for (const child of running.toReversed()) await child.stop()
    },
  }
}

/** @param {ChildSpec & { logs: string, env: Record<string, string | undefined> }} spec */
function startChild({ name, program, env, logs }) {
  const log = join(logs, `${name}.log`)
  const file = createWriteStream(log, { flags: 'a' })
  file.write(`\n--- ${new Date().toISOString()} ${name}\n`)
  const child = spawn(process.execPath, [...settledImports, '--import', guard, ...program], {
    cwd: projectRoot,
    env,
    detached: true, // its own process group: Ctrl-C reaches the launcher alone, which ends the children in order
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const lines = readLines(child.stdout)
  child.stdout.pipe(file, { end: false })
  child.stderr.pipe(file, { end: false })
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => {
    child.once('close', (code) => file.end(() => resolve(code)))
    child.once('error', () => resolve(null))
  })
  const isRunning = () => child.exitCode === null && child.signalCode === null
  return { name, log, pid: child.pid, exited, isRunning, ...lines, stop: () => stopChild(child, exited) }
}

/** @param {import('node:stream').Readable} stream */
function readLines(stream) {
  let text = ''
  /** @type {Promise<string>} */
  const firstLine = new Promise((resolve) => {
    stream.on('data', (chunk) => {
      text = (text + chunk).slice(-200_000)
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
    stream.once('close', () => resolve(text.trim()))
  })
  return { firstLine, lines: () => text.trim().split('\n') }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<number | null>} exited
 */
async function stopChild(child, exited) {
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    try {
      process.kill(-Number(child.pid), name)
    } catch {
      // The whole group is gone already.
    }
  }
  signal('SIGTERM')
  const force = setTimeout(() => signal('SIGKILL'), 30_000)
  await exited
  clearTimeout(force)
  signal('SIGKILL')
}

/** @param {string} log */
export function endOf(log) {
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  return `Nhật ký: ${log}\n${lines.slice(-8).join('\n')}`
}
