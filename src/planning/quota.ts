/** A plan's quota and how it stands: pure counting of what went live or waits against what is owed. */
export const quotaPeriods = { week: 'tuần', month: 'tháng', quarter: 'quý', year: 'năm', once: 'cả kỳ' } as const

export type QuotaPeriod = keyof typeof quotaPeriods

export type Quota = {
  title: string
  count: number
  per: QuotaPeriod
  /** Empty lists mean "any". */
  kinds: readonly string[]
  audiences: readonly string[]
  topics: readonly string[]
  platforms: readonly string[]
  countsPosts: boolean
  from: Date | null
  to: Date | null
}

export type Counted = {
  content: string
  kind: string
  platform: string
  audiences: readonly string[]
  topics: readonly string[]
  /** Live since `publishedAt`, or still to come at `dueAt`. */
  publishedAt: Date | null
  dueAt: Date
}

export type QuotaStanding = {
  owed: number
  published: number
  scheduled: number
  missing: number
  from: Date
  to: Date
}

/** How the quota stands in the period that holds `at`. Both ends are in the organization's zone, `to` exclusive. */
export function standingOf(
  quota: Quota,
  publications: readonly Counted[],
  period: { from: Date; to: Date },
): QuotaStanding {
  const matching = publications.filter((publication) => matches(quota, publication))
  const within = (hour: Date) => hour >= period.from && hour < period.to
  const live = matching.filter(({ publishedAt }) => publishedAt !== null && within(publishedAt))
  const waiting = matching.filter(({ publishedAt, dueAt }) => publishedAt === null && within(dueAt))
  const published = count(live, quota.countsPosts)
  const seen = new Set(live.map(({ content }) => content))
  const scheduled = count(
    quota.countsPosts ? waiting : waiting.filter(({ content }) => !seen.has(content)),
    quota.countsPosts,
  )
  return {
    owed: quota.count,
    published,
    scheduled,
    missing: Math.max(0, quota.count - published - scheduled),
    ...period,
  }
}

/** "định mức 2 bài/tháng cho người cao tuổi: đã đăng 1, đã hẹn 1" */
export function describeStanding(quota: Quota, standing: QuotaStanding): string {
  const missing = standing.missing > 0 ? `, còn thiếu ${standing.missing}` : ''
  return `${quota.title}: đã đăng ${standing.published}, đã hẹn ${standing.scheduled}${missing}`
}

function matches(quota: Quota, publication: Counted): boolean {
  return (
    isOneOf(quota.kinds, [publication.kind]) &&
    isOneOf(quota.platforms, [publication.platform]) &&
    isOneOf(quota.audiences, publication.audiences) &&
    isOneOf(quota.topics, publication.topics)
  )
}

function isOneOf(wanted: readonly string[], given: readonly string[]): boolean {
  return wanted.length === 0 || given.some((value) => wanted.includes(value))
}

/** Once per content item, unless the quota says per post. */
function count(publications: readonly Counted[], countsPosts: boolean): number {
  return countsPosts ? publications.length : new Set(publications.map(({ content }) => content)).size
}
