import type { Kind, Problem } from '@/channels/contract'
import { hashSnapshot } from '@/publishing/snapshot'
import type { Engine } from '../..'
import type { ChannelRow, Publication, Snapshot } from '../../rows'
import type { ContentDocument } from '../item'
import { draftFor, problemsOfMedia } from '../item/draft'

export type Frozen = { snapshot: Snapshot; hash: string }

/** What would go out for this publication, frozen, or the reasons why it may not. Pure but for its inputs. */
export function freeze(
  engine: Pick<Engine, 'publicUrl'>,
  publication: Publication,
  { document, channel, version }: { document: ContentDocument; channel: ChannelRow; version: string },
): Frozen | { problems: Problem[] } {
  const waiting = problemsOfMedia(document)
  if (waiting.length > 0) return { problems: waiting }
  const { draft, problems } = draftFor(publication.contentKind as Kind, document, {
    platform: publication.platform,
    publication: publication.id,
    link: linkOf(engine, publication.trackedCode),
    signature: channel.signature ?? '',
  })
  if (problems.length > 0 || !draft) return { problems }
  const snapshot = { draft, content: { kind: publication.contentKind, id: publication.contentId, version } }
  return { snapshot, hash: hashSnapshot(snapshot) }
}

/** The tracked link of a publication; by it the post is found again. */
export function linkOf({ publicUrl }: Pick<Engine, 'publicUrl'>, trackedCode: string): string {
  return `${publicUrl}/l/${trackedCode}`
}
