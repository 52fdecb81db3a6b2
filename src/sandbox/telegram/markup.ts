/** Telegram's HTML parser as a witness: it shares nothing with the driver, and refuses with the messages of tdlib. */
import { badRequest } from './answers'

export type Entity = { type: string; offset: number; length: number; url?: string }

export type Marked = { text: string; entities: Entity[] }

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
  span: 'spoiler',
  a: 'text_link',
}
const characters: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }

type Open = { name: string; offset: number; url: string | undefined }
type State = { text: string; entities: Entity[]; open: Open[] }
type Tag = { source: string; at: number }

/** @throws TelegramRefusal `can't parse entities: …` */
export function parseMarkup(html: string): Marked {
  const state: State = { text: '', entities: [], open: [] }
  let position = 0
  while (position < html.length) {
    const next = html.indexOf('<', position)
    const end = next === -1 ? html.length : next
    state.text += decode(html.slice(position, end))
    position = next === -1 ? end : readTag(state, html, next)
  }
  const unclosed = state.open.at(-1)
  if (unclosed) throw unparsable(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  return trim(state)
}

/** Counts as Telegram does: code points of what is left once the markup is gone. */
export function lengthOf({ text }: Marked): number {
  return [...text].length
}

function readTag(state: State, html: string, from: number): number {
  const to = html.indexOf('>', from)
  const at = Buffer.byteLength(html.slice(0, from))
  if (to === -1) throw unparsable(`Unclosed start tag at byte offset ${at}`)
  const source = html.slice(from + 1, to)
  if (source.startsWith('/')) closeTag(state, { source: source.slice(1).trim().toLowerCase(), at })
  else openTag(state, { source, at })
  return to + 1
}

function openTag(state: State, { source, at }: Tag): void {
  const name = (/^[^\s/]*/.exec(source)?.[0] ?? '').toLowerCase()
  if (!entityTypes[name]) throw unparsable(`Unsupported start tag "${name}" at byte offset ${at}`)
  if (name === 'span' && !/class\s*=\s*["']tg-spoiler["']/.test(source))
    throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`)
  state.open.push({ name, offset: state.text.length, url: name === 'a' ? addressOf(source) : undefined })
}

function addressOf(source: string): string {
  const quoted = /href\s*=\s*(["'])(.*?)\1/.exec(source)
  return decode(quoted?.[2] ?? '')
}

function closeTag(state: State, { source, at }: Tag): void {
  const last = state.open.pop()
  if (!last) throw unparsable(`Unexpected end tag at byte offset ${at}`)
  if (source !== '' && source !== last.name)
    throw unparsable(`Unmatched end tag at byte offset ${at}, expected "</${last.name}>", found "</${source}>"`)
  const length = state.text.length - last.offset
  if (length === 0) return
  const link = last.url ? { url: last.url } : {}
  state.entities.push({ type: entityTypes[last.name] ?? '', offset: last.offset, length, ...link })
}

function decode(text: string): string {
  return text.replaceAll(/&(?:(?:lt|gt|amp|quot)|#(\d{1,6}));/g, (entity, code: string | undefined) =>
    code ? String.fromCodePoint(Number(code)) : (characters[entity] ?? entity),
  )
}

function trim({ text, entities }: State): Marked {
  const lead = text.length - text.trimStart().length
  return {
    text: text.trim(),
    entities: entities.map((entity) => ({ ...entity, offset: Math.max(0, entity.offset - lead) })),
  }
}

function unparsable(reason: string) {
  return badRequest(`can't parse entities: ${reason}`)
}
