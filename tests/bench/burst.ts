/** Two hundred posts at once through the whole engine, and the same posts by the driver alone, with as many lanes. */
import { setTimeout } from 'node:timers/promises'
import { channelOf } from '@/channels/registry'
import type { ChannelRow, Publication } from '@/engine/rows'
import type { Stage } from '../support/engine'
import { addChannel, addPublication } from '../support/engine/publication'

const POSTS = 200
/** One call a post, answered by the look-alike at once, so that what is left is ours. */
const PLATFORM = 'facebook'

export async function measureBurst(stage: Stage): Promise<{ posts: number; engine: number; bare: number }> {
  const channel = await addChannel(stage, PLATFORM)
  await add(stage, channel, 8).then((warm) => runEngine(stage, warm))
  const bare = await runBare(stage, { channel, publications: await add(stage, channel, POSTS) })
  const engine = await runEngine(stage, await add(stage, channel, POSTS))
  return { posts: POSTS, engine, bare }
}

async function add(stage: Stage, channel: ChannelRow, count: number): Promise<Publication[]> {
  const publications: Publication[] = []
  while (publications.length < count) publications.push(await addPublication(stage, PLATFORM, { channel }))
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

type Bare = { channel: ChannelRow; publications: Publication[] }

/** Rows that the driver has sent are cancelled, so that the engine does not send them too. */
async function runBare(stage: Stage, { channel, publications }: Bare): Promise<number> {
  const driver = channelOf(PLATFORM)
  const { bareCall } = await import('@/engine/send/call')
  const call = {
    ...bareCall(stage.engine, { driver, channel, credentials: stage.openCredentials(channel) }),
    checkpoint: async () => undefined,
  }
  const drafts = publications.flatMap(({ snapshot }) => (snapshot ? [snapshot.draft] : []))
  const lane = async () => {
    for (let draft = drafts.pop(); draft; draft = drafts.pop()) await driver.publish(draft, call)
  }
  const lanes = stage.jobs.find(({ name }) => name === 'publish')?.concurrency ?? 1
  const begin = performance.now()
  await Promise.all(Array.from({ length: lanes }, lane))
  const taken = performance.now() - begin
  for (const { id } of publications) await stage.engine.rows.update('publications', { id }, { state: 'cancelled' })
  return taken
}
