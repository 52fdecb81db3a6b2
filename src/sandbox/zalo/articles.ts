import { parseJson } from '../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { failed, ok } from './answers'
import { checkArticle } from './checks'
import { keepPictures } from './pictures'
import { getArticle, nextId, settingsOf, textOf, type Account, type Article, type Job } from './state'

export type Asked = { account: Account; request: SandboxRequest; desk: Desk }

export async function createArticle(asked: Asked): Promise<SandboxAnswer> {
  return accept(asked, null)
}

/** Full replacement of the article `id`. */
export async function updateArticle(asked: Asked): Promise<SandboxAnswer> {
  const { account, request, desk } = asked
  const known = getArticle(desk, { account: account.id, id: read(request, 'id') })
  return known ? accept(asked, known) : failed(-201, 'id is invalid')
}

async function accept({ account, request, desk }: Asked, known: Article | null): Promise<SandboxAnswer> {
  const checked = checkArticle(parseJson(request))
  if ('field' in checked) return failed(-201, `${checked.field} is invalid`)
  const pictures = await keepPictures(desk, checked.fields)
  if ('refusal' in pictures) return pictures.refusal
  const now = desk.now().toISOString()
  const own = { id: nextId(desk, 'article'), account: account.id, createdAt: now, shownAt: null, isRemoved: false }
  return startJob(desk, { ...own, ...known, ...checked.fields, pictures: pictures.kept, updatedAt: now })
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
  return ok({ id: job.article })
}

/** The log is written at the moment at which readers begin to see the article. */
function apply(desk: Desk, article: Article): void {
  const isShown = article.status === 'show'
  const wasShown = desk.records.get<Article>('zalo.articles', article.id)?.status === 'show'
  const shownAt = isShown ? (article.shownAt ?? desk.now().toISOString()) : article.shownAt
  desk.records.put('zalo.articles', article.id, { ...article, shownAt })
  if (!isShown || wasShown) return
  const { id, account, title } = article
  desk.log({ platform: 'zalo', call: 'article.update', account, id, text: textOf(article), title })
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
