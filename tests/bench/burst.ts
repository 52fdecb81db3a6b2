/** Two hundred posts at once on eight channels through the whole engine, and the same posts by the driver alone, with as many lanes. */
import { setTimeout } from 'node:timers/promises'
import { channelOf } from '@/channels/registry'
import type { ChannelRow, Publication } from '@/engine/rows'
import type { Stage } from '../support/engine'
import { addChannel, addPublication } from '../support/engine/publication'

const POSTS = 200
const CHANNELS = 8
/** One call a post, answered by the look-alike at once, so that what is left is ours. */
const PLATFORM = 'facebook'

export async function measureBurst(stage: Stage): Promise<{ posts: number; engine: number; bare: number }> {
  const channels: ChannelRow[] = []
  while (channels.length < CHANNELS) channels.push(await addChannel(stage, PLATFORM))
  await add(stage, channels, 1).then((warm) => runEngine(stage, warm))
  const bare = await runBare(stage, { channels, publications: await add(stage, channels, POSTS / CHANNELS) })
  const engine = await runEngine(stage, await add(stage, channels, POSTS / CHANNELS))
  return { posts: POSTS, engine, bare }
}

async function add(stage: Stage, channels: readonly ChannelRow[], each: number): Promise<Publication[]> {
  const publications: Publication[] = []
  for (const channel of channels)
    for (let count = 0; count < each; count += 1) publications.push(await addPublication(stage, PLATFORM, { channel }))
  return publications
}

/** From the tick that finds them to the last one published. */
async function runEngine(stage: Stage, publications: Publication[]): Promise<number> {
  const { startWorker } = await import('~/jobs/runtime/worker')
  const worker = await startWorker(stage.engine, { hasTimetable: false })
  const ids = publications.map(({ id }) => id)
  const begin = performance.now()
  await worker.tick()
  while ((await stage.engine.rows.count('publications', { id: { in: ids }, state: 'published' })) < ids.length)
    await setTimeout(10)
  const taken = performance.now() - begin
  await worker.stop()
  return taken
}

type Bare = { channels: readonly ChannelRow[]; publications: Publication[] }

/** Rows that the driver has sent are cancelled, so that the engine does not send them too. */
async function runBare(stage: Stage, { channels, publications }: Bare): Promise<number> {
  const driver = channelOf(PLATFORM)
  const { bareCall } = await import('@/engine/send/call')
  const lane = async (channel: ChannelRow) => {
    const credentials = stage.openCredentials(channel)
    const call = { ...bareCall(stage.engine, { driver, channel, credentials }), checkpoint: async () => undefined }
    const own = publications.filter((publication) => publication.channel === channel.id)
    for (const { snapshot } of own) if (snapshot) await driver.publish(snapshot.draft, call)
  }
  const begin = performance.now()
  await Promise.all(channels.map(lane))
  const taken = performance.now() - begin
  for (const { id } of publications) await stage.engine.rows.update('publications', { id }, { state: 'cancelled' })
  return taken
}
