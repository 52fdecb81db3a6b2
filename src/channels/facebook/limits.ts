import type { Addresses, Limits, RenditionSpec } from '../contract'

/** Current since 29/07/2026: developers.facebook.com/docs/graph-api/changelog. Pinned; a new version is a code change. */
export const API_VERSION = 'v26.0'

export const addresses = {
  graph: { variable: 'FACEBOOK_GRAPH_URL', fallback: 'https://graph.facebook.com' },
  video: { variable: 'FACEBOOK_VIDEO_URL', fallback: 'https://graph-video.facebook.com' },
  rupload: { variable: 'FACEBOOK_RUPLOAD_URL', fallback: 'https://rupload.facebook.com' },
} as const satisfies Addresses

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
  },
  /** "Wait at least 60 s and read twice" before a post counts as absent; field evidence, no official number. */
  settling: { waitSeconds: 60, absenceSeconds: 120 },
  processingSeconds: 3_600,
  /** Our own caution against 368/1390008 (posting too fast); the platform names no number. */
  pacingSeconds: 10,
} as const satisfies Limits

/** No official number; ten is what other clients allow. */
export const MAX_PHOTOS = 10

/** Unpublished photos vanish after about 24 hours (reference/page/photos): those uploaded earlier than this go up again. */
export const PHOTO_LIFE_SECONDS = 20 * 3_600

/** `created_time` has whole seconds and another clock than ours. */
export const CLOCK_SKEW_SECONDS = 300

export const renditions = [
  { name: 'facebook-photo', width: 2048, format: 'jpeg', maxBytes: 8_000_000 },
] as const satisfies readonly RenditionSpec[]
