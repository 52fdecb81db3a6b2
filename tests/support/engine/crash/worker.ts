/** A worker process as it is, but seen: it says when a story has come to its end, and stands still there until it is killed. */
import '@/platform/env/at-boot'
import config from '@payload-config'
import { getPayload } from 'payload'
import { type Engine, engineOf } from '@/engine'
import { readPublication } from '@/engine/transition'
import { jobs } from '~/jobs'
import { startWorker } from '~/jobs/runtime/worker'
import { type Story, watched, within } from './effects'

/** By channel. */
export type Order = { stories: Record<string, Pick<Story, 'end' | 'losesAnswer'>> }

export type Ended = { ended: string; effect: string }

const order = JSON.parse(process.env['CRASH_ORDER'] ?? '{"stories":{}}') as Order
const stories = new Map(
  Object.entries(order.stories).map(([channel, story]) => [channel, tell(channel, { ...story, effects: [] })]),
)

for (const job of jobs) {
  const { handler } = job
  job.handler = async () => {
    const handle = await handler()
    return async (engine, input) => {
      const story = stories.get(await channelOf(engine, input))
      return story ? within(story, () => handle(engine, input)) : handle(engine, input)
    }
  }
}

const payload = await getPayload({ config, disableOnInit: true })
const running = await startWorker(watched(engineOf(payload)))
process.send?.('ready')
process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)))
process.on('disconnect', () => process.exit(0))

function tell(channel: string, story: Story): Story {
  return { ...story, reached: (effect) => process.send?.({ ended: channel, effect } satisfies Ended) }
}

async function channelOf(engine: Engine, input: unknown): Promise<string> {
  const { channel, publication } = input as { channel?: string; publication?: string }
  return channel ?? (publication && (await readPublication(engine, publication))?.channel) ?? ''
}
