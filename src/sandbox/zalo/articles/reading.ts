import type { Desk, SandboxAnswer } from '../../contract'
import { failed, ok } from '../answers'
import { turned } from '../knobs'
import { getArticle, listArticles, type Article } from '../state'
import type { Asked } from './index'

const MOST = 10

/** Numbers that only grow, computed from the time the article has been shown, and what the viewer's acts added. */
export function countersOf(
  { shownAt, status, viewed = 0, shared = 0 }: Article,
  now: Date,
): { views: number; shares: number } {
  if (shownAt === null || status !== 'show') return { views: 0, shares: 0 }
  const minutes = Math.max(0, (now.getTime() - Date.parse(shownAt)) / 60_000)
  return { views: 7 + Math.floor(minutes * 0.8) + viewed, shares: 1 + Math.floor(minutes / 30) + shared }
}

export function listSlice({ account, request, desk }: Asked): SandboxAnswer {
  const limit = Number(request.query.get('limit') ?? MOST)
  if (limit > MOST) return failed(-201, 'limit is invalid')
  const type = request.query.get('type')
  if (type !== 'normal' && type !== 'video') return failed(-201, 'type is invalid')
  const offset = Number(request.query.get('offset') ?? 0)
  const articles = listArticles(desk, account.id).filter((article) => article.type === type && isListed(desk, article))
  const page = articles.slice(offset, offset + Math.min(limit, turned(desk, 'pageSize')))
  const asNumbers = turned(desk, 'datesAsNumbers') === 1
  const medias = page.map((article) => describe(article, { desk, origin: request.origin, asNumbers }))
  return ok({ total: articles.length, medias })
}

/** The list may lag behind a fresh article, hidden or shown. */
function isListed(desk: Desk, { createdAt }: Article): boolean {
  return desk.now().getTime() - Date.parse(createdAt) >= turned(desk, 'listLagSeconds') * 1000
}

type Telling = { desk: Desk; origin: string; asNumbers: boolean }

function describe(article: Article, { desk, origin, asNumbers }: Telling) {
  const { views, shares } = countersOf(article, desk.now())
  const told = (value: number) => (asNumbers ? value : String(value))
  return {
    id: article.id,
    type: article.type,
    title: article.title,
    status: article.status,
    total_view: told(views),
    total_share: told(shares),
    create_date: told(Date.parse(article.createdAt)),
    update_date: told(Date.parse(article.updatedAt)),
    thumb: thumbOf(article),
    link_view: `${origin}/_wall/zalo#${article.id}`,
  }
}

function thumbOf(article: Article): string {
  if (article.type === 'video') return article.avatar
  return article.cover.cover_type === 'photo' ? article.cover.photo_url : ''
}

export function readDetail({ account, request, desk }: Asked): SandboxAnswer {
  const article = getArticle(desk, { account: account.id, id: request.query.get('id') ?? '' })
  if (!article) return failed(-201, 'id is invalid')
  const { id, type, title, description, status, comment } = article
  const common = { id, type, title, description, status, comment }
  if (article.type === 'video') return ok({ ...common, video_id: article.video_id, avatar: article.avatar })
  const { author, cover, body, cite, related_medias: related } = article
  return ok({ ...common, author, cover, body, cite, related_medias: related })
}

export function readAccount({ account, desk }: Asked): SandboxAnswer {
  const ends = new Date(desk.now().getTime() + turned(desk, 'packageDays') * 86_400_000)
  return ok({
    oaid: account.id,
    name: account.name,
    description: '',
    is_verified: turned(desk, 'verified') === 1,
    oa_type: 4,
    num_follower: followersOf(desk, account),
    avatar: `https://s160-ava-talk.zadn.vn/${account.id}`,
    package_name: turned(desk, 'package') === 2 ? 'Growth' : 'Basic',
    package_valid_through_date: new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(ends),
  })
}

function followersOf(desk: Desk, { id, followers = 0 }: Asked['account']): number {
  return 840 + listArticles(desk, id).length * 2 + followers
}
