/** One stack measured: its servers, a stage on them, the burst, the worker. Tells its parent the figures. */
import setup from '../support/global-setup'
import { openStage } from '../support/engine'
import { measureBurst } from './burst'
import { measureWorker } from './worker'

export type Figures = {
  burst: Awaited<ReturnType<typeof measureBurst>> | null
  worker: Awaited<ReturnType<typeof measureWorker>> | null
}

const parts = process.argv.slice(2)
const stop = await setup()
try {
  const stage = await openStage(import.meta.url)
  const burst = parts.includes('burst') ? await measureBurst(stage) : null
  const worker = parts.includes('worker') ? await measureWorker() : null
  await stage.close()
  process.send?.({ burst, worker } satisfies Figures)
} finally {
  await stop()
}
process.exit(0)
