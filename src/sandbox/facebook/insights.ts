/** Numbers that only grow, computed from the age of the post, so that they need no state. */
import type { Desk, SandboxAnswer } from '../contract'
import { badParameter, graphError, missingObject, ok } from './errors'
import { getPost, type Page, type Post } from './state'

const METRICS = {
  post_media_view: 'views',
  post_total_media_view_unique: 'reach',
  post_clicks: 'clicks',
} as const satisfies Record<string, keyof ReturnType<typeof countersOf>>

export function countersOf(post: Post, now: Date) {
  const minutes = Math.max(0, (now.getTime() - Date.parse(post.createdAt)) / 60_000)
  const grown = (perHour: number, start: number) => start + Math.floor((minutes * perHour) / 60)
  return {
    views: grown(90, 12),
    reach: grown(60, 9),
    clicks: grown(8, 1),
    reactions: grown(6, 1),
    comments: grown(2, 0),
    shares: grown(3, 0),
  }
}

/** A metric that a test or a trainer declared dead, as the platform itself does every few months. */
function isAlive(desk: Desk, metric: string): metric is keyof typeof METRICS {
  return metric in METRICS && !desk.records.get<boolean>('facebook.dead-metrics', metric)
}

export function readInsights(
  id: string,
  { page, query, desk }: { page: Page; query: URLSearchParams; desk: Desk },
): SandboxAnswer {
  const post = getPost(desk, id)
  if (!post || post.page !== page.id) return missingObject(id)
  const metrics = (query.get('metric') ?? '').split(',').filter(Boolean)
  if (metrics.length === 0)
    return graphError({ code: 3001, subcode: 1504028, message: '(#3001) No metric was specified' })
  const alive = metrics.filter((metric) => isAlive(desk, metric))
  if (alive.length < metrics.length) return badParameter('The value must be a valid insights metric')
  const counters = countersOf(post, desk.now())
  return ok({ data: alive.flatMap((metric) => rowsOf({ id, metric, value: counters[METRICS[metric]] })), paging: {} })
}

/** The platform was seen to send the metric twice: a lifetime row, then a day row with 0. */
function rowsOf({ id, metric, value }: { id: string; metric: string; value: number }) {
  const row = (period: string, values: unknown[]) => ({
    name: metric,
    period,
    values,
    title: metric,
    description: '',
    id: `${id}/insights/${metric}/${period}`,
  })
  return [row('lifetime', [{ value }]), row('day', [{ value: 0, end_time: '2026-11-20T08:00:00+0000' }])]
}
