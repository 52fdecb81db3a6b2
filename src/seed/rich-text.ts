/** Plain text of the sample → the editor's rich text: short paragraphs of a few sentences. */

type Node = Record<string, unknown>

const block = { direction: 'ltr', format: '', indent: 0, version: 1 }

export function richTextOf(text: string): { root: Node } {
  const children = paragraphsOf(text).map((paragraph) => ({
    ...block,
    type: 'paragraph',
    textFormat: 0,
    children: [textNode(paragraph)],
  }))
  return { root: { ...block, type: 'root', children } }
}

/** Three sentences at a time; line breaks of the sample start a new paragraph. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).flatMap((line) => {
    const sentences = line.split(/(?<=[.!?…”])\s+(?=[\p{Lu}“])/u)
    return Array.from({ length: Math.ceil(sentences.length / 3) }, (_, index) =>
      sentences.slice(index * 3, index * 3 + 3).join(' '),
    )
  })
}

function textNode(text: string): Node {
  return { type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }
}
