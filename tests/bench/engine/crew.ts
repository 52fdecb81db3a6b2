/** Real worker processes with their own timetable: what more of them bring, and how late posts of one minute are. */
import { setTimeout } from 'node:timers/promises'
import { addSeconds } from '@/platform/clock'
import type { ChannelRow } from '@/engine/rows'
import type { Stage } from '../../support/engine'
import { bundle, start, type Bundles, type Process } from '../../support/engine/processes'
import { addPosts, hasAwaited, openChannels, reopenLedgers } from './burst'
import { lateness } from './lateness'

const SIZES = [1, 2, 4] as const
/** Due at one minute, as in the goal. */
const OF_A_MINUTE = 200
/** Of every channel and worker, before anything is measured. */
const WARM_EACH = 5
/** Until every worker has looked at the timetable a few times. */
const AHEAD_SECONDS = 4

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

async function startOne(bundles: Bundles): Promise<Process> {
  const worker = start(bundles, 'worker', { env: process.env })
  await worker.message((message) => message === 'ready')
  return worker
}

/** What a process does for the first time takes it several times as long: of more workers, more would be measured cold. */
async function warm(stage: Stage, channels: readonly ChannelRow[], workers: number): Promise<void> {
  const ids = (await addPosts(stage, channels, WARM_EACH * workers)).map(({ id }) => id)
  while (await hasAwaited(stage, { id: { in: ids } })) await setTimeout(200)
}

async function measureCrew(stage: Stage, { bundles, workers, posts }: Wanted): Promise<Crew> {
  const { rows, now } = stage.engine
  const channels = await openChannels(stage)
  const publications = await addPosts(stage, channels, Math.ceil(posts / channels.length))
  const plan = (dueAt: Date) =>
    Promise.all(publications.map(({ id }) => rows.set('publications', { id }, { dueAt, wakeAt: dueAt })))
  await plan(addSeconds(now(), 86_400))
  const crew: Process[] = []
  // One after the other: each opens a connection for every queue of PostgreSQL's as it starts.
  while (crew.length < workers) crew.push(await startOne(bundles))
  await warm(stage, channels, workers)
  const dueAt = addSeconds(now(), AHEAD_SECONDS)
  await plan(dueAt)
  while (await hasAwaited(stage)) await setTimeout(50)
  const seconds = (now().getTime() - dueAt.getTime()) / 1000
  await Promise.all(crew.map((worker) => worker.stop()))
  return { workers, postsASecond: publications.length / seconds, ...(await lateness(stage, publications)) }
}
