import type { Desk, WallPost } from '../contract'
import { countersOf } from './articles/reading'
import { listBroadcasts, type Broadcast } from './messages'
import { getAccount, textOf, type Article } from './state'
import { findVideo } from './videos'

export function wall(desk: Desk): WallPost[] {
  const articles = desk.records.list<Article>('zalo.articles').map((article) => showArticle(desk, article))
  return [...articles, ...listBroadcasts(desk).map((broadcast) => showBroadcast(desk, broadcast))]
}

function showArticle(desk: Desk, article: Article): WallPost {
  return {
    id: article.id,
    platform: 'zalo',
    account: article.account,
    ...nameOf(desk, article.account),
    kind: article.type === 'video' ? 'video' : 'article',
    title: article.title,
    text: textOf(article),
    pictures: article.pictures,
    video: article.type === 'video' ? (findVideo(desk, article.video_id)?.address ?? null) : null,
    link: null,
    at: article.shownAt ?? article.createdAt,
    counters: countersOf(article, desk.now()),
    state: stateOf(article),
  }
}

/** Says which articles went out to whom; without their links, because it is no second post of them. */
function showBroadcast(desk: Desk, { id, account, articles, target, at }: Broadcast): WallPost {
  const titles = articles.map((article) => desk.records.get<Article>('zalo.articles', article)?.title ?? article)
  const whom = Object.entries(target).map(([name, value]) => sayTarget(name, String(value)))
  return {
    id,
    platform: 'zalo',
    account,
    ...nameOf(desk, account),
    kind: 'broadcast',
    title: 'Tin truyền thông (broadcast)',
    text: [...titles.map((title) => `• ${title}`), `Gửi tới: ${whom.join('; ') || 'mọi người quan tâm'}`].join('\n'),
    pictures: [],
    video: null,
    link: null,
    at,
    counters: {},
    state: 'visible',
  }
}

/** By the code's place, as in the table of contracts/zalo.md section 6; cities keep their number. */
const TARGETS: Readonly<Record<string, { vi: string; codes: readonly string[] }>> = {
  ages: { vi: 'tuổi', codes: ['0-12', '13-17', '18-24', '25-34', '35-44', '45-54', '55-64', 'từ 65'] },
  gender: { vi: 'giới tính', codes: ['tất cả', 'nam', 'nữ'] },
  locations: { vi: 'vùng', codes: ['miền Bắc', 'miền Trung', 'miền Nam'] },
  cities: { vi: 'mã tỉnh, thành', codes: [] },
  platform: { vi: 'máy', codes: ['', 'iOS', 'Android', 'Windows Phone'] },
}

function sayTarget(name: string, value: string): string {
  const { vi, codes } = TARGETS[name] ?? { vi: name, codes: [] }
  const words = value.split(',').map((code) => codes[Number(code)] ?? code)
  return `${vi} ${words.join(', ')}`
}

function nameOf(desk: Desk, account: string): Pick<WallPost, 'name' | 'verified'> {
  const known = getAccount(desk, account)
  return known ? { name: known.name, verified: true } : {}
}

function stateOf({ isRemoved, status }: Article): WallPost['state'] {
  if (isRemoved) return 'removed'
  return status === 'show' ? 'visible' : 'hidden'
}
