/** Facebook's numbers → ours. Counters of the post itself and insights are asked apart: one must not spoil the other. */
import { z } from 'zod'
import { ChannelError, type Call, type Live, type Metric, type Reading } from '../contract'
import { ask } from './api'
import { readInsights, type Amount } from './insights'
import { API_VERSION } from './limits'

const summary = z.object({ summary: z.object({ total_count: z.number().nullish() }).nullish() }).nullish()
const counters = z.object({
  shares: z.object({ count: z.number().nullish() }).nullish(),
  reactions: summary,
  comments: summary,
})
const COUNTER_FIELDS = 'shares,reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)'

const DEFINITIONS = {
  views: 'post_media_view (lifetime)',
  reach: 'post_total_media_view_unique (lifetime)',
  reactions: 'reactions.summary.total_count',
  comments: 'comments.summary.total_count',
  shares: 'shares.count',
} as const satisfies Partial<Record<Metric, string>>

type Measured = keyof typeof DEFINITIONS

export async function measure(posts: readonly Live[], call: Call): Promise<Reading[]> {
  const readings: Reading[] = []
  for (const post of posts) readings.push(...(await measurePost(post, call)))
  return readings
}

async function measurePost(post: Live, call: Call): Promise<Reading[]> {
  const amounts = await readAmounts(post, call)
  return (Object.keys(DEFINITIONS) as Measured[]).map((metric) => ({
    publication: post.publication,
    metric,
    definition: DEFINITIONS[metric],
    apiVersion: API_VERSION,
    ...amounts[metric],
  }))
}

async function readAmounts(post: Live, call: Call): Promise<Record<Measured, Amount>> {
  try {
    return { ...(await readCounters(post, call)), ...(await readInsights(call, post.remoteId)) }
  } catch (error) {
    if (!(error instanceof ChannelError && error.code === '100/33')) throw error
    const gone: Amount = { value: null, because: 'Bài không còn trên Facebook.' }
    return { views: gone, reach: gone, reactions: gone, comments: gone, shares: gone }
  }
}

async function readCounters({ remoteId }: Live, call: Call) {
  const { reactions, comments, shares } = await ask(call, {
    method: 'GET',
    path: remoteId,
    query: { fields: COUNTER_FIELDS },
    schema: counters,
  })
  return {
    reactions: amount(reactions?.summary?.total_count),
    comments: amount(comments?.summary?.total_count),
    shares: amount(shares?.count),
  }
}

function amount(value: number | null | undefined): Amount {
  return typeof value === 'number' ? { value } : { value: null, because: 'Facebook không trả số này cho bài.' }
}

export async function audience(call: Call): Promise<Reading[]> {
  const schema = z.object({ followers_count: z.number().nullish() })
  const { followers_count: followers } = await ask(call, {
    method: 'GET',
    path: call.account,
    query: { fields: 'followers_count' },
    schema,
  })
  return [
    {
      publication: null,
      metric: 'followers',
      definition: 'followers_count',
      apiVersion: API_VERSION,
      ...amount(followers),
    },
  ]
}
