/** A node of the editor's tree (Lexical), as far as we read it. */
export type Node = {
  type?: string
  tag?: string
  text?: string
  /** Of text: one bit for each look. */
  format?: number | string
  listType?: string
  url?: string
  fields?: { url?: string }
  value?: unknown
  children?: Node[]
}

export function childrenOf(node: Node): Node[] {
  return node.children ?? []
}

/** The node and everything below it, as it is read. */
export function nodesOf(node: Node): Node[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)]
}

/** Of an upload: the id of its medium, whether or not Payload has filled the row in. */
export function mediumOf({ value }: Node): string {
  return String((value as { id?: string } | null)?.id ?? value)
}

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Where a link leads, as it was typed; null for other nodes, and for what no reader should be led to (`javascript:` …). */
export function addressOf({ type, fields, url }: Node): string | null {
  if (type !== 'link' && type !== 'autolink') return null
  const address = (fields?.url ?? url ?? '').trim()
  return URL.canParse(address) && schemes.has(new URL(address).protocol) ? address : null
}
