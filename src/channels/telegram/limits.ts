import type { Limits, RenditionSpec } from '../contract'

const API = 'https://core.telegram.org/bots/api'
const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE

/** Raw text longer than this is refused before it is parsed (tdlib/telegram-bot-api). */
export const RAW_BYTES = 32_768
/** Width and height together; https://core.telegram.org/bots/api#sendphoto */
export const PHOTO_SIDES = 10_000
export const PHOTO_RATIO = 20
/** What comes later loses its look (observed; no word about it in the documentation). */
export const MOST_ENTITIES = 100
/** https://core.telegram.org/bots/api#sendmediagroup */
export const ALBUM = { least: 2, most: 10 }
/** https://core.telegram.org/bots/api#sendpoll allows one option; a question with one answer is none. */
export const POLL = { least: 2, most: 12 }
/** Ours: a longer text is no post any more. */
export const MOST_TEXTS = 4
/** Width and height of a thumbnail; https://core.telegram.org/bots/api#sendvideo */
export const THUMBNAIL_SIDE = 320
/** Older posts may be deleted only with the right to delete; https://core.telegram.org/bots/api#deletemessage */
export const DELETE_HOURS = 48

export const limits = {
  checkedOn: '2026-11-22',
  texts: {
    text: { max: 4096, unit: 'code-point', source: `${API}#sendmessage` },
    caption: { max: 1024, unit: 'code-point', source: `${API}#sendphoto` },
    pollQuestion: { max: 300, unit: 'code-point', source: `${API}#sendpoll` },
    pollOption: { max: 100, unit: 'code-point', source: `${API}#inputpolloption` },
  },
  media: {
    photo: {
      maxBytes: 10 * MEGABYTE,
      mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
      source: `${API}#sendphoto`,
    },
    video: { maxBytes: 50 * MEGABYTE, mimeTypes: ['video/mp4'], source: `${API}#sendvideo` },
    document: { maxBytes: 50 * MEGABYTE, mimeTypes: ['application/pdf'], source: `${API}#senddocument` },
  },
  settling: { waitSeconds: 60, absenceSeconds: 180 },
  processingSeconds: 3600,
  // About 20 messages a minute into one chat; the exact figure is unpublished, a 429 decides.
  pacingSeconds: 3,
} as const satisfies Limits

export const renditions = [
  { name: 'telegram-photo', width: 1280, format: 'jpeg', maxBytes: 5 * MEGABYTE },
  { name: 'telegram-thumbnail', width: THUMBNAIL_SIDE, format: 'jpeg', maxBytes: 190 * KILOBYTE },
] as const satisfies readonly RenditionSpec[]
