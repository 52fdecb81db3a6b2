/** Training mode: the whole system on one machine against look-alike platforms, seeded with a campaign. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePort } from '../servers/ports.mjs'
import { LaunchError, say, step } from '../setup/steps.mjs'
import { createChildren } from './children.mjs'
import { bundleOf, startProcesses } from './processes.mjs'
import { startServers } from './servers.mjs'
import { readSettings, writeSettings } from './settings.mjs'

/**
 * @typedef {{ origin: string, sandbox: string, seeded: import('./settings.mjs').Seeded, isFirst: boolean, stop: () => Promise<void> }} Training
 * @typedef {{ directory: string, stack: import('./servers.mjs').Stack, port: number, sandboxPort: number, host?: string, isThrowaway?: boolean, isDevelopment?: boolean, onUnexpectedExit: (sentence: string) => void }} TrainingOptions
 */

/**
 * @param {TrainingOptions} options
 * @param {(stop: () => Promise<void>) => void} tellStop called before anything starts, so that a signal can end half a start
 * @returns {Promise<Training>}
 */
export async function startTraining(
  { directory, stack, port, sandboxPort, host = '127.0.0.1', isThrowaway, isDevelopment, onUnexpectedExit },
  tellStop,
) {
  mkdirSync(directory, { recursive: true })
  const settings = readSettings(directory)
  const ports = { web: await freePort('trang web', port), sandbox: await freePort('nền tảng giả lập', sandboxPort) }
  const origin = `http://localhost:${ports.web}`
  /** @type {(() => Promise<void>)[]} */
  const endings = []
  const stop = once(async () => {
    for (const end of endings.toReversed()) await end()
  })
  tellStop(stop)

  const logs = join(directory, 'logs')
  const base = trainingEnvironment({ settings, directory, origin })
  const servers = await step(stack === 'embedded' ? 'Khởi động PostgreSQL' : 'Khởi động MongoDB và Redis', () =>
    startServers({ stack, directory, isThrowaway }),
  )
  endings.push(servers.stop)

  const outside = createChildren({ logs, env: withoutNodeEnvironment(base), onUnexpectedExit })
  endings.push(outside.stop)
  const sandbox = await step('Mở các nền tảng giả lập', () => startSandbox(outside, { directory, port: ports.sandbox }))

  const env = { ...base, ...servers.env, ...sandbox.addresses, ...sandbox.applications, SANDBOX_URL: sandbox.origin }
  const children = createChildren({ logs, env, onUnexpectedExit })
  endings.push(children.stop)
  await startProcesses(children, { port: ports.web, host, isDevelopment })
  const seeded = settings.seeded ?? (await seed(children))
  if (!settings.seeded) writeSettings(directory, { ...settings, seeded })
  return { origin, sandbox: sandbox.origin, seeded, isFirst: !settings.seeded, stop }
}

/**
 * @param {string} purpose
 * @param {number} wanted
 */
async function freePort(purpose, wanted) {
  const port = await findFreePort(wanted)
  if (port !== wanted) say(`  ! Cổng ${wanted} đang bị chương trình khác dùng; ${purpose} chạy ở cổng ${port}.`)
  return port
}

/** @param {{ settings: import('./settings.mjs').Settings, directory: string, origin: string }} options */
function trainingEnvironment({ settings: { APP_SECRET, ENCRYPTION_KEY }, directory, origin }) {
  const place = { PUBLIC_URL: origin, MEDIA_DIRECTORY: join(directory, 'uploads'), TRAINING: '1' }
  const quiet = { NEXT_TELEMETRY_DISABLED: '1', DISABLE_PAYLOAD_HMR: 'true' }
  return { ...process.env, NODE_ENV: 'production', APP_SECRET, ENCRYPTION_KEY, ...place, ...quiet }
}

/** The look-alikes refuse to run beside a real system and take NODE_ENV for one. @param {Record<string, string | undefined>} env */
function withoutNodeEnvironment(env) {
  return { ...env, NODE_ENV: undefined }
}

/**
 * @param {import('./processes.mjs').Children} children
 * @param {{ directory: string, port: number }} place
 * @returns {Promise<{ origin: string, addresses: Record<string, string>, applications: Record<string, string> }>}
 */
async function startSandbox(children, { directory, port }) {
  const program = [bundleOf('sandbox'), '--port', String(port), '--directory', join(directory, 'sandbox')]
  const child = children.start({ name: 'sandbox', program })
  const line = await child.firstLine
  if (!line.startsWith('{')) throw new LaunchError(`nền tảng giả lập không mở được; xem ${child.log}`)
  return JSON.parse(line)
}

/**
 * @param {import('./processes.mjs').Children} children
 * @returns {Promise<import('./settings.mjs').Seeded>}
 */
async function seed(children) {
  const lines = await step('Nạp kế hoạch, con người và nội dung mẫu; duyệt và hẹn giờ', () =>
    children.run({ name: 'seed', program: [bundleOf('seed')] }),
  )
  // The log is written asynchronously and may follow the answer.
  const answer = lines.findLast((line) => line.startsWith('{"logins"'))
  if (!answer) throw new LaunchError('dữ liệu mẫu không báo lại đã nạp gì')
  return JSON.parse(answer)
}

/** @param {() => Promise<void>} work */
function once(work) {
  /** @type {Promise<void> | undefined} */
  let running
  return () => (running ??= work())
}
