import type { Addresses, DraftMedia, Limits, RenditionSpec } from '../contract'

export const API_VERSION = 'v3'

export const addresses = {
  api: { variable: 'GOOGLE_API_URL', fallback: 'https://www.googleapis.com' },
  oauth: { variable: 'GOOGLE_OAUTH_URL', fallback: 'https://oauth2.googleapis.com' },
  accounts: { variable: 'GOOGLE_ACCOUNTS_URL', fallback: 'https://accounts.google.com' },
  analytics: { variable: 'YOUTUBE_ANALYTICS_URL', fallback: 'https://youtubeanalytics.googleapis.com' },
  /** The API names no address of the page where a video is watched. */
  watch: { variable: 'YOUTUBE_WATCH_URL', fallback: 'https://www.youtube.com' },
} as const satisfies Addresses

const DOCS = 'developers.google.com/youtube/v3'
const VIDEO = `${DOCS}/docs/videos`

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
    thumbnail: {
      maxBytes: 52_428_800,
      mimeTypes: ['image/jpeg', 'image/png'],
      source: `${DOCS}/docs/thumbnails/set; 50 MB since 2026-09-14`,
    },
    captions: {
      maxBytes: 104_857_600,
      mimeTypes: ['application/x-subrip', 'text/srt', 'text/vtt', 'text/plain'],
      source: `${DOCS}/docs/captions/insert`,
    },
  },
  /** The upload session tells for certain, so little waiting is needed; the lag of the list is kept in `find`. */
  settling: { waitSeconds: 15, absenceSeconds: 60 },
  processingSeconds: 6 * 3_600,
  pacingSeconds: 30,
} as const satisfies Limits

export const THUMBNAIL = 'youtube-thumbnail'

export const renditions = [
  { name: THUMBNAIL, width: 1280, height: 720, format: 'jpeg', maxBytes: 2_000_000 },
] as const satisfies readonly RenditionSpec[]

/** A channel's own limit; above 15 minutes only verified channels, which `check` looks at. */
export const LONGEST_SECONDS = 12 * 3_600

/** Chunks must be multiples of 262,144 bytes; one chunk is all that an upload holds in memory. */
export const CHUNK_BYTES = 16 * 262_144

/** Our own caution: lists lag behind by minutes, Google names no number. */
export const LIST_LAG_SECONDS = 600

/** `publishedAt` has whole seconds and another clock than ours. */
export const CLOCK_SKEW_SECONDS = 300

/** Units of each call: developers.google.com/youtube/v3/determine_quota_cost. */
export const COSTS = { list: 1, captionsList: 50, write: 50, captionsInsert: 400, captionsUpdate: 450 } as const

/** As the platform counts: commas between tags, and two quotes around a tag with a space. */
export function tagLength(tags: readonly string[]): number {
  const lengths = tags.map((tag) => tag.length + (tag.includes(' ') ? 2 : 0))
  return lengths.reduce((total, length) => total + length, Math.max(0, tags.length - 1))
}

const SHORT_SECONDS = 180

/** There is no flag for it: square or upright and up to three minutes is a Short by itself (support.google.com/youtube/answer/15424877). */
export function isShort({ width, height, duration }: DraftMedia): boolean {
  if (width === null || height === null || duration === null) return false
  return height >= width && duration <= SHORT_SECONDS
}
