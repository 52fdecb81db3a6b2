import type { MediaDocument } from '.'
import { type Node, nodesOf } from './tree'

/** Pictures that an editor put between the paragraphs, as Payload fills them in at depth 1, in the order in which they stand. */
export function picturesWithin(richText: unknown): MediaDocument[] {
  const root = (richText as { root?: Node } | null | undefined)?.root
  const uploads = root ? nodesOf(root).filter(({ type }) => type === 'upload') : []
  return uploads.map(({ value }) => value).filter(isPicture)
}

/** A row that is gone is only its id. */
function isPicture(value: unknown): value is MediaDocument {
  return Boolean((value as MediaDocument | null)?.mimeType?.startsWith('image/'))
}
