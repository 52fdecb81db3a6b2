/** The looks inside a block of rich text: which letters are bold or struck, and which lead somewhere. Pure. */
import type { Span } from '@/channels/contract'
import { addressOf, childrenOf, type Node } from './tree'

/** The bits of a text node's format. */
const BOLD = 1
const ITALIC = 2
const STRIKE = 4
const UNDERLINE = 8

/** In reading order, neighbours of one look joined; none inside another, so that links and looks never nest. */
export function spansOf(node: Node): Span[] {
  return piecesOf(node).reduce(append, [])
}

export function hasLook(spans: readonly Span[]): boolean {
  return spans.some(({ text: _text, ...look }) => Object.keys(look).length > 0)
}

function piecesOf(node: Node, href: string | null = null): Span[] {
  const place = addressOf(node) ?? href
  if (node.type === 'linebreak') return [spanOf('\n', 0, place)]
  if (node.text !== undefined) return [spanOf(node.text, Number(node.format) || 0, place)]
  return childrenOf(node).flatMap((child) => piecesOf(child, place))
}

function spanOf(text: string, format: number, address: string | null): Span {
  return {
    text,
    ...(format & BOLD ? { bold: true } : {}),
    ...(format & ITALIC ? { italic: true } : {}),
    ...(format & UNDERLINE ? { underline: true } : {}),
    ...(format & STRIKE ? { strike: true } : {}),
    ...(address ? { href: new URL(address).href } : {}),
  }
}

/** A tone mark that begins a stretch belongs to the letter before it, whatever that looks like. */
function append(spans: Span[], piece: Span): Span[] {
  const last = spans.at(-1)
  const marks = last ? (/^\p{M}+/u.exec(piece.text)?.[0] ?? '') : ''
  const text = piece.text.slice(marks.length)
  const before = last ? [...spans.slice(0, -1), { ...last, text: (last.text + marks).normalize('NFC') }] : spans
  if (text === '') return before
  const previous = before.at(-1)
  if (!previous || !looksLike(previous, piece)) return [...before, { ...piece, text: text.normalize('NFC') }]
  return [...before.slice(0, -1), { ...previous, text: (previous.text + text).normalize('NFC') }]
}

function looksLike(one: Span, other: Span): boolean {
  const looks = ['bold', 'italic', 'underline', 'strike', 'href'] as const
  return looks.every((look) => one[look] === other[look])
}
