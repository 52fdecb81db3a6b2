/** The HTML that Telegram takes: few tags, balanced, everything else escaped. https://core.telegram.org/bots/api#html-style */

const plainTags = new Set([
  'b',
  'strong',
  'i',
  'em',
  'u',
  'ins',
  's',
  'strike',
  'del',
  'code',
  'pre',
  'blockquote',
  'tg-spoiler',
  'a',
])
const verbatimTags = new Set(['code', 'pre'])
const tagPattern = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^<>]*)?)\/?>/g
const entityPattern = /&(?!(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/g

type Tag = { closing: boolean; name: string; attributes: string; source: string }

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Keeps every word; keeps the allowed tags, closes what is open, and shows any other tag as the text it is. */
export function sanitise(html: string): string {
  const open: string[] = []
  let clean = ''
  let position = 0
  for (const match of html.matchAll(tagPattern)) {
    clean += escapeLoose(html.slice(position, match.index))
    position = match.index + match[0].length
    clean += rewrite(
      { closing: match[1] === '/', name: (match[2] ?? '').toLowerCase(), attributes: match[3] ?? '', source: match[0] },
      open,
    )
  }
  clean += escapeLoose(html.slice(position))
  return clean + closeTo(open, 0)
}

/** What a reader sees of HTML that `sanitise` made. */
export function visibleText(html: string): string {
  return decodeEntities(html.replaceAll(/<[^>]*>/g, ''))
}

function rewrite(tag: Tag, open: string[]): string {
  if (tag.name === 'br') return '\n'
  const insideVerbatim = open.some((name) => verbatimTags.has(name)) && !(tag.closing && open.includes(tag.name))
  if (insideVerbatim || !plainTags.has(tag.name)) return escapeHtml(tag.source)
  return tag.closing ? close(tag.name, open) : start(tag, open)
}

function start({ name, attributes }: Tag, open: string[]): string {
  const address = name === 'a' ? hrefOf(attributes) : ''
  if (address === null || open.includes(name)) return ''
  open.push(name)
  return name === 'a' ? `<a href="${address}">` : `<${name}>`
}

function close(name: string, open: string[]): string {
  const index = open.lastIndexOf(name)
  return index === -1 ? '' : closeTo(open, index)
}

function closeTo(open: string[], index: number): string {
  return open
    .splice(index)
    .toReversed()
    .map((name) => `</${name}>`)
    .join('')
}

/** Null when there is no address that a reader may follow. */
function hrefOf(attributes: string): string | null {
  const found = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)
  const address = decodeEntities(found?.[1] ?? found?.[2] ?? '').trim()
  return /^(https?:\/\/|mailto:|tel:)/i.test(address) ? escapeHtml(address) : null
}

function escapeLoose(text: string): string {
  return text.replaceAll(entityPattern, '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const named: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:(?:lt|gt|amp|quot)|#(x?[0-9a-fA-F]{1,7}));/g, (source, number: string | undefined) =>
    number === undefined ? (named[source] ?? source) : characterOf(number, source),
  )
}

function characterOf(number: string, source: string): string {
  const point = number.startsWith('x') ? Number.parseInt(number.slice(1), 16) : Number(number)
  return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : source
}
