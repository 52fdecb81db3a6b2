/** The worker's bundle from nothing to ready, and what it holds when it has nothing to do. */
import { setTimeout } from 'node:timers/promises'
import { bundle, start, type Bundles } from '../support/engine/processes'
import { residentMegabytes } from './memory'

const STARTS = 3
const IDLE_MILLISECONDS = 5_000

export async function measureWorker(): Promise<{ start: number; resident: number }> {
  const bundles = await bundle(['worker'])
  const runs: { start: number; resident: number }[] = []
  while (runs.length < STARTS) runs.push(await measureOne(bundles))
  await bundles.remove()
  return {
    start: Math.min(...runs.map((run) => run.start)),
    resident: Math.max(...runs.map((run) => run.resident)),
  }
}

async function measureOne(bundles: Bundles): Promise<{ start: number; resident: number }> {
  const begin = performance.now()
  const worker = start(bundles, 'worker', { env: process.env })
  await worker.message((message) => message === 'ready')
  const taken = performance.now() - begin
  await setTimeout(IDLE_MILLISECONDS)
  const resident = residentMegabytes(worker.child.pid)
  await worker.stop()
  return { start: taken, resident }
}
