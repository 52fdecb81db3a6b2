/** The editor's rich text of plain paragraphs, as Lexical stores it. */
type Node = Record<string, unknown>

const block = { direction: 'ltr', format: '', indent: 0, version: 1 }

export function richTextOfParagraphs(paragraphs: readonly string[]): { root: Node } {
  const children = paragraphs.map((paragraph) => ({
    ...block,
    type: 'paragraph',
    textFormat: 0,
    children: [textNode(paragraph)],
  }))
  return { root: { ...block, type: 'root', children } }
}

function textNode(text: string): Node {
  return { type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }
}
