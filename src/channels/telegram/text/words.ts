/** What a post says: title, the editor's own words or the lead, the body when it is wanted, link, hashtags, signature. */
import type { Item } from '../../contract'
import { blockHtml } from './blocks'
import { escapeHtml, sanitise } from './html'

export type Extent = 'lead' | 'whole'

/** An editor's own text says everything itself, unless it came with a title of its own. */
export function titleOf(item: Item): string {
  if (item.variant.title) return headline(item)
  return item.variant.text.trim() ? '' : headline(item)
}

/** In place of the whole text, below a picture that it does not fit under. */
export function headline(item: Item): string {
  return `<b>${escapeHtml((item.variant.title || item.title).trim())}</b>`.normalize('NFC')
}

export function bodyOf(item: Item, extent: Extent): string {
  const own = item.variant.text.trim()
  const opening = own ? sanitise(own.replaceAll('{link}', escapeHtml(item.link))) : escapeHtml(item.lead)
  const body = extent === 'whole' ? item.body.map(blockHtml) : []
  const isLinked = opening.includes(escapeHtml(item.link))
  const words = own ? '' : hashtags(item)
  // The tracked link always stands in the post: it is how a reader goes on and how a lost post is found again.
  return join(opening, ...body, isLinked ? '' : escapeHtml(item.link), words, escapeHtml(item.signature))
}

/** Telegram trims what it stores; so do we, or the stored text would not be ours byte for byte. */
export function join(...pieces: string[]): string {
  return pieces
    .map((piece) => piece.trim())
    .filter(Boolean)
    .join('\n\n')
    .normalize('NFC')
}

function hashtags({ hashtags: words }: Item): string {
  return escapeHtml(words.map((word) => (word.startsWith('#') ? word : `#${word}`)).join(' '))
}
