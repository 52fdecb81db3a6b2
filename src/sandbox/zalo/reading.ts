import type { SandboxAnswer } from '../contract'
import { failed, ok } from './answers'
import type { Asked } from './articles'
import { getArticle, listArticles, type Article } from './state'

const MOST = 10

/** Numbers that only grow, computed from the time the article has been shown. */
export function countersOf({ shownAt, status }: Article, now: Date): { views: number; shares: number } {
  if (shownAt === null || status !== 'show') return { views: 0, shares: 0 }
  const minutes = Math.max(0, (now.getTime() - Date.parse(shownAt)) / 60_000)
  return { views: 7 + Math.floor(minutes * 0.8), shares: 1 + Math.floor(minutes / 30) }
}

export function listSlice({ account, request, desk }: Asked): SandboxAnswer {
  const limit = Number(request.query.get('limit') ?? MOST)
  if (limit > MOST) return failed(-201, 'limit is invalid')
  if (request.query.get('type') !== 'normal') return ok({ total: 0, medias: [] })
  const offset = Number(request.query.get('offset') ?? 0)
  const articles = listArticles(desk, account.id)
  const medias = articles.slice(offset, offset + limit).map((article) => describe(article, request.origin, desk.now()))
  return ok({ total: articles.length, medias })
}

function describe(article: Article, origin: string, now: Date) {
  const { views, shares } = countersOf(article, now)
  return {
    id: article.id,
    type: 'normal',
    title: article.title,
    status: article.status,
    total_view: views,
    total_share: shares,
    create_date: String(Date.parse(article.createdAt)),
    update_date: String(Date.parse(article.updatedAt)),
    thumb: article.cover.photo_url,
    link_view: `${origin}/_wall/zalo#${article.id}`,
  }
}

export function readDetail({ account, request, desk }: Asked): SandboxAnswer {
  const article = getArticle(desk, { account: account.id, id: request.query.get('id') ?? '' })
  if (!article) return failed(-201, 'id is invalid')
  const { id, type, title, author, cover, description, status, body, comment } = article
  return ok({ id, type, title, author, cover, description, status, body, comment })
}

export function readAccount({ account, desk }: Asked): SandboxAnswer {
  const followers = 840 + listArticles(desk, account.id).length * 2
  return ok({
    oaid: account.id,
    name: account.name,
    description: '',
    is_verified: true,
    oa_type: 4,
    num_follower: followers,
    package_name: 'Growth',
  })
}
