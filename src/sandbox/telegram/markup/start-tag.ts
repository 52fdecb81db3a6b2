/** A start tag with its attributes, character by character as in tdlib's `MessageEntity.cpp`. */
import { decodeCharacters } from './characters'
import { unparsable } from './refusal'

export type StartTag = {
  name: string
  /** Of the one attribute that counts for this tag: an address, a class; empty when there is none. */
  argument: string
  /** Where the text goes on. */
  end: number
}

type Reading = { html: string; position: number; name: string; at: number }

const counted: Readonly<Record<string, string>> = { a: 'href', span: 'class', code: 'class', 'tg-emoji': 'emoji-id' }

/** @throws TelegramRefusal */
export function readStartTag(html: string, from: number, known: readonly string[]): StartTag {
  const at = Buffer.byteLength(html.slice(0, from))
  const name = /^[^\s>]*/.exec(html.slice(from + 1))?.[0] ?? ''
  const reading: Reading = { html, position: from + 1 + name.length, name: name.toLowerCase(), at }
  if (reading.position >= html.length) throw unparsable(`Unclosed start tag at byte offset ${at}`)
  if (!known.includes(reading.name)) throw unparsable(`Unsupported start tag "${reading.name}" at byte offset ${at}`)
  const argument = readAttributes(reading)
  if (reading.name === 'span' && argument !== 'tg-spoiler')
    throw unparsable(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`)
  return { name: reading.name, argument, end: reading.position + 1 }
}

function readAttributes(reading: Reading): string {
  let argument = ''
  skipSpace(reading)
  while (reading.html[reading.position] !== '>') {
    const { name, value } = readAttribute(reading)
    if (name === counted[reading.name]) argument = value
    skipSpace(reading)
  }
  return argument
}

function readAttribute(reading: Reading): { name: string; value: string } {
  const name = take(reading, /^[^\s=>/"']*/).toLowerCase()
  if (name === '')
    throw isOver(reading)
      ? unclosed(reading)
      : unparsable(`Empty attribute name in the tag "${reading.name}" at byte offset ${reading.at}`)
  skipSpace(reading)
  if (reading.html[reading.position] !== '=') {
    if (isOver(reading)) throw unclosed(reading)
    return { name, value: '' }
  }
  reading.position += 1
  skipSpace(reading)
  if (isOver(reading)) throw unclosed(reading)
  const value = readValue(reading)
  if (isOver(reading)) throw unparsable(`Unclosed start tag at byte offset ${reading.at}`)
  return { name, value }
}

function readValue(reading: Reading): string {
  const quote = reading.html[reading.position]
  if (quote !== '"' && quote !== "'") return readToken(reading)
  reading.position += 1
  const end = reading.html.indexOf(quote, reading.position)
  const value = reading.html.slice(reading.position, end === -1 ? undefined : end)
  reading.position = end === -1 ? reading.html.length : end + 1
  return decodeCharacters(value)
}

function readToken(reading: Reading): string {
  const at = Buffer.byteLength(reading.html.slice(0, reading.position))
  const token = take(reading, /^[A-Za-z0-9.-]*/)
  const next = reading.html[reading.position]
  if (next !== undefined && next !== '>' && !/\s/.test(next))
    throw unparsable(`Unexpected end of name token at byte offset ${at}`)
  return token.toLowerCase()
}

function take(reading: Reading, pattern: RegExp): string {
  const found = pattern.exec(reading.html.slice(reading.position))?.[0] ?? ''
  reading.position += found.length
  return found
}

function skipSpace(reading: Reading): void {
  take(reading, /^\s*/)
}

function isOver({ html, position }: Reading): boolean {
  return position >= html.length
}

function unclosed({ name, at }: Reading) {
  return unparsable(`Unclosed start tag "${name}" at byte offset ${at}`)
}
