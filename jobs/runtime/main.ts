/** The worker process. */
import '@/platform/env/at-boot'
import config from '@payload-config'
import { getPayload } from 'payload'
import { engineOf } from '@/engine'
import { bootOrExit } from '@/platform/boot'
import { clockOf } from '@/platform/database'
import { logger } from '@/platform/logger'
import { startWorker } from './worker'

const payload = await bootOrExit(() => getPayload({ config, disableOnInit: true }))
await bootOrExit(() => clockOf(payload).sync())
const running = await bootOrExit(() => startWorker(engineOf(payload)))
logger.info({ pid: process.pid }, 'worker is ready')
process.send?.('ready')

/** Whatever is not done by then goes on in another process: its row, or its lease that runs out, sees to that. */
const DEADLINE_MILLISECONDS = 28_000

let isStopping = false

async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  setTimeout(() => process.exit(1), DEADLINE_MILLISECONDS).unref()
  await running.stop()
  await payload.destroy()
  process.exit(0)
}

for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => void stop())
