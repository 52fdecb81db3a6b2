/** Facebook's numbers → ours. */
import { ChannelError, type Call, type Live, type Metric, type Reading } from '../../contract'
import { isPost } from '../live/change'
import { postOf } from '../live/follow'
import { API_VERSION } from '../limits'
import { readFilmCounters, readPostCounters } from './counters'
import { readInsights, type Amount } from './insights'

export { audience } from './page'

const POST = {
  views: 'post_media_view (lifetime)',
  reach: 'post_total_media_view_unique (lifetime)',
  reactions: 'reactions.summary.total_count',
  comments: 'comments.summary.total_count',
  shares: 'shares.count',
} as const satisfies Partial<Record<Metric, string>>

/** Of a film whose post Facebook does not name. */
const FILM = {
  views: 'video.views',
  reach: 'none',
  reactions: 'video.likes.summary.total_count',
  comments: 'video.comments.summary.total_count',
  shares: 'none',
} as const satisfies Record<Measured, string>

type Measured = keyof typeof POST
type Measurement = { definitions: Record<Measured, string>; amounts: Record<Measured, Amount> }

export async function measure(posts: readonly Live[], call: Call): Promise<Reading[]> {
  const readings: Reading[] = []
  for (const post of posts) readings.push(...toReadings(post, await measureOne(post.remoteId, call)))
  return readings
}

function toReadings({ publication }: Live, { definitions, amounts }: Measurement): Reading[] {
  return (Object.keys(POST) as Measured[]).map((metric) => ({
    publication,
    metric,
    definition: definitions[metric],
    apiVersion: API_VERSION,
    ...amounts[metric],
  }))
}

async function measureOne(remoteId: string, call: Call): Promise<Measurement> {
  try {
    return await (isPost(remoteId) ? measurePost(remoteId, call) : measureFilm(remoteId, call))
  } catch (error) {
    if (!(error instanceof ChannelError && error.code === '100/33')) throw error
    const gone: Amount = { value: null, because: 'Bài không còn trên Facebook.' }
    return { definitions: POST, amounts: { views: gone, reach: gone, reactions: gone, comments: gone, shares: gone } }
  }
}

async function measurePost(id: string, call: Call): Promise<Measurement> {
  const counters = await readPostCounters(call, id)
  const metrics = { views: 'post_media_view', reach: 'post_total_media_view_unique' }
  const insights = await readInsights(call, { node: id, metrics, period: 'lifetime' })
  return { definitions: POST, amounts: { ...counters, ...insights } }
}

/** The post is named later than the film; from then on its numbers count. */
async function measureFilm(id: string, call: Call): Promise<Measurement> {
  const counters = await readFilmCounters(call, id)
  const post = postOf(call, counters)
  if (post) return measurePost(post, call)
  const unnamed: Amount = { value: null, because: 'Facebook chưa cho biết bài đăng của video này.' }
  const { views, reactions, comments } = counters
  return { definitions: FILM, amounts: { views, reactions, comments, reach: unnamed, shares: unnamed } }
}
