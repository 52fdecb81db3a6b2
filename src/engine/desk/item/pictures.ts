import type { MediaDocument } from '.'
import { childrenOf, type Node } from './tree'

/** Pictures that an editor put between the paragraphs, as Payload fills them in at depth 1, in the order in which they stand. */
export function picturesWithin(richText: unknown): MediaDocument[] {
  const root = (richText as { root?: Node } | null | undefined)?.root
  return root ? picturesOf(root) : []
}

function picturesOf(node: Node): MediaDocument[] {
  return node.type === 'upload' ? [node.value].filter(isPicture) : childrenOf(node).flatMap(picturesOf)
}

/** A row that is gone is only its id. */
function isPicture(value: unknown): value is MediaDocument {
  return Boolean((value as MediaDocument | null)?.mimeType?.startsWith('image/'))
}
