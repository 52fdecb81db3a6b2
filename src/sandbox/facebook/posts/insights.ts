/** Insights: by named metrics and periods; one wrong name fails all, and an empty answer is no zero. */
import type { Desk, SandboxAnswer } from '../../contract'
import { badParameter, graphError, missingObject, ok } from '../answers/errors'
import { toFacebookTime, getPost, listPosts, type Page, type Post } from '../state'
import { countersOf, type Counters } from './counters'

const OF_POST = {
  post_media_view: 'views',
  post_total_media_view_unique: 'reach',
  post_clicks: 'clicks',
} as const satisfies Record<string, keyof Counters>

const OF_PAGE = {
  page_media_view: 'views',
  page_total_media_view_unique: 'reach',
} as const satisfies Record<string, keyof Counters>

const PAGE_PERIODS = ['day', 'week', 'days_28']

type Question = { page: Page; query: URLSearchParams; desk: Desk }

export function readInsights(id: string, question: Question): SandboxAnswer {
  const { page, desk } = question
  if (id === page.id) return readPageInsights(question)
  const post = getPost(desk, id)
  if (!post || post.page !== page.id) return missingObject(id)
  const rows = (metric: keyof typeof OF_POST) =>
    isTooFresh(post, desk) ? [] : rowsOfPost({ post, metric, value: countersOf(post, desk)[OF_POST[metric]] })
  return answer(question, OF_POST, rows)
}

/** Most metrics are brought up to date once a day. */
function isTooFresh({ createdAt }: Post, desk: Desk): boolean {
  return desk.now().getTime() - Date.parse(createdAt) < desk.knob('facebook', 'insightsLagSeconds', 0) * 1000
}

function readPageInsights(question: Question): SandboxAnswer {
  const { page, query, desk } = question
  const period = query.get('period') ?? 'day'
  if (!PAGE_PERIODS.includes(period)) return badParameter(`The metric does not support the period ${period}`)
  return answer(question, OF_PAGE, (metric) => {
    const posts = listPosts(desk, page.id)
    const value = posts.reduce((sum, post) => sum + countersOf(post, desk)[OF_PAGE[metric]], 0)
    const ends = [2, 1].map((days) => toFacebookTime(new Date(desk.now().getTime() - days * 86_400_000).toISOString()))
    const values = ends.map((end, index) => ({ value: Math.floor((value * (index + 1)) / 2), end_time: end }))
    return [row({ id: page.id, metric, period, values })]
  })
}

function answer<Name extends string>(
  { page, query, desk }: Question,
  known: Record<Name, unknown>,
  rows: (metric: Name) => unknown[],
): SandboxAnswer {
  const metrics = (query.get('metric') ?? '').split(',').filter(Boolean)
  if (metrics.length === 0)
    return graphError({ code: 3001, subcode: 1504028, message: '(#3001) No metric was specified' })
  const alive = metrics.filter((metric): metric is Name => metric in known && !isDead(desk, metric))
  if (alive.length < metrics.length) return badParameter('The value must be a valid insights metric')
  return ok({ data: isSilent(page, desk) ? [] : alive.flatMap(rows), paging: {} })
}

/** A metric that a test or a trainer declared dead, as the platform itself does every few months. */
function isDead(desk: Desk, metric: string): boolean {
  return desk.records.get<boolean>('facebook.dead-metrics', metric) ?? false
}

/** A small Page, or a permission that is missing: 200, and nothing in it. */
function isSilent(page: Page, desk: Desk): boolean {
  return desk.knob('facebook', 'insightsEmpty', 0) > 0 || !page.scopes.includes('read_insights')
}

/** The platform was seen to send the metric twice: a lifetime row, then a day row with 0. */
function rowsOfPost({ post, metric, value }: { post: Post; metric: string; value: number }): unknown[] {
  const day = [{ value: 0, end_time: '2026-11-20T08:00:00+0000' }]
  return [
    row({ id: post.id, metric, period: 'lifetime', values: [{ value }] }),
    row({ id: post.id, metric, period: 'day', values: day }),
  ]
}

type Row = { id: string; metric: string; period: string; values: unknown[] }

function row({ id, metric, period, values }: Row) {
  return { name: metric, period, values, title: metric, description: '', id: `${id}/insights/${metric}/${period}` }
}
