/** Rich text as the editor stores it (a Lexical tree) → the flat blocks that every platform can render. Pure. */
import type { Block, Span } from '@/channels/contract'
import { hasLook, spansOf } from './spans'
import { addressOf, childrenOf, mediumOf, type Node } from './tree'

export function blocksOf(richText: unknown): Block[] {
  const root = (richText as { root?: Node } | null)?.root
  return (root?.children ?? []).flatMap(blockOf)
}

/** Plain text with an empty line between paragraphs, as in a transcript. */
export function paragraphsOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => ({ type: 'paragraph', text: paragraph }))
}

const makers: Readonly<Record<string, (node: Node) => Block[]>> = {
  heading: (node) => withText(node, (text) => ({ type: 'heading', level: node.tag === 'h3' ? 3 : 2, text })),
  paragraph: (node) => withText(node, (text) => ({ type: 'paragraph', text, ...looksOf(node) })),
  quote: (node) => withText(node, (text) => ({ type: 'quote', text, ...looksOf(node) })),
  list: (node) => [listOf(node)],
  upload: (node) => [{ type: 'image', media: mediumOf(node) }],
}

/** A node of a kind not listed is looked through. */
function blockOf(node: Node): Block[] {
  const make = makers[node.type ?? '']
  return make ? make(node) : childrenOf(node).flatMap(blockOf)
}

function withText(node: Node, make: (text: string) => Block): Block[] {
  const text = textOf(node)
  return text ? [make(text)] : []
}

function looksOf(node: Node): { spans?: Span[] } {
  const spans = spansOf(node)
  return hasLook(spans) ? { spans } : {}
}

function listOf(node: Node): Block {
  const items = entriesOf(node).filter((item) => textOf(item) !== '')
  const spans = items.map(spansOf)
  return {
    type: 'list',
    ordered: node.listType === 'number',
    entries: items.map(textOf),
    ...(spans.some(hasLook) ? { spans } : {}),
  }
}

/** No platform has lists within lists: the inner entries follow one by one. */
function entriesOf(list: Node): Node[] {
  return childrenOf(list).flatMap((item) => {
    const inner = childrenOf(item).filter(({ type }) => type === 'list')
    const own = { ...item, children: childrenOf(item).filter(({ type }) => type !== 'list') }
    return [...(childrenOf(own).length > 0 ? [own] : []), ...inner.flatMap(entriesOf)]
  })
}

function textOf(node: Node): string {
  if (node.type === 'linebreak') return '\n'
  const inner = node.text ?? childrenOf(node).map(textOf).join('')
  return withAddress(node, inner).normalize('NFC')
}

/** No platform's plain text can hide an address behind words, so it follows them; of a number or mailbox only what a reader dials or writes. */
function withAddress(node: Node, inner: string): string {
  const address = addressOf(node)?.replace(/^(tel|mailto):/i, '')
  return address && !inner.includes(address) ? `${inner} (${address})` : inner
}
