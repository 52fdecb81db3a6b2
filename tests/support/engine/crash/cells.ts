/** What the crash matrix crosses: every shape that a driver sends in a way of its own, answered or with its answer lost. */
import { ARMED, type Item } from '@/channels/contract'
import type { Stage } from '..'
import type { PlatformName } from '../places'
import type { Effect } from './effects'

export type Cell = {
  name: string
  platform: PlatformName
  item: Partial<Item>
  /** The platform takes the request that makes the post visible, and its answer never comes back. */
  losesAnswer: boolean
}

const long = 'Bà con không chuyển tiền cho người lạ và báo ngay cho công an xã. '.repeat(30)

/**
 * Places in a story at which a worker may end: the first and the last time of each effect, since what lies between is the
 * same loop. Of a send whose answer is lost, only those after the loss; those before are the same as in the answered one.
 */
export function pointsOf({ losesAnswer }: Cell, effects: readonly Effect[]): number[] {
  const from = losesAnswer ? effects.findIndex((effect) => effect.endsWith(` ${ARMED}`)) + 2 : 0
  const names = effects.map(withoutNumbers)
  return names.flatMap((name, place) =>
    place >= from && (names.indexOf(name) === place || names.lastIndexOf(name) === place) ? [place] : [],
  )
}

/** Ids of accounts and posts differ, the call is the same. */
function withoutNumbers(effect: Effect): string {
  return effect.replaceAll(/\d{4,}\S*/g, '…')
}

/** Of each way of being looked for, one. */
const lost = new Set([
  'site, text',
  'facebook, photo',
  'facebook, reel',
  'zalo, article',
  'youtube, video',
  'telegram, text',
  'telegram, photo and a long text',
])

export function cellsOf({ media: { photo, video } }: Pick<Stage, 'media'>): Cell[] {
  const upright = { ...video, renditions: video.renditions.map((one) => ({ ...one, width: 1080, height: 1920 })) }
  const written = { title: '', text: `${long}\n{link}`, options: {} }
  const reel = { title: '', text: '', options: { presentation: 'reel' } }
  const shapes: [string, PlatformName, Partial<Item>][] = [
    ['text', 'site', {}],
    ['photo', 'site', { media: [photo] }],
    ['text', 'facebook', {}],
    ['photo', 'facebook', { media: [photo] }],
    ['video', 'facebook', { kind: 'clips', media: [video, photo] }],
    ['reel', 'facebook', { kind: 'clips', media: [upright], variant: reel }],
    ['article', 'zalo', { media: [photo] }],
    ['video', 'zalo', { kind: 'clips', media: [video, photo] }],
    ['video', 'youtube', { kind: 'clips', media: [video] }],
    ['text', 'telegram', {}],
    ['photo', 'telegram', { media: [photo] }],
    ['photo and a long text', 'telegram', { media: [photo], variant: written }],
    ['video', 'telegram', { kind: 'clips', media: [video] }],
  ]
  return shapes.flatMap(([shape, platform, item]) => {
    const name = `${platform}, ${shape}`
    const answered = { name, platform, item, losesAnswer: false }
    return lost.has(name) ? [answered, { name: `${name}, answer lost`, platform, item, losesAnswer: true }] : [answered]
  })
}
