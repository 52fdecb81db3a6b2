/** Rich text as the editor stores it (a Lexical tree) → the flat blocks that every platform can render. Pure. */
import type { Block } from '@/channels/contract'

type Node = { type?: string; tag?: string; text?: string; listType?: string; url?: string; fields?: { url?: string }; value?: unknown; children?: Node[] }

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

function blockOf(node: Node): Block[] {
  switch (node.type) {
    case 'heading':
      return withText(node, (text) => ({ type: 'heading', level: node.tag === 'h3' ? 3 : 2, text }))
    case 'paragraph':
      return withText(node, (text) => ({ type: 'paragraph', text }))
    case 'quote':
      return withText(node, (text) => ({ type: 'quote', text }))
    case 'list':
      return [{ type: 'list', ordered: node.listType === 'number', entries: (node.children ?? []).map(textOf).filter(Boolean) }]
    case 'upload':
      return [{ type: 'image', media: String((node.value as { id?: string } | null)?.id ?? node.value) }]
    default:
      return (node.children ?? []).flatMap(blockOf)
  }
}

function withText(node: Node, make: (text: string) => Block): Block[] {
  const text = textOf(node)
  return text ? [make(text)] : []
}

function textOf(node: Node): string {
  if (node.type === 'linebreak') return '\n'
  const inner = node.text ?? (node.children ?? []).map(textOf).join('')
  const address = node.fields?.url ?? node.url
  const isNamedLink = (node.type === 'link' || node.type === 'autolink') && address && !inner.includes(address)
  return (isNamedLink ? `${inner} (${address})` : inner).normalize('NFC')
}
