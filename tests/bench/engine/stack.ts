/** One stack measured: its servers, a stage on them, each part that was asked for. Tells its parent the figures, or whoever started it alone. */
import setup from '../../support/vitest/global-setup'
import { openStage } from '../../support/engine'
import { type Burst, measureBurst } from './burst'
import { type Crews, measureCrews } from './crew'
import { measureSweep } from './sweep'
import { measureWorker } from './worker'

export type Figures = {
  bursts: Burst[]
  crews: Crews | null
  sweep: Awaited<ReturnType<typeof measureSweep>>
  worker: Awaited<ReturnType<typeof measureWorker>> | null
}

export type Order = { parts: string[]; posts: number; slowPosts: number; rows: number }

const { parts, posts, slowPosts, rows } = JSON.parse(process.argv[2] ?? '{}') as Order
const stop = await setup()
try {
  const stage = await openStage(import.meta.url)
  const bursts: Burst[] = []
  if (parts.includes('burst')) {
    bursts.push(await measureBurst(stage, { posts, answerMilliseconds: 0 }))
    bursts.push(await measureBurst(stage, { posts: slowPosts, answerMilliseconds: 150 }))
  }
  const crews = parts.includes('crew') ? await measureCrews(stage, posts) : null
  const sweep = parts.includes('sweep') ? await measureSweep(stage, sizesTo(rows)) : []
  const worker = parts.includes('worker') ? await measureWorker(stage) : null
  await stage.close()
  const figures: Figures = { bursts, crews, sweep, worker }
  if (process.send) process.send(figures)
  else process.stdout.write(`figures ${JSON.stringify(figures)}\n`)
} finally {
  await stop()
}
process.exit(0)

/** A thousand, a hundred thousand, and the most. */
function sizesTo(most: number): number[] {
  return [1_000, 100_000, most].filter((size, place, all) => size <= most && all.indexOf(size) === place)
}
