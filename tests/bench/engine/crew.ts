/** Real worker processes with their own timetable: what more of them bring, and how late posts of one minute are. */
import { setTimeout } from 'node:timers/promises'
import { addSeconds } from '@/platform/clock'
import type { ChannelRow, Publication } from '@/engine/rows'
import type { Stage } from '../../support/engine'
import { bundle, start, type Bundles, type Process } from '../../support/engine/processes'
import { addPosts, hasAwaited, openChannels, reopenLedgers, slowDown } from './burst'
import { lateness } from './lateness'

const SIZES = [1, 2, 4] as const
/** More lanes than one worker walks at once, on platforms that take their time: what a second worker is for. */
const MANY = { channelsEach: 30, answerMilliseconds: 300 }
/** Due at one minute, as in the goal. */
const MINUTE = { channelsEach: 5, answerMilliseconds: 0, posts: 200 }
/** Of every channel, before anything is measured. */
const WARM_EACH = 2
/** Until every worker has looked at the timetable a few times. */
const AHEAD_SECONDS = 4

export type Crew = { workers: number; postsASecond: number; p50: number; p99: number }

export type Crews = { sizes: Crew[]; minutes: Crew[] }

export async function measureCrews(stage: Stage, posts: number): Promise<Crews> {
  const bundles = await bundle(['worker'])
  const ledgers = reopenLedgers(stage)
  const sizes: Crew[] = []
  for (const workers of SIZES) sizes.push(await measureCrew(stage, { ...MANY, bundles, workers, posts }))
  const minutes: Crew[] = []
  for (const workers of [1, 2]) minutes.push(await measureCrew(stage, { ...MINUTE, bundles, workers }))
  ledgers.stop()
  await bundles.remove()
  return { sizes, minutes }
}

type Wanted = { bundles: Bundles; workers: number; posts: number; channelsEach: number; answerMilliseconds: number }

async function startOne(bundles: Bundles): Promise<Process> {
  const worker = start(bundles, 'worker', { env: process.env })
  await worker.message((message) => message === 'ready')
  return worker
}

async function measureCrew(stage: Stage, { bundles, workers, posts, ...wanted }: Wanted): Promise<Crew> {
  const { now } = stage.engine
  const channels = await openChannels(stage, wanted.channelsEach)
  const publications = await addPosts(stage, channels, Math.ceil(posts / channels.length))
  await plan(stage, publications, addSeconds(now(), 86_400))
  const crew: Process[] = []
  // One after the other: each opens a connection for every queue of PostgreSQL's as it starts.
  while (crew.length < workers) crew.push(await startOne(bundles))
  const warm = await warmUp(stage, channels)
  slowDown(stage, wanted.answerMilliseconds)
  // As an editor writes it: to the second, at which the timetable looks.
  const dueAt = new Date(Math.ceil(addSeconds(now(), AHEAD_SECONDS).getTime() / 1000) * 1000)
  await plan(stage, publications, dueAt)
  while (await hasAwaited(stage)) await setTimeout(50)
  const seconds = (now().getTime() - dueAt.getTime()) / 1000
  await Promise.all(crew.map((worker) => worker.stop()))
  stage.places.facebook.heal()
  // Their numbers would be read while the next crew is measured.
  await plan(stage, [...warm, ...publications], null)
  return { workers, postsASecond: publications.length / seconds, ...(await lateness(stage, publications)) }
}

async function plan({ engine }: Stage, publications: readonly Publication[], hour: Date | null): Promise<void> {
  const set = hour ? { dueAt: hour, wakeAt: hour } : { wakeAt: null }
  await Promise.all(publications.map(({ id }) => engine.rows.set('publications', { id }, set)))
}

/** What a process does for the first time takes it several times as long: of more workers, more would be measured cold. */
async function warmUp(stage: Stage, channels: readonly ChannelRow[]): Promise<Publication[]> {
  const publications = await addPosts(stage, channels, WARM_EACH)
  while (await hasAwaited(stage, { id: { in: publications.map(({ id }) => id) } })) await setTimeout(200)
  return publications
}
