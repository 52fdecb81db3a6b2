/** The editor's rich text as Telegram's own few tags: one piece of balanced HTML a block. */
import type { Block, Span } from '../../contract'
import { escapeHtml } from './html'

export function blockHtml(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<b>${escapeHtml(block.text)}</b>`
    case 'paragraph':
      return words(block.text, block.spans)
    case 'quote':
      return `<blockquote>${words(block.text, block.spans)}</blockquote>`
    case 'list':
      return block.entries
        .map((entry, index) => `${block.ordered ? `${index + 1}.` : '•'} ${words(entry, block.spans?.[index])}`)
        .join('\n')
    // Pictures go out as messages of their own.
    case 'image':
      return ''
  }
}

function words(text: string, spans: readonly Span[] | undefined): string {
  return spans ? spans.map(spanHtml).join('') : escapeHtml(text)
}

const tags = [
  ['strike', 's'],
  ['underline', 'u'],
  ['italic', 'i'],
  ['bold', 'b'],
] as const

function spanHtml(span: Span): string {
  const dressed = tags.reduce(
    (html, [look, tag]) => (span[look] ? `<${tag}>${html}</${tag}>` : html),
    escapeHtml(span.text),
  )
  const address = span.href?.trim() ?? ''
  return /^(https?:\/\/|mailto:|tel:)/i.test(address) ? `<a href="${escapeHtml(address)}">${dressed}</a>` : dressed
}
