/** Rich text as the editor stores it (a Lexical tree) → the flat blocks that every platform can render. Pure. */
import type { Block } from '@/channels/contract'

type Node = {
  type?: string
  tag?: string
  text?: string
  listType?: string
  url?: string
  fields?: { url?: string }
  value?: unknown
  children?: Node[]
}

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
  paragraph: (node) => withText(node, (text) => ({ type: 'paragraph', text })),
  quote: (node) => withText(node, (text) => ({ type: 'quote', text })),
  list: (node) => [
    { type: 'list', ordered: node.listType === 'number', entries: childrenOf(node).map(textOf).filter(Boolean) },
  ],
  upload: (node) => [{ type: 'image', media: String((node.value as { id?: string } | null)?.id ?? node.value) }],
}

/** A node of a kind not listed is looked through. */
function blockOf(node: Node): Block[] {
  const make = makers[node.type ?? '']
  return make ? make(node) : childrenOf(node).flatMap(blockOf)
}

function childrenOf(node: Node): Node[] {
  return node.children ?? []
}

function withText(node: Node, make: (text: string) => Block): Block[] {
  const text = textOf(node)
  return text ? [make(text)] : []
}

function textOf(node: Node): string {
  if (node.type === 'linebreak') return '\n'
  const inner = node.text ?? childrenOf(node).map(textOf).join('')
  return withAddress(node, inner).normalize('NFC')
}

/** No platform's plain text can hide an address behind words, so it follows them. */
function withAddress(node: Node, inner: string): string {
  const address = node.fields?.url ?? node.url
  const isLink = node.type === 'link' || node.type === 'autolink'
  return isLink && address && !inner.includes(address) ? `${inner} (${address})` : inner
}
