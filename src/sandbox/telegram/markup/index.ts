/** Telegram's HTML parser as a witness: it shares nothing with the driver, and refuses with the words of tdlib. */
import { decodeCharacters } from './characters'
import { unparsable } from './refusal'
import { readStartTag } from './start-tag'

export type Entity = { type: string; offset: number; length: number; url?: string }

export type Marked = { text: string; entities: Entity[] }

/** What tdlib turns each tag into; where tags nest, both stand. */
const entityTypes: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
  'tg-time': 'date_time',
  span: 'spoiler',
  a: 'text_link',
}

/** As many as a message keeps; what comes later loses its look. */
const MOST_ENTITIES = 100

type Open = { name: string; offset: number; url: string }
type State = { text: string; entities: Entity[]; open: Open[] }

/** @throws TelegramRefusal `can't parse entities: …` */
export function parseMarkup(html: string): Marked {
  const state: State = { text: '', entities: [], open: [] }
  let position = 0
  while (position < html.length) {
    const next = html.indexOf('<', position)
    const end = next === -1 ? html.length : next
    state.text += decodeCharacters(html.slice(position, end))
    position = next === -1 ? end : readTag(state, html, next)
  }
  const unclosed = state.open.at(-1)
  if (unclosed) throw unparsable(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  return trim(state)
}

/** Counts as Telegram does: code points of what is left once the markup is gone. */
export function lengthOf({ text }: Pick<Marked, 'text'>): number {
  return [...text].length
}

function readTag(state: State, html: string, from: number): number {
  if (html[from + 1] === '/') return readEndTag(state, html, from)
  const { name, argument, end } = readStartTag(html, from, Object.keys(entityTypes))
  state.open.push({ name, offset: state.text.length, url: name === 'a' ? argument : '' })
  return end
}

function readEndTag(state: State, html: string, from: number): number {
  const at = Buffer.byteLength(html.slice(0, from))
  const last = state.open.pop()
  if (!last) throw unparsable(`Unexpected end tag at byte offset ${at}`)
  const [whole, name = ''] = /^<\/([^\s>]*)\s*/.exec(html.slice(from)) ?? ['</']
  const end = from + whole.length
  if (html[end] !== '>') throw unparsable(`Unclosed end tag at byte offset ${at}`)
  if (name !== '' && name.toLowerCase() !== last.name)
    throw unparsable(`Unmatched end tag at byte offset ${at}, expected "</${last.name}>", found "</${name}>"`)
  keepEntity(state, last)
  return end + 1
}

function keepEntity({ text, entities }: State, { name, offset, url }: Open): void {
  const length = text.length - offset
  const address = name === 'a' ? url || text.slice(offset) : ''
  if (length === 0 || (name === 'a' && !isAddress(address))) return
  entities.push({ type: entityTypes[name] ?? '', offset, length, ...(name === 'a' ? { url: address } : {}) })
}

/** A link that leads nowhere stays plain text. */
function isAddress(address: string): boolean {
  return /^(https?|tg|mailto|tel|ton):\S+$/i.test(address) || /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(address)
}

function trim({ text, entities }: State): Marked {
  const lead = text.length - text.trimStart().length
  const trimmed = text.trim()
  const moved = entities
    .map(({ offset, length, ...entity }) => {
      const start = Math.max(0, offset - lead)
      return { ...entity, offset: start, length: Math.min(offset - lead + length, trimmed.length) - start }
    })
    .filter(({ length }) => length > 0)
    // Of two at the same place the outer one, which was closed later, comes first.
    .toReversed()
    .toSorted((one, other) => one.offset - other.offset || other.length - one.length)
  return { text: trimmed, entities: moved.slice(0, MOST_ENTITIES) }
}
