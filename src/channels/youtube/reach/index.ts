/** YouTube's numbers → ours. A number that is hidden, late or not given is empty with its reason. */
import type { Call, Live, Metric, Reading } from '../../contract'
import { readCounter, readOwnChannel } from '../api'
import { API_VERSION } from '../limits'
import { type Minutes, readMinutes } from './analytics'
import { type Counted, MOST_IDS, readStatistics } from './statistics'

const ANALYTICS_VERSION = 'analytics v2'

const DEFINITIONS = {
  views: 'statistics.viewCount (playback starts of all formats, since 2026-08-27)',
  reach: 'none',
  reactions: 'statistics.likeCount',
  comments: 'statistics.commentCount',
  minutes: 'estimatedMinutesWatched (YouTube Analytics, up to the last processed day, 48-72 hours behind)',
} as const satisfies Partial<Record<Metric, string>>

type Measured = keyof typeof DEFINITIONS
type Amount = { value: number } | { value: null; because: string }

export async function measure(posts: readonly Live[], call: Call): Promise<Reading[]> {
  const readings: Reading[] = []
  for (let start = 0; start < posts.length; start += MOST_IDS) {
    readings.push(...(await measureSome(posts.slice(start, start + MOST_IDS), call)))
  }
  return readings
}

async function measureSome(posts: readonly Live[], call: Call): Promise<Reading[]> {
  const videos = await readStatistics(
    call,
    posts.map(({ remoteId }) => remoteId),
  )
  const minutes = await readMinutes(call, posts)
  return posts.flatMap((post) => {
    const video = videos.find(({ id }) => id === post.remoteId)
    return toReadings(post, amountsOf(video, minutes))
  })
}

function toReadings({ publication }: Live, amounts: Record<Measured, Amount>): Reading[] {
  return (Object.keys(DEFINITIONS) as Measured[]).map((metric) => ({
    publication,
    metric,
    definition: DEFINITIONS[metric],
    apiVersion: metric === 'minutes' ? ANALYTICS_VERSION : API_VERSION,
    ...amounts[metric],
  }))
}

function amountsOf(video: Counted | undefined, minutes: Minutes): Record<Measured, Amount> {
  if (!video) {
    const gone: Amount = { value: null, because: 'Video không còn trên YouTube.' }
    return { views: gone, reach: gone, reactions: gone, comments: gone, minutes: gone }
  }
  return {
    views: amount(video.statistics?.viewCount),
    reach: { value: null, because: 'YouTube không cho biết số người tiếp cận qua giao diện này.' },
    reactions: amount(video.statistics?.likeCount),
    comments: amount(video.statistics?.commentCount),
    minutes: minutes.of(video.id),
  }
}

function amount(counter: string | null | undefined): Amount {
  const value = readCounter(counter)
  if (value !== null) return { value }
  return { value: null, because: 'YouTube không trả số này cho video (bị ẩn, bị tắt hoặc chưa có).' }
}

export async function audience(call: Call): Promise<Reading[]> {
  const subscribers = (await readOwnChannel(call))?.subscribers ?? null
  const hidden: Amount = { value: null, because: 'Kênh YouTube đang ẩn số người đăng ký.' }
  const followers = subscribers === null ? hidden : { value: subscribers }
  const definition = 'statistics.subscriberCount (rounded down to three digits)'
  return [{ publication: null, metric: 'followers', definition, apiVersion: API_VERSION, ...followers }]
}
