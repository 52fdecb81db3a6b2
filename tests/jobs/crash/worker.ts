/** A worker process that is killed, and the one that comes after it. The clock jumps over every wait in between. */
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Publication } from '@/engine/rows'
import { wakingStates } from '@/publishing/states'
import { findBrokenLinks } from '../../support/engine/chain'
import type { Stage } from '../../support/engine'
import { start, type Bundles, type Process } from '../../support/engine/processes'
import type { PlatformName } from '../../support/engine/places'
import { sentPosts, visiblePosts } from '../../support/engine/publication'
import type { Ended, Order } from '../../support/engine/crash/worker'

const DEADLINE_SECONDS = 90

export async function startWorker(bundles: Bundles): Promise<Process> {
  const worker = start(bundles, 'worker', { env: process.env })
  await worker.message((message) => message === 'ready')
  return worker
}

/** Works until every story in the order has come to its end, and is killed there. */
export async function killAtTheEnd(bundles: Bundles, { stories }: Order): Promise<void> {
  const env = { ...process.env, CRASH_ORDER: JSON.stringify({ stories }) }
  const worker = start(bundles, 'crash-worker', { env })
  const waiting = new Set(Object.keys(stories))
  while (waiting.size > 0) waiting.delete((await worker.message(isEnded)).ended)
  await worker.kill()
}

function isEnded(message: unknown): message is Ended {
  return typeof message === 'object' && message !== null && 'ended' in message
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

/** Also no half of it, and nothing hidden: the account looks as it does after a send that nobody disturbed. */
export async function expectNothingBut(stage: Stage, { id }: Publication, undisturbed?: Publication): Promise<void> {
  const live = await stage.read(id)
  if (live.state === 'held') return expectHonestlyHeld(stage, live)
  await expectExactlyOnce(stage, live)
  if (!undisturbed) throw new Error('nothing to compare with')
  const place = stage.places[live.platform as PlatformName]
  const standing = async (channel: string) => place.standing((await stage.channel(channel)).externalId)
  expect(await standing(live.channel)).toBe(await standing(undisturbed.channel))
}

/** Two troubles in a row used up both sends: nothing stands there, or not all of it, and a person is told. */
async function expectHonestlyHeld(stage: Stage, live: Publication): Promise<void> {
  expect(live).toMatchObject({ heldBecause: 'too-many-tries', sends: 2, leaseToken: null })
  expect((await findBrokenLinks(stage.engine, live)).broken).toEqual([])
  expect(await visiblePosts(stage, live)).toBeLessThanOrEqual(1)
}
