import type { Addresses, Limits, RenditionSpec } from '../contract'

/** Current since 29/07/2026: developers.facebook.com/docs/graph-api/changelog. Pinned; a new version is a code change. */
export const API_VERSION = 'v26.0'

export const addresses = {
  graph: { variable: 'FACEBOOK_GRAPH_URL', fallback: 'https://graph.facebook.com' },
  video: { variable: 'FACEBOOK_VIDEO_URL', fallback: 'https://graph-video.facebook.com' },
  rupload: { variable: 'FACEBOOK_RUPLOAD_URL', fallback: 'https://rupload.facebook.com' },
  web: { variable: 'FACEBOOK_WEB_URL', fallback: 'https://www.facebook.com' },
  dialog: { variable: 'FACEBOOK_DIALOG_URL', fallback: 'https://www.facebook.com' },
} as const satisfies Addresses

const REELS = 'developers.facebook.com/documentation/video-api/guides/reels-publishing'

export const limits = {
  checkedOn: '2026-11-22',
  texts: {
    message: {
      max: 63_206,
      unit: 'code-point',
      source: 'github.com/gitroomhq/postiz-app (third party; the reference names none)',
    },
  },
  media: {
    photo: {
      maxBytes: 10_000_000,
      mimeTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/bmp', 'image/tiff'],
      source: 'developers.facebook.com/docs/graph-api/reference/page/photos',
    },
    /** 10 GB and 4 hours by the guide of 2026; the page of error codes (2020) still says 2 GB. */
    video: {
      maxBytes: 10_000_000_000,
      mimeTypes: ['video/mp4', 'video/quicktime'],
      source: 'developers.facebook.com/docs/video-api/guides/publishing',
    },
    reel: { maxBytes: 10_000_000_000, mimeTypes: ['video/mp4', 'video/quicktime'], source: REELS },
  },
  /**
   * "Wait at least 60 s and read twice" before a post counts as absent; field evidence, no official number. Absence lasts
   * longer than the minutes by which a list was seen to lag.
   */
  settling: { waitSeconds: 60, absenceSeconds: 300 },
  /** A long film is transcoded for hours. */
  processingSeconds: 6 * 3_600,
  /** Our own caution against 368/1390008 (posting too fast); the platform names no number. */
  pacingSeconds: 10,
} as const satisfies Limits

/** No official number; ten is what other clients allow. */
export const MAX_PHOTOS = 10

export const VIDEO_SECONDS = 4 * 3_600

/** Old samples say 4-60 s; the guide's 3-90 s is newer. Frames per second (24-60) are not known before the upload. */
export const REEL = {
  seconds: { from: 3, to: 90 },
  width: 540,
  height: 960,
  ratio: 9 / 16,
  tolerance: 0.01,
  source: REELS,
}

/** API-published reels of one Page in a moving day; checked by the platform when a reel is finished. */
export const REELS_A_DAY = 30

/** Unpublished photos vanish after about 24 hours (reference/page/photos): those uploaded earlier than this go up again. */
export const PHOTO_LIFE_SECONDS = 20 * 3_600

/** `created_time` has whole seconds and another clock than ours. */
export const CLOCK_SKEW_SECONDS = 300

export const renditions = [
  { name: 'facebook-photo', width: 2048, format: 'jpeg', maxBytes: 8_000_000 },
] as const satisfies readonly RenditionSpec[]
