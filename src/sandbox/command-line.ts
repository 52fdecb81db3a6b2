/** What the command line asks of the look-alike platforms; they never stand beside a real system. */
import { parseArgs } from 'node:util'
import { lookalikes } from './index'
import { startSandbox, type Sandbox } from './server'

type Environment = Readonly<Record<string, string | undefined>>

/** @throws Error with a sentence for the person at the keyboard when training data could meet production. */
export async function startFromCommandLine(argv: readonly string[], environment: Environment): Promise<Sandbox> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      directory: { type: 'string', default: 'data/sandbox' },
      'allow-tests': { type: 'boolean', default: false },
    },
  })
  const reason = productionReason(environment)
  if (reason && !values['allow-tests']) throw new Error(`Không chạy nền tảng giả lập cạnh hệ thống thật: ${reason}.`)
  return startSandbox({ lookalikes, directory: values.directory, port: Number(values.port), host: values.host })
}

export function productionReason(environment: Environment): string | null {
  if (environment['NODE_ENV'] === 'production') return 'NODE_ENV=production'
  if (environment['DATABASE_URL']?.startsWith('mongodb')) return 'DATABASE_URL trỏ tới MongoDB'
  if (environment['REDIS_URL']) return 'REDIS_URL đã được đặt'
  return null
}
