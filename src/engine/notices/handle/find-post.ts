import { channelOf } from '@/channels/registry'
import type { Engine } from '../..'
import type { ChannelRow, Publication } from '../../rows'

type Found = { publication: Publication; share: 'whole' | 'part' }

/** The publication that a notice's id means, or whose part it is; one that is live before one that was. */
export async function findPost(engine: Engine, channel: ChannelRow, id: string): Promise<Found | null> {
  const whole = await engine.rows.find<Publication>('publications', { where: { channel: channel.id, remoteId: id } })
  const found = whole.length > 0 ? whole.map(asWhole) : await findByPart(engine, channel, id)
  return found.find(({ publication }) => publication.state === 'published') ?? found[0] ?? null
}

function asWhole(publication: Publication): Found {
  return { publication, share: 'whole' }
}

/** Candidates hold the id somewhere in theirs; the driver knows which of them mean it. */
async function findByPart(engine: Engine, channel: ChannelRow, id: string): Promise<Found[]> {
  const { webhook } = channelOf(channel.platform)
  const names = webhook?.concerns ? await findNames(engine, channel, id) : []
  const shares = new Map(names.map((name) => [name.id, webhook?.concerns?.(name.remoteId, id) ?? null]))
  const ids = [...shares].flatMap(([publication, share]) => (share ? [publication] : []))
  if (ids.length === 0) return []
  const rows = await engine.rows.find<Publication>('publications', { where: { id: { in: ids } } })
  return rows.map((publication) => ({ publication, share: shares.get(publication.id) ?? 'part' }))
}

const MOST_CANDIDATES = 50

async function findNames({ payload }: Engine, channel: ChannelRow, part: string) {
  const { docs } = await payload.find({
    collection: 'publications',
    where: { and: [{ channel: { equals: channel.id } }, { remoteId: { contains: part } }] },
    depth: 0,
    limit: MOST_CANDIDATES,
    pagination: false,
    sort: '-publishedAt',
    select: { remoteId: true },
    overrideAccess: true,
  })
  return docs.map(({ id, remoteId }) => ({ id: String(id), remoteId: remoteId ?? '' }))
}
