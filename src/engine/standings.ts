/** How the quotas of a plan stand now, read from what went live and what waits. */
import { idOf } from '@/access/roles'
import { periodOf } from '@/planning/period'
import { type Counted, describeStanding, type Quota, type QuotaStanding, standingOf } from '@/planning/quota'
import type { Engine } from '.'

export type Standing = { id: string; plan: string; text: string } & QuotaStanding

type Reference = string | { id: string }

type QuotaDocument = {
  id: string
  title: string
  plan: Reference
  organization: Reference
  count: number
  per: Quota['per']
  kinds?: string[] | null
  audiences?: Reference[] | null
  topics?: Reference[] | null
  platforms?: string[] | null
  countsPosts?: boolean | null
  from?: string | null
  to?: string | null
}

type PublicationDocument = {
  organization: Reference
  contentKind: string
  contentId: string
  platform: string
  audiences?: Reference[] | null
  topics?: Reference[] | null
  publishedAt?: string | null
  dueAt: string
}

export async function readStandings(engine: Engine, quotas: readonly QuotaDocument[]): Promise<Standing[]> {
  const now = engine.now()
  const periods = quotas.map((document) => ({
    document,
    quota: quotaOf(document),
    period: periodOf(quotaOf(document), now, engine.zone),
  }))
  const earliest = Math.min(now.getTime(), ...periods.map(({ period }) => period.from.getTime()))
  const counted = await readCounted(engine, new Date(earliest))
  return periods.map(({ document, quota, period }) => {
    const own = counted.filter(({ organization }) => organization === idOf(document.organization))
    const standing = standingOf(quota, own, period)
    return { id: document.id, plan: idOf(document.plan), text: describeStanding(quota, standing), ...standing }
  })
}

async function readCounted({ payload }: Engine, since: Date): Promise<(Counted & { organization: string })[]> {
  const { docs } = await payload.find({
    collection: 'publications',
    where: {
      and: [
        { state: { in: ['scheduled', 'sending', 'processing', 'unknown', 'published', 'held'] } },
        {
          or: [
            { dueAt: { greater_than_equal: since.toISOString() } },
            { publishedAt: { greater_than_equal: since.toISOString() } },
          ],
        },
      ],
    },
    select: {
      organization: true,
      contentKind: true,
      contentId: true,
      platform: true,
      audiences: true,
      topics: true,
      publishedAt: true,
      dueAt: true,
    },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return (docs as unknown as PublicationDocument[]).map(countedOf)
}

function countedOf(row: PublicationDocument): Counted & { organization: string } {
  return {
    organization: idOf(row.organization),
    content: `${row.contentKind}:${row.contentId}`,
    kind: row.contentKind,
    platform: row.platform,
    audiences: (row.audiences ?? []).map(idOf),
    topics: (row.topics ?? []).map(idOf),
    publishedAt: row.publishedAt ? new Date(row.publishedAt) : null,
    dueAt: new Date(row.dueAt),
  }
}

function quotaOf(document: QuotaDocument): Quota {
  return {
    title: document.title,
    count: document.count,
    per: document.per,
    kinds: document.kinds ?? [],
    audiences: (document.audiences ?? []).map(idOf),
    topics: (document.topics ?? []).map(idOf),
    platforms: document.platforms ?? [],
    countsPosts: Boolean(document.countsPosts),
    from: document.from ? new Date(document.from) : null,
    to: document.to ? new Date(document.to) : null,
  }
}
