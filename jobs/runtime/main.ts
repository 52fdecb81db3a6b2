/** The worker process. */
import '@/platform/env/at-boot'
import config from '@payload-config'
import { getPayload } from 'payload'
import { engineOf } from '@/engine'
import { bootOrExit } from '@/platform/boot'
import { logger } from '@/platform/logger'
import { startWorker } from './worker'

const payload = await bootOrExit(() => getPayload({ config, disableOnInit: true }))
const running = await bootOrExit(() => startWorker(engineOf(payload)))
logger.info({ pid: process.pid }, 'worker is ready')
process.send?.('ready')

let isStopping = false

async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await running.stop()
  await payload.destroy()
  process.exit(0)
}

for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => void stop())
