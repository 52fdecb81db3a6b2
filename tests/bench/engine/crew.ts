/** Real worker processes with their own timetable: what more of them bring, and how late posts of one minute are. */
import { setTimeout } from 'node:timers/promises'
import type { Stage } from '../../support/engine'
import { bundle, start, type Bundles } from '../../support/engine/processes'
import { addPosts, openChannels, reopenLedgers, taken } from './burst'
import { lateness } from './lateness'

const SIZES = [1, 2, 4] as const
/** Due at one minute, as in the goal. */
const OF_A_MINUTE = 200
/** Until every worker has looked at the timetable a few times. */
const AHEAD_MILLISECONDS = 4_000

export type Crew = { workers: number; postsASecond: number; p50: number; p99: number }

export type Crews = { sizes: Crew[]; minute: Crew }

export async function measureCrews(stage: Stage, posts: number): Promise<Crews> {
  const bundles = await bundle(['worker'])
  const ledgers = reopenLedgers(stage)
  const sizes: Crew[] = []
  for (const workers of SIZES) sizes.push(await measureCrew(stage, { bundles, workers, posts }))
  const minute = await measureCrew(stage, { bundles, workers: 2, posts: OF_A_MINUTE })
  ledgers.stop()
  await bundles.remove()
  return { sizes, minute }
}

type Wanted = { bundles: Bundles; workers: number; posts: number }

async function measureCrew(stage: Stage, { bundles, workers, posts }: Wanted): Promise<Crew> {
  const { rows, now } = stage.engine
  const channels = await openChannels(stage)
  const crew = Array.from({ length: workers }, () => start(bundles, 'worker', { env: process.env }))
  await Promise.all(crew.map((worker) => worker.message((message) => message === 'ready')))
  const publications = await addPosts(stage, channels, Math.ceil(posts / channels.length))
  const dueAt = new Date(now().getTime() + AHEAD_MILLISECONDS)
  for (const { id } of publications) await rows.set('publications', { id }, { dueAt, wakeAt: dueAt })
  const where = { id: { in: publications.map(({ id }) => id) }, state: { in: taken } }
  while ((await rows.count('publications', where)) < publications.length) await setTimeout(50)
  const seconds = (now().getTime() - dueAt.getTime()) / 1000
  await Promise.all(crew.map((worker) => worker.stop()))
  return { workers, postsASecond: publications.length / seconds, ...(await lateness(stage, publications)) }
}
