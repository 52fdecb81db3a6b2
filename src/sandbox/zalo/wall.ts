import type { Desk, WallPost } from '../contract'
import { countersOf } from './reading'
import { textOf, type Article } from './state'

export function wall(desk: Desk): WallPost[] {
  return desk.records.list<Article>('zalo.articles').map((article) => ({
    id: article.id,
    platform: 'zalo',
    account: article.account,
    title: article.title,
    text: textOf(article),
    pictures: article.pictures,
    video: null,
    link: null,
    at: article.shownAt ?? article.createdAt,
    counters: countersOf(article, desk.now()),
    state: stateOf(article),
  }))
}

function stateOf({ isRemoved, status }: Article): WallPost['state'] {
  if (isRemoved) return 'removed'
  return status === 'show' ? 'visible' : 'hidden'
}
