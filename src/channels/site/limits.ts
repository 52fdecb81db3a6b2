import type { Limits, RenditionSpec } from '../contract'

const OURS = 'our own site: src/app/(site)'
const KILOBYTE = 1024

export const siteLimits = {
  checkedOn: '2026-11-22',
  texts: {
    title: { max: 200, unit: 'code-point', source: OURS },
    lead: { max: 500, unit: 'code-point', source: OURS },
    text: { max: 200_000, unit: 'code-point', source: OURS },
  },
  media: {
    picture: {
      maxBytes: 20 * KILOBYTE * KILOBYTE,
      mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
      source: OURS,
    },
    video: {
      maxBytes: 2048 * KILOBYTE * KILOBYTE,
      mimeTypes: ['video/mp4'],
      source: 'what every browser plays without a plug-in',
    },
    document: { maxBytes: 50 * KILOBYTE * KILOBYTE, mimeTypes: ['application/pdf'], source: OURS },
    captions: { maxBytes: 10 * KILOBYTE * KILOBYTE, mimeTypes: ['text/vtt'], source: 'HTML: the track element' },
  },
  settling: { waitSeconds: 5, absenceSeconds: 20 },
  processingSeconds: 60,
  pacingSeconds: 0,
} as const satisfies Limits

/** Readers on slow phones: a page's pictures together should stay below one megabyte. */
export const siteRenditions: readonly RenditionSpec[] = [
  { name: 'site-wide', width: 1600, format: 'webp', maxBytes: 500 * KILOBYTE },
  { name: 'site-card', width: 640, height: 360, format: 'webp', maxBytes: 80 * KILOBYTE },
  { name: 'site-poster', width: 1280, height: 720, format: 'webp', maxBytes: 150 * KILOBYTE },
]
