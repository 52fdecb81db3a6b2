/** Many posts due at one instant over every platform through the whole engine, and the same posts by the drivers alone, with as many lanes. */
import { setTimeout } from 'node:timers/promises'
import { channelOf } from '@/channels/registry'
import type { ChannelRow, Publication } from '@/engine/rows'
import type { Where } from '@/platform/database'
import type { Stage } from '../../support/engine'
import { addChannel, addPublication } from '../../support/engine/publication'
import { generous } from '../lookalikes'
import { lateness } from './lateness'

const PLATFORMS = ['facebook', 'zalo', 'youtube', 'telegram'] as const
const CHANNELS_EACH = 5
const LEDGER_MILLISECONDS = 250

export type Burst = {
  posts: number
  answerMilliseconds: number
  /** Milliseconds from the tick that finds them to the last that a platform took. */
  engine: number
  bare: number
  /** From the hour to the armed mark, of the engine. */
  p50: number
  p99: number
}

type Wanted = { posts: number; answerMilliseconds: number }

export async function measureBurst(stage: Stage, { posts, answerMilliseconds }: Wanted): Promise<Burst> {
  const channels = await openChannels(stage)
  await addPosts(stage, channels, 1)
  await runEngine(stage)
  const half = Math.ceil(posts / channels.length / 2)
  slowDown(stage, answerMilliseconds)
  const ledgers = reopenLedgers(stage)
  // Half before and half after: a look-alike that holds more answers later, and a process that has run for long collects more.
  const before = await runBare(stage, channels, half)
  const forEngine = await addPosts(stage, channels, half * 2)
  const engine = await runEngine(stage)
  const after = await runBare(stage, channels, half)
  ledgers.stop()
  stage.places.facebook.heal()
  const told = { posts: half * 2 * channels.length, answerMilliseconds, engine, bare: before + after }
  return { ...told, ...(await lateness(stage, forEngine)) }
}

/** Of every platform alike, which take as much as they are given. */
export async function openChannels(stage: Stage, each = CHANNELS_EACH): Promise<ChannelRow[]> {
  for (const { platform, name, value } of generous) stage.places.sandbox.desk.knobs.turn(platform, name, value)
  const channels: ChannelRow[] = []
  for (const platform of PLATFORMS)
    for (let count = 0; count < each; count += 1) channels.push(await addChannel(stage, platform))
  return channels
}

/** As if each post fell on a day of its own: a platform's daily quota is not what is measured. */
export function reopenLedgers(stage: Stage): { stop(): void } {
  const timer = setInterval(() => void emptyLedgers(stage).catch(() => undefined), LEDGER_MILLISECONDS)
  return { stop: () => clearInterval(timer) }
}

async function emptyLedgers({ engine }: Stage): Promise<void> {
  for (const { id } of await engine.rows.find('budgets', { where: {}, select: ['key'] }))
    await engine.rows.set('budgets', { id }, { used: 0 })
}

/** Every call is answered so much later. */
export function slowDown({ places }: Stage, milliseconds: number): void {
  if (milliseconds === 0) return
  for (const platform of PLATFORMS)
    places.sandbox.desk.faults.add({ platform, call: '*', fault: 'slow', times: null, seconds: milliseconds / 1000 })
}

/** Due at this moment. */
export async function addPosts(stage: Stage, channels: readonly ChannelRow[], each: number): Promise<Publication[]> {
  const own = async (channel: ChannelRow) => {
    const made: Publication[] = []
    const { platform } = channel as { platform: (typeof PLATFORMS)[number] }
    while (made.length < each) made.push(await addPublication(stage, platform, { channel }))
    return made
  }
  const publications = (await Promise.all(channels.map(own))).flat()
  const dueAt = stage.engine.now()
  for (const { id } of publications) await stage.engine.rows.set('publications', { id }, { dueAt, wakeAt: dueAt })
  return publications
}

/** What a platform took, also what it still works on, has been sent; so it is no more among these. */
const awaited = ['scheduled', 'sending', 'unknown', 'held', 'failed']

/** Of the whole stage, and no more than one of them: what is asked costs the measured process its time. */
export async function hasAwaited({ engine }: Stage, among: Where = {}): Promise<boolean> {
  const query = { where: { state: { in: awaited }, ...among }, select: ['state'], limit: 1 }
  return (await engine.rows.find('publications', query)).length > 0
}

async function runEngine(stage: Stage): Promise<number> {
  const { startWorker } = await import('~/jobs/runtime/worker')
  const worker = await startWorker(stage.engine)
  const begin = performance.now()
  // From here on by its own timetable: more looks than it takes would be counted as its cost.
  await worker.tick()
  while (await hasAwaited(stage)) await setTimeout(100)
  const milliseconds = performance.now() - begin
  await worker.stop()
  return milliseconds
}

/** Rows that the driver has sent are cancelled, so that the engine does not send them too. */
async function runBare(stage: Stage, channels: readonly ChannelRow[], each: number): Promise<number> {
  const { bareCall } = await import('@/engine/send/call')
  const publications = await addPosts(stage, channels, each)
  const lane = async (channel: ChannelRow) => {
    const driver = channelOf(channel.platform)
    const credentials = await stage.freshCredentials(stage.engine, driver, channel)
    const call = { ...bareCall(stage.engine, { driver, channel, credentials }), checkpoint: async () => undefined }
    const own = publications.filter((publication) => publication.channel === channel.id)
    for (const { snapshot } of own) if (snapshot) await driver.publish(snapshot.draft, call)
  }
  const begin = performance.now()
  await Promise.all(channels.map(lane))
  const milliseconds = performance.now() - begin
  for (const { id } of publications)
    await stage.engine.rows.set('publications', { id }, { state: 'cancelled', wakeAt: null })
  return milliseconds
}
