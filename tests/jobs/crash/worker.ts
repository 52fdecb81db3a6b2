/** A worker process that is killed, and the one that comes after it. The clock jumps over every wait in between. */
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Publication } from '@/engine/rows'
import type { Point } from '@/engine/send/points'
import { wakingStates } from '@/publishing/states'
import { findBrokenLinks } from '../../support/engine/chain'
import type { Stage } from '../../support/engine'
import { start, type Bundles, type Process } from '../../support/engine/processes'
import { addPublication, sentPosts, visiblePosts, type Wanted } from '../../support/engine/publication'
import type { PlatformName } from '../../support/engine/places'
import { runJob } from '../../support/engine/rest'

const DEADLINE_SECONDS = 90

export async function startWorker(bundles: Bundles, stopAt?: Point): Promise<Process> {
  const worker = start(bundles, 'worker', { env: { ...process.env, STOP_AT: stopAt ?? '' } })
  await worker.message((message) => message === 'ready')
  return worker
}

/** Due, on a channel that has a post already: an empty one could prove nothing. */
export async function addToUsedChannel(
  stage: Stage,
  platform: PlatformName,
  wanted: Wanted = {},
): Promise<Publication> {
  const first = await addPublication(stage, platform)
  await runJob(stage, 'publish', { publication: first.id })
  return addPublication(stage, platform, { ...wanted, channel: await stage.channel(first.channel) })
}

/** Until the condition holds. @throws after the deadline, with what the worker printed */
export async function until(worker: Process, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + DEADLINE_SECONDS * 1000
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain\n${worker.output()}`)
    await setTimeout(30)
  }
}

/** Lets the worker work until no publication waits; the clock goes on whenever all of them do. */
export async function workToRest(stage: Stage, worker: Process): Promise<void> {
  await until(worker, async () => {
    const waiting = await stage.engine.rows.find<Publication>('publications', {
      where: { state: { in: [...wakingStates] } },
    })
    const wakes = waiting.map(({ wakeAt }) => wakeAt?.getTime() ?? 0)
    const isAtWork = waiting.some(({ state }) => state === 'sending')
    if (waiting.length > 0 && !isAtWork)
      stage.clock.pass(Math.max(0, Math.min(...wakes) - stage.clock.now().getTime()) / 1000)
    return waiting.length === 0
  })
}

/** The dead worker's leases end; another worker takes over. */
export async function recover(stage: Stage, bundles: Bundles): Promise<void> {
  stage.clock.pass(91)
  const worker = await startWorker(bundles)
  try {
    await until(worker, async () => (await stage.engine.rows.count('publications', { state: 'sending' })) === 0)
    await workToRest(stage, worker)
    await worker.stop()
  } finally {
    await worker.kill()
  }
}

/** By the row, by the platform's wall, by its log, and by the audit. */
export async function expectExactlyOnce(stage: Stage, { id }: Publication): Promise<Publication> {
  const live = await stage.read(id)
  expect(live).toMatchObject({ state: 'published', leaseToken: null })
  expect(live.remoteUrl).toMatch(/^https?:\/\//)
  expect({ visible: await visiblePosts(stage, live), sent: await sentPosts(stage, live) }).toEqual({
    visible: 1,
    sent: 1,
  })
  expect((await findBrokenLinks(stage.engine, live)).broken).toEqual([])
  return live
}
