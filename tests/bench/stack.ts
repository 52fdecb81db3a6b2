/** One stack measured: its servers, a stage on them, the burst, the worker. Tells its parent the figures. */
import setup from '../support/global-setup'
import { openStage } from '../support/engine'
import { measureBurst } from './burst'
import { measureWorker } from './worker'

export type Figures = { posts: number; engine: number; bare: number; start: number; resident: number }

const stop = await setup()
try {
  const stage = await openStage(import.meta.url)
  const figures: Figures = { ...(await measureBurst(stage)), ...(await measureWorker()) }
  await stage.close()
  process.send?.(figures)
} finally {
  await stop()
}
process.exit(0)
