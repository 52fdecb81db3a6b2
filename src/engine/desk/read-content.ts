import { idOf } from '@/access/roles'
import type { CollectionSlug } from 'payload'
import type { Approval } from '@/approval'
import type { Kind } from '@/channels/contract'
import { Refusal } from '@/platform/errors'
import type { Engine } from '..'
import type { ChannelRow, Publication } from '../rows'
import type { ContentDocument } from './item'

export type DeskDocument = ContentDocument & {
  approval: Approval
  contentHash: string
  createdBy?: string | { id: string } | null
  writers?: (string | { id: string })[] | null
  campaign?: { id: string } | null
}

/** The working copy (latest version) of a content item, related rows filled in. @throws Refusal 404 */
export async function readContent(engine: Engine, kind: Kind, id: string): Promise<DeskDocument> {
  const document = await engine.payload.findByID({
    collection: kind as CollectionSlug,
    id,
    depth: 1,
    draft: true,
    disableErrors: true,
    overrideAccess: true,
    context: { withoutLive: true },
  })
  if (!document) throw new Refusal('not_found', 'Không tìm thấy nội dung này.', 404)
  return document as unknown as DeskDocument
}

export async function readChannel({ rows }: Engine, id: string): Promise<ChannelRow> {
  const [channel] = await rows.find<ChannelRow>('channels', { where: { id }, limit: 1 })
  if (!channel) throw new Refusal('channel_not_found', 'Không tìm thấy kênh này.', 404)
  return channel
}

/** A channel that a request names: its id may be anything. @throws Refusal 404 */
export async function findChannel(engine: Engine, id: string): Promise<ChannelRow> {
  const known = await engine.payload.findByID({
    collection: 'channels',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    select: { name: true },
  })
  if (!known) throw new Refusal('channel_not_found', 'Không tìm thấy kênh này.', 404)
  return readChannel(engine, id)
}

export async function publicationsOf({ rows }: Engine, kind: Kind, id: string): Promise<Publication[]> {
  return rows.find<Publication>('publications', { where: { contentKind: kind, contentId: id }, sort: 'dueAt' })
}

/** Organizations above this one, nearest first. */
export async function ancestorsOf({ payload }: Engine, id: string): Promise<string[]> {
  const organization = await payload.findByID({
    collection: 'organizations',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    select: { ancestors: true },
  })
  return (organization?.ancestors ?? []).map(idOf)
}
