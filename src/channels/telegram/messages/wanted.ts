/** By what one part of a post is known again among the messages of the channel. */
import { z } from 'zod'
import type { Draft } from '../../contract'
import type { TelegramPost } from '../options'
import { visibleText } from '../text/html'
import type { Waiting } from './progress'

export const wanted = z.object({
  armedAt: z.string(),
  /** Stands in the part, when it is the one with the tracked link. */
  marker: z.string().nullable(),
  /** Letters and digits of its words: what a server makes of spaces and signs does not matter. */
  letters: z.string(),
  /** Messages that belong together. */
  size: z.number(),
})

export type Wanted = z.infer<typeof wanted>

/** What of a message is compared. */
export type Seen = { words: string; links: readonly string[] }

export function wantedOf(
  { post, marker }: Pick<Draft<TelegramPost>, 'post' | 'marker'>,
  { part: index, armedAt }: Waiting,
): Wanted {
  const part = post.parts[index]
  if (!part) throw new Error(`the post has no part ${index}`)
  if (part.kind === 'poll')
    return { armedAt, marker: null, letters: lettersOf([part.question, ...part.options].join(' ')), size: 1 }
  return {
    armedAt,
    marker: part.html.includes(marker) ? marker : null,
    letters: lettersOf(visibleText(part.html)),
    size: Math.max(1, part.kind === 'album' ? part.media.length : 1),
  }
}

export function isWanted({ marker, letters }: Wanted, { words, links }: Seen): boolean {
  if (marker) return [words, ...links].some((place) => place.includes(marker))
  return letters !== '' && lettersOf(words) === letters
}

function lettersOf(text: string): string {
  return text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
