/**
 * Rich text, flattened, → the blocks of an article. That a text block takes markup is not documented, so it is plain:
 * structure is told by signs, emphasis is dropped, an address behind words follows them in brackets.
 */
import type { Block, Item, ItemMedia, Span } from '../../contract'
import type { ArticleBlock } from '../options'

type Surroundings = { pictures: ItemMedia[]; description: string }

/**
 * The tracked link stands visibly at the end, unless the description has it already: it leads to the whole item, and a
 * lost article is found again by it.
 */
export function renderBody(item: Item, { pictures, description }: Surroundings): ArticleBlock[] {
  const told = item.body.flatMap((block) => renderBlock(block, item.media))
  const shown = new Set(item.body.flatMap((block) => (block.type === 'image' ? [block.media] : [])))
  const rest = pictures.filter(({ id }) => !shown.has(id))
  // An infographic is its pages; the words beside it say the same for those who do not see them.
  const pages = rest.filter(({ role }) => role === 'page').flatMap(toImage)
  const photos = rest.filter(({ role }) => role !== 'page').flatMap(toImage)
  const link = description.includes(item.link) ? '' : `Xem đầy đủ: ${item.link}`
  const ending = [item.signature, link].flatMap(toText)
  return [...pages, ...told, ...photos, ...ending]
}

function renderBlock(block: Block, media: ItemMedia[]): ArticleBlock[] {
  switch (block.type) {
    case 'heading':
      return toText(block.text.toLocaleUpperCase('vi'))
    case 'paragraph':
      return toText(plain(block.text, block.spans))
    case 'list':
      return toText(block.entries.map((entry, index) => renderEntry(block, { entry, index })).join('\n'))
    case 'quote':
      return toText(`“${plain(block.text, block.spans)}”`)
    case 'image':
      return media.filter(({ id }) => id === block.media).flatMap(toImage)
  }
}

type List = Extract<Block, { type: 'list' }>

function renderEntry({ ordered, spans }: List, { entry, index }: { entry: string; index: number }): string {
  return `${ordered ? `${index + 1}.` : '•'} ${plain(entry, spans?.[index])}`
}

function plain(text: string, spans: Span[] | undefined): string {
  return spans ? spans.map(withAddress).join('') : text
}

function withAddress({ text, href }: Span): string {
  if (!href || !URL.canParse(href)) return text
  const address = new URL(href).href.replace(/^(tel|mailto):/, '')
  if (text.includes(href) || text.includes(address)) return text
  const words = text.trimEnd()
  return `${words} (${address})${text.slice(words.length)}`
}

function toText(text: string): ArticleBlock[] {
  const content = text.trim().normalize('NFC')
  return content === '' ? [] : [{ type: 'text', content }]
}

function toImage({ renditions, caption, credit, alt }: ItemMedia): ArticleBlock[] {
  const chosen =
    renditions.find(({ name }) => name === 'zalo-picture') ?? renditions.find(({ name }) => name === 'original')
  if (!chosen) return []
  const words = [caption || alt, credit].map((text) => text.trim()).filter(Boolean)
  return [{ type: 'image', url: new URL(chosen.url).href, caption: words.reduce(asSentences, '').normalize('NFC') }]
}

function asSentences(before: string, words: string): string {
  if (before === '') return words
  return /[.!?…]$/.test(before) ? `${before} ${words}` : `${before}. ${words}`
}
