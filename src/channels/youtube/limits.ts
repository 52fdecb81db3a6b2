import type { Addresses, Limits } from '../contract'

export const API_VERSION = 'v3'

export const addresses = {
  api: { variable: 'GOOGLE_API_URL', fallback: 'https://www.googleapis.com' },
  oauth: { variable: 'GOOGLE_OAUTH_URL', fallback: 'https://oauth2.googleapis.com' },
  analytics: { variable: 'YOUTUBE_ANALYTICS_URL', fallback: 'https://youtubeanalytics.googleapis.com' },
  /** The API names no address of the page where a video is watched. */
  watch: { variable: 'YOUTUBE_WATCH_URL', fallback: 'https://www.youtube.com' },
} as const satisfies Addresses

const VIDEO = 'developers.google.com/youtube/v3/docs/videos'

export const limits = {
  checkedOn: '2026-11-22',
  texts: {
    title: { max: 100, unit: 'utf16', source: VIDEO },
    description: { max: 5000, unit: 'byte', source: VIDEO },
    /** Counted over all tags together, see `tagLength`. */
    tags: { max: 500, unit: 'utf16', source: VIDEO },
  },
  media: {
    video: {
      maxBytes: 274_877_906_944,
      mimeTypes: ['video/mp4', 'video/quicktime', 'video/webm', 'video/mpeg'],
      source: 'discovery document youtube v3, revision 20260924',
    },
  },
  /** The upload session tells for certain, so little waiting is needed; the lag of the list is kept in `find`. */
  settling: { waitSeconds: 15, absenceSeconds: 60 },
  processingSeconds: 6 * 3_600,
  pacingSeconds: 30,
} as const satisfies Limits

/** Chunks must be multiples of 262,144 bytes; one chunk is all that an upload holds in memory. */
export const CHUNK_BYTES = 32 * 262_144

/** Our own caution: the list of uploads lags behind by minutes, Google names no number. */
export const LIST_LAG_SECONDS = 600

/** `publishedAt` has whole seconds and another clock than ours. */
export const CLOCK_SKEW_SECONDS = 300

/** As the platform counts: commas between tags, and two quotes around a tag with a space. */
export function tagLength(tags: readonly string[]): number {
  const lengths = tags.map((tag) => tag.length + (tag.includes(' ') ? 2 : 0))
  return lengths.reduce((total, length) => total + length, Math.max(0, tags.length - 1))
}
