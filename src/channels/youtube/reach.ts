/** YouTube's counters → ours. They are strings of digits; a counter that is hidden or switched off is left out. */
import type { Call, Live, Metric, Reading } from '../contract'
import { listVideos, readOwnChannel, type Video } from './api'
import { API_VERSION } from './limits'

const MOST_IDS = 50

const DEFINITIONS = {
  views: 'statistics.viewCount (playback starts of all formats, since 2026-08-27)',
  reach: 'none',
  reactions: 'statistics.likeCount',
  comments: 'statistics.commentCount',
} as const satisfies Partial<Record<Metric, string>>

type Measured = keyof typeof DEFINITIONS
type Amount = { value: number } | { value: null; because: string }

export async function measure(posts: readonly Live[], call: Call): Promise<Reading[]> {
  const readings: Reading[] = []
  for (let start = 0; start < posts.length; start += MOST_IDS) {
    const some = posts.slice(start, start + MOST_IDS)
    const videos = await listVideos(call, { ids: some.map(({ remoteId }) => remoteId), part: 'statistics' })
    readings.push(
      ...some.flatMap((post) =>
        toReadings(
          post,
          videos.find(({ id }) => id === post.remoteId),
        ),
      ),
    )
  }
  return readings
}

function toReadings(post: Live, video: Video | undefined): Reading[] {
  const amounts = amountsOf(video)
  return (Object.keys(DEFINITIONS) as Measured[]).map((metric) => ({
    publication: post.publication,
    metric,
    definition: DEFINITIONS[metric],
    apiVersion: API_VERSION,
    ...amounts[metric],
  }))
}

function amountsOf(video: Video | undefined): Record<Measured, Amount> {
  if (!video) {
    const gone: Amount = { value: null, because: 'Video không còn trên YouTube.' }
    return { views: gone, reach: gone, reactions: gone, comments: gone }
  }
  return {
    views: amount(video.statistics?.viewCount),
    reach: { value: null, because: 'YouTube không cho biết số người tiếp cận qua giao diện này.' },
    reactions: amount(video.statistics?.likeCount),
    comments: amount(video.statistics?.commentCount),
  }
}

function amount(counter: string | null | undefined): Amount {
  if (counter && /^\d+$/.test(counter)) return { value: Number(counter) }
  return { value: null, because: 'YouTube không trả số này cho video (bị ẩn, bị tắt hoặc chưa có).' }
}

export async function audience(call: Call): Promise<Reading[]> {
  const channel = await readOwnChannel(call)
  const hidden: Amount = { value: null, because: 'Kênh YouTube đang ẩn số người đăng ký.' }
  const followers = channel?.subscribers ? amount(channel.subscribers) : hidden
  const definition = 'statistics.subscriberCount (rounded down to three digits)'
  return [{ publication: null, metric: 'followers', definition, apiVersion: API_VERSION, ...followers }]
}
