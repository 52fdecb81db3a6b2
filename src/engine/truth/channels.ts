import { channelOf } from '@/channels/registry'
import type { Engine } from '..'
import type { ChannelRow } from '../rows'
import { type Scope, within } from './scope'

export type ChannelTruth = {
  id: string
  name: string
  platform: string
  organization: string
  state: ChannelRow['state']
  problem: string | null
  checkedAt: Date | null
  /** The last post that went live there. */
  lastGoodAt: Date | null
  /** Null: unknown, or the connection renews itself. */
  expiresAt: Date | null
  daysLeft: number | null
  /** Nothing is sent before it: the platform asked to slow down. */
  easedUntil: Date | null
  /** Since when nothing is sent because sends failed in a row, and when the platform is asked again. */
  broken: { since: Date; probeAt: Date | null } | null
  /** In a row, and none went well since. */
  failures: number
}

const MOST_CHANNELS = 500

const shown = ['name', 'platform', 'organization', 'state', 'problem', 'checkedAt', 'expiresAt', 'notBefore']

export async function readChannels(engine: Engine, scope: Scope): Promise<ChannelTruth[]> {
  const found = await engine.rows.find<ChannelRow>('channels', {
    where: within(scope),
    select: [...shown, 'failures', 'failedAt', 'brokenAt', 'probeAt'],
    sort: 'name',
    limit: MOST_CHANNELS,
  })
  return Promise.all(found.map(async (channel) => describe(engine, channel, await readLastGood(engine, channel.id))))
}

function describe({ now }: Engine, channel: ChannelRow, lastGoodAt: Date | null): ChannelTruth {
  const { id, name, platform, organization, state, problem, checkedAt, notBefore } = channel
  const expiresAt = channelOf(platform).renew ? null : (channel.expiresAt ?? null)
  const daysLeft = expiresAt && Math.floor((expiresAt.getTime() - now().getTime()) / 86_400_000)
  const easedUntil = notBefore && notBefore > now() ? notBefore : null
  const shared = { id, name, platform, organization, state, problem, checkedAt, lastGoodAt, expiresAt, daysLeft }
  return { ...shared, easedUntil, ...describeFailures(channel, lastGoodAt) }
}

function describeFailures(
  { state, failures, failedAt, brokenAt, probeAt }: ChannelRow,
  lastGoodAt: Date | null,
): Pick<ChannelTruth, 'broken' | 'failures'> {
  const isOver = failedAt === null || (lastGoodAt !== null && lastGoodAt > failedAt)
  const broken = state === 'attention' && brokenAt ? { since: brokenAt, probeAt } : null
  return { broken, failures: isOver ? 0 : (failures ?? 0) }
}

/** One step into the index of channel and hour; the condition keeps posts out that were never live. */
async function readLastGood({ rows }: Engine, channel: string): Promise<Date | null> {
  const [newest] = await rows.find<{ id: string; publishedAt: Date }>('publications', {
    where: { channel, publishedAt: { above: new Date(0) } },
    select: ['publishedAt'],
    sort: '-publishedAt',
    limit: 1,
  })
  return newest?.publishedAt ?? null
}
