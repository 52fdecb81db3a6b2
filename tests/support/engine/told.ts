/** The stage with the platforms' webhooks arriving at the real route, and the job that makes them true. */
import type { ChannelRow } from '@/engine/rows'
import type { Outcome } from '~/jobs/runtime/definition'
import { type RunningWebhooks, runWebhooks } from '../webhooks'
import { openStage, type Stage } from '.'
import type { PlatformName } from './places'
import { findWakes, runJob } from './rest'

export type ToldStage = Stage & {
  webhooks: RunningWebhooks
  /** The platform of the channel is told our address, as a person would have it told. */
  subscribe(channel: ChannelRow): Promise<void>
  /** What the public does to a post, until the platform has told us. */
  act(platform: PlatformName, name: string, post: { account: string; id: string }): Promise<void>
  /** Every notice that is due, once. */
  receive(): Promise<Outcome[]>
  notices(account: string): Promise<Record<string, unknown>[]>
}

export async function openToldStage(file: string, variables: Record<string, string> = {}): Promise<ToldStage> {
  const stage = await openStage(file, variables)
  const webhooks = await runWebhooks()
  const { lookalikes } = await import('@/sandbox')
  const { subscribeChannel } = await import('@/engine/notices/subscribe')
  const { theSystem } = await import('@/engine/audit')
  const { desk } = stage.places.sandbox
  return {
    ...stage,
    webhooks,
    subscribe: async (channel) => {
      await subscribeChannel(stage.engineWith({ publicUrl: webhooks.origin }), channel, theSystem)
    },
    act: async (platform, name, post) => {
      const lookalike = lookalikes.find((candidate) => candidate.platform === platform)
      lookalike?.acts?.[name]?.act(desk, post, '')
      await desk.deliveries.settled()
    },
    receive: async () => {
      await desk.deliveries.settled()
      const wakes = (await findWakes(stage)).filter(({ job }) => job === 'receive-notices')
      return Promise.all(wakes.map(({ job, input }) => runJob(stage, job, input)))
    },
    notices: (account) => stage.engine.rows.find('notices', { where: { account }, sort: 'createdAt' }),
    close: async () => {
      await webhooks.close()
      await stage.close()
    },
  }
}
