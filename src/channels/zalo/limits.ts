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

export const renditions = [
  { name: 'zalo-cover', width: 1200, height: 675, format: 'jpeg', maxBytes: 1_000_000 },
  { name: 'zalo-picture', width: 1080, format: 'jpeg', maxBytes: 1_000_000 },
] as const satisfies readonly RenditionSpec[]
