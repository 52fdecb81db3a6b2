import type { Limits, RenditionSpec } from '../contract'

const API = 'https://core.telegram.org/bots/api'
const MEGABYTE = 1024 * 1024

/** Raw text longer than this is refused before it is parsed (tdlib/telegram-bot-api). */
export const RAW_BYTES = 32_768
export const PHOTO_SIDES = 10_000
export const PHOTO_RATIO = 20

export const limits = {
  checkedOn: '2026-11-21',
  texts: {
    text: { max: 4096, unit: 'code-point', source: `${API}#sendmessage` },
    caption: { max: 1024, unit: 'code-point', source: `${API}#sendphoto` },
  },
  media: {
    photo: {
      maxBytes: 10 * MEGABYTE,
      mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
      source: `${API}#sendphoto`,
    },
    video: { maxBytes: 50 * MEGABYTE, mimeTypes: ['video/mp4'], source: `${API}#sendvideo` },
  },
  settling: { waitSeconds: 60, absenceSeconds: 180 },
  processingSeconds: 3600,
  // About 20 messages a minute into one chat; the exact figure is unpublished, a 429 decides.
  pacingSeconds: 3,
} as const satisfies Limits

export const renditions = [
  { name: 'telegram-photo', width: 1280, format: 'jpeg', maxBytes: 5 * MEGABYTE },
] as const satisfies readonly RenditionSpec[]
