/** What the command line asks of the look-alike platforms; they never stand beside a real system. */
import { parseArgs } from 'node:util'
import { lookalikes } from '..'
import { startSandbox, type Sandbox } from '../server'
import { productionReason, type Environment } from './production'

export { productionReason } from './production'

const LOOPBACK = '127.0.0.1'

const options = {
  port: { type: 'string', default: '4010' },
  host: { type: 'string', default: LOOPBACK },
  directory: { type: 'string', default: 'data/sandbox' },
  'allow-tests': { type: 'boolean', default: false },
} as const

/** @throws Error with a sentence for the person at the keyboard, also when training data could meet production. */
export async function startFromCommandLine(argv: readonly string[], environment: Environment): Promise<Sandbox> {
  const values = readArguments(argv)
  const reason = productionReason(environment)
  if (reason && !values['allow-tests']) throw new Error(`Không chạy nền tảng giả lập cạnh hệ thống thật: ${reason}.`)
  const { directory, host } = values
  const port = readPort(values.port)
  return startSandbox({ lookalikes, directory, port, host }).catch((cause: unknown) => {
    throw isTaken(cause)
      ? new Error(`Cổng ${port} đang có chương trình khác dùng; hãy chọn cổng khác: --port 4020.`)
      : cause
  })
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options }).values
  } catch (cause) {
    const names = '--port SỐ, --host ĐỊA-CHỈ, --directory THƯ-MỤC'
    throw new Error(`Không hiểu dòng lệnh "${argv.join(' ')}"; chỉ có ${names}.`, { cause })
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`Cổng "${text}" không đúng; cần một số từ 0 đến 65535.`)
  return port
}

function isTaken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
}
