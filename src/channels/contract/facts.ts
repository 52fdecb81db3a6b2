/** Facts about a platform, as data, each with where and when it was read. */
import type { TextUnit } from './text'

export type Addresses = Readonly<Record<string, { variable: string; fallback: string }>>

/** How a preview is drawn: roughly as the public will see it there. `colour` is the platform's own, for its sign. */
export type Look = { shape: 'page' | 'post' | 'article' | 'video' | 'message'; colour: string }

export type TextLimit = { max: number; unit: TextUnit; source: string }

export type MediaLimit = { maxBytes: number; mimeTypes: readonly string[]; source: string }

export type Limits = {
  /** ISO date on which the facts below were read. */
  checkedOn: string
  texts: Readonly<Record<string, TextLimit>>
  media: Readonly<Record<string, MediaLimit>>
  /** An unknown outcome: first look after `waitSeconds`; absence counts once it has lasted `absenceSeconds`. */
  settling: { waitSeconds: number; absenceSeconds: number }
  /** How long `processing` may last before a person is asked. */
  processingSeconds: number
  /** The least time between two posts on one channel. */
  pacingSeconds: number
}

export type RenditionSpec = {
  /** Unique over all platforms, for example `zalo-cover`. */
  name: string
  width: number
  /** With a height the picture is cropped to exactly that shape, otherwise scaled to fit the width, never enlarged. */
  height?: number
  format: 'jpeg' | 'png' | 'webp'
  maxBytes: number
}
