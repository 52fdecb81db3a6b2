/** A real system: what the environment names, no look-alikes, nothing seeded. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isPortFree } from '../servers/ports.mjs'
import { LaunchError, say, step } from '../setup/steps.mjs'
import { createChildren } from './children.mjs'
import { startProcesses } from './processes.mjs'
import { startServers } from './servers.mjs'

/**
 * @param {{ directory: string, onUnexpectedExit: (sentence: string) => void }} options
 * @param {(stop: () => Promise<void>) => void} tellStop
 */
export async function startProduction({ directory, onUnexpectedExit }, tellStop) {
  const port = Number(process.env.PORT || 3000)
  if (!(await isPortFree(port)))
    throw new LaunchError(`cổng ${port} đang bị chương trình khác dùng; hãy dừng nó hoặc đặt PORT khác.`)
  mkdirSync(directory, { recursive: true })
  /** @type {(() => Promise<void>)[]} */
  const endings = []
  tellStop(async () => {
    for (const end of endings.toReversed()) await end()
  })
  const own = await ownDatabase(directory)
  if (own) endings.push(own.stop)
  const env = {
    ...process.env,
    ...own?.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DISABLE_PAYLOAD_HMR: 'true',
  }
  const children = createChildren({ logs: join(directory, 'logs'), env, onUnexpectedExit })
  endings.push(children.stop)
  await startProcesses(children, { port })
  say(`\nLan Tỏa đang chạy ở cổng ${port}, địa chỉ công khai ${process.env.PUBLIC_URL}`)
  say(`Trang quản trị: ${process.env.PUBLIC_URL}/admin (lần đầu: trang này tạo người quản trị đầu tiên)`)
}

/** Without DATABASE_URL the embedded PostgreSQL holds real data, in a folder that training never touches. @param {string} directory */
async function ownDatabase(directory) {
  if (process.env.DATABASE_URL) return undefined
  return step('Khởi động PostgreSQL đi kèm', () => startServers({ stack: 'embedded', directory }))
}
