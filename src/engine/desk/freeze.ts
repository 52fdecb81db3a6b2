import type { Kind, Problem } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { hashSnapshot } from '@/publishing/snapshot'
import type { Engine } from '..'
import type { ChannelRow, Publication, Snapshot } from '../rows'
import { type ContentDocument, itemOf, mediaDocumentsOf } from './item'

export type Frozen = { snapshot: Snapshot; hash: string }

/** What would go out for this publication, frozen, or the reasons why it may not. Pure but for its inputs. */
export function freeze(
  engine: Engine,
  publication: Publication,
  { document, channel, version }: { document: ContentDocument; channel: ChannelRow; version: string },
): Frozen | { problems: Problem[] } {
  const driver = channelOf(publication.platform)
  const waiting = problemsOfMedia(document)
  if (waiting.length > 0) return { problems: waiting }
  const item = itemOf(publication.contentKind as Kind, document, {
    platform: publication.platform,
    publication: publication.id,
    link: `${engine.publicUrl}/l/${publication.trackedCode}`,
    signature: channel.signature ?? '',
  })
  const options = driver.options.safeParse(item.variant.options)
  if (!options.success)
    return {
      problems: [
        {
          code: 'options_invalid',
          message: `Tùy chọn cho ${driver.label} chưa đúng: ${options.error.issues.map((issue) => issue.path.join('.')).join(', ')}.`,
        },
      ],
    }
  const rendered = driver.render(item)
  const draft = { ...rendered, post: driver.post.parse(rendered.post) }
  const problems = driver.inspect(draft)
  if (problems.length > 0) return { problems }
  const snapshot = { draft, content: { kind: publication.contentKind, id: publication.contentId, version } }
  return { snapshot, hash: hashSnapshot(snapshot) }
}

function problemsOfMedia(document: ContentDocument): Problem[] {
  return mediaDocumentsOf(document)
    .filter(({ medium }) => medium.renditionState !== 'ready')
    .map(({ medium }) =>
      medium.renditionState === 'failed'
        ? { code: 'media_failed', message: `Không xử lý được tệp “${medium.alt}”; hãy tải tệp khác lên.` }
        : { code: 'media_not_ready', message: `Tệp “${medium.alt}” đang được xử lý; hãy thử lại sau ít giây.` },
    )
}
