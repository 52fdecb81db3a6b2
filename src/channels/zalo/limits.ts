import type { Addresses, Limits, RenditionSpec } from '../contract'

/** The article family is v2.0; there is no newer one. */
export const API_VERSION = 'v2.0'

export const addresses = {
  openapi: { variable: 'ZALO_OPENAPI_URL', fallback: 'https://openapi.zalo.me' },
  oauth: { variable: 'ZALO_OAUTH_URL', fallback: 'https://oauth.zaloapp.com' },
} as const satisfies Addresses

const ARTICLE = 'developers.zalo.me/docs/official-account/noi-dung/noi-dung-dang-bai-viet'

export const limits = {
  checkedOn: '2026-11-21',
  texts: {
    title: { max: 150, unit: 'code-point', source: ARTICLE },
    author: { max: 50, unit: 'code-point', source: ARTICLE },
    description: { max: 300, unit: 'code-point', source: ARTICLE },
  },
  media: {
    picture: { maxBytes: 1_000_000, mimeTypes: ['image/jpeg', 'image/png'], source: ARTICLE },
    video: { maxBytes: 50_000_000, mimeTypes: ['video/mp4', 'video/x-msvideo', 'video/avi'], source: ARTICLE },
  },
  /** Short, because sending again can only show the same article once more; it never makes a second one. */
  settling: { waitSeconds: 60, absenceSeconds: 180 },
  /** "Seconds to minutes" per the sheet; after half an hour a person looks. */
  processingSeconds: 1_800,
  /** Our own caution; the platform's limit is 4,000 requests a minute. */
  pacingSeconds: 10,
} as const satisfies Limits

/** 25 hours (phu-luc/cac-loai-ma-su-dung-trong-oauth), for an answer that does not say. */
export const TOKEN_LIFE_SECONDS = 90_000

/** `getslice` takes at most ten (third party). */
export const SLICE_SIZE = 10
export const MAX_SLICES = 100

/** An article is made hidden some time before it is shown, possibly in an earlier attempt. */
export const SEARCH_BACK_SECONDS = 48 * 3_600

/** While Zalo answers -214; then the attempt ends and the next one goes on from the checkpoints. */
export const VERIFY_WAITS_MS = [250, 500, 1_000, 2_000, 4_000]
export const LOOK_AGAIN_SECONDS = 30

/** An uploaded video lives seven days at Zalo (phu-luc/ma-loi, -100); one day is left for what may come between. */
export const UPLOAD_LIFE_SECONDS = 6 * 86_400
/** Uploads a month (phu-luc/ma-loi). Zalo does not tell how many are left, so we count. */
export const UPLOADS_A_MONTH = 5_000
/** For 50 MB over a slow line. */
export const UPLOAD_TIMEOUT_MS = 900_000

/** `X-RateLimit-Remain` below this share of `X-RateLimit-Limit`: the channel rests until the minute is over. */
export const NEAR_LIMIT = 0.02
export const LIMIT_WINDOW_SECONDS = 60

/** Delivery of broadcasts: 06:00 to 21:59 (gui-tin-truyen-thong-broadcast), at most five articles. */
export const NIGHT = { from: 22, to: 6, zone: 'Asia/Ho_Chi_Minh' } as const
export const MOST_BROADCAST = 5

/** Of a message to one person (v3.0/oa/message/cs). */
export const MOST_WORD_CHARACTERS = 2_000

/** City codes before the merger of 2025; whether Zalo renumbered is not documented. */
export const MOST_CITY_CODE = 63

/** The package's end is told this long before, so that a budget can still be found. */
export const PACKAGE_WARNING_DAYS = 30

export const renditions = [
  { name: 'zalo-cover', width: 1200, height: 675, format: 'jpeg', maxBytes: 1_000_000 },
  { name: 'zalo-picture', width: 1080, format: 'jpeg', maxBytes: 1_000_000 },
] as const satisfies readonly RenditionSpec[]
