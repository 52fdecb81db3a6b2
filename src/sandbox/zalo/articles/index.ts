import { parseJson } from '../../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { failed, ok } from '../answers'
import { turned } from '../knobs'
import { getArticle, listArticles, nextId, settingsOf, textOf, type Account, type Article, type Job } from '../state'
import { checkVideos } from '../videos'
import { checkArticle } from './checks'
import { keepPictures } from './pictures'

export type Asked = { account: Account; request: SandboxRequest; desk: Desk }

export async function createArticle(asked: Asked): Promise<SandboxAnswer> {
  return refuseAccount(asked) ?? accept(asked, null)
}

/** What the OA as a whole may not do. */
function refuseAccount({ account, desk }: Asked): SandboxAnswer | null {
  if (turned(desk, 'verified') === 0) return failed(-221, 'OA is not verified')
  if (turned(desk, 'package') === 0) return failed(-224, 'OA must upgrade package to use this feature')
  if (listArticles(desk, account.id).length >= turned(desk, 'articleQuota'))
    return failed(-223, 'OA has reached article quota')
  return null
}

/** Full replacement of the article `id`; its type stays. */
export async function updateArticle(asked: Asked): Promise<SandboxAnswer> {
  const { account, request, desk } = asked
  const known = getArticle(desk, { account: account.id, id: read(request, 'id') })
  if (!known) return failed(-201, 'id is invalid')
  return parseJson(request)['type'] === known.type ? accept(asked, known) : failed(-201, 'type is invalid')
}

async function accept({ account, request, desk }: Asked, known: Article | null): Promise<SandboxAnswer> {
  const checked = checkArticle(parseJson(request))
  if ('field' in checked) return failed(-201, `${checked.field} is invalid`)
  const wrongVideo = checkVideos(desk, account, checked.fields)
  if (wrongVideo) return wrongVideo
  const pictures = await keepPictures(desk, checked.fields)
  if ('refusal' in pictures) return pictures.refusal
  const now = desk.now().toISOString()
  const own = { id: nextId(desk, 'article'), account: account.id, createdAt: now, shownAt: null, isRemoved: false }
  const kept = { ...own, ...(known && keptOf(known)), pictures: pictures.kept, updatedAt: now }
  return startJob(desk, { ...checked.fields, ...kept })
}

/** All that a replacement does not touch. */
function keptOf({ id, account, createdAt, shownAt, isRemoved, viewed = 0, shared = 0 }: Article) {
  return { id, account, createdAt, shownAt, isRemoved, viewed, shared }
}

function startJob(desk: Desk, article: Article): SandboxAnswer {
  const { appears, looks } = settingsOf(desk)
  if (appears === 'when-accepted') apply(desk, article)
  const token = nextId(desk, 'job')
  const pending = appears === 'when-verified' ? article : null
  const job: Job = { token, account: article.account, article: article.id, looksLeft: looks, pending }
  desk.records.put('zalo.jobs', token, job)
  return ok({ token })
}

export function verifyArticle({ account, request, desk }: Asked): SandboxAnswer {
  const job = desk.records.get<Job>('zalo.jobs', read(request, 'token'))
  if (!job || job.account !== account.id) return failed(-201, 'token is invalid')
  const looksLeft = Math.max(0, job.looksLeft - 1)
  desk.records.put('zalo.jobs', job.token, { ...job, looksLeft, pending: job.looksLeft > 0 ? job.pending : null })
  if (job.looksLeft > 0) return failed(-214, 'Article is processing')
  if (job.pending) apply(desk, job.pending)
  return ok(turned(desk, 'articleIdName') === 1 ? { article_id: job.article } : { id: job.article })
}

/** The log is written at the moment at which readers begin to see the article, or to see it changed. */
function apply(desk: Desk, article: Article): void {
  const before = desk.records.get<Article>('zalo.articles', article.id)
  const shownAt = article.status === 'show' ? (article.shownAt ?? desk.now().toISOString()) : article.shownAt
  desk.records.put('zalo.articles', article.id, { ...article, shownAt })
  if (article.status !== 'show') return
  const { id, account, title } = article
  const text = textOf(article)
  if (before?.status !== 'show') desk.log({ platform: 'zalo', call: 'article.update', account, id, text, title })
  // A correction is no second post: its whole text stands apart, where nobody counts it as one.
  else if (looksOf(before) !== looksOf(article))
    desk.log({ platform: 'zalo', call: 'article.edit', account, id, text: `Sửa: ${title}`, title, edited: text })
}

function looksOf(article: Article): string {
  return JSON.stringify([article.title, textOf(article), article.pictures])
}

export function removeArticle({ account, request, desk }: Asked): SandboxAnswer {
  const article = getArticle(desk, { account: account.id, id: read(request, 'id') })
  if (!article) return failed(-201, 'id is invalid')
  desk.records.put('zalo.articles', article.id, { ...article, isRemoved: true })
  return ok()
}

function read(request: SandboxRequest, name: 'id' | 'token'): string {
  const value = parseJson(request)[name]
  return typeof value === 'string' ? value : ''
}
