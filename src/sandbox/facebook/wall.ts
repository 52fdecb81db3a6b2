import type { Desk, WallPost } from '../contract'
import { countersOf } from './insights'
import { getPhoto, type Page, type Post } from './state'

/** Under the page's id: what an account is called is the channel's `externalId`. */
export function wall(desk: Desk): WallPost[] {
  return desk.records.list<Post>('facebook.posts').map((post) => ({
    id: post.id,
    platform: 'facebook',
    account: post.page,
    title: desk.records.get<Page>('facebook.pages', post.page)?.name ?? '',
    text: post.message,
    pictures: post.photos.flatMap((id) => getPhoto(desk, id)?.file ?? []),
    video: null,
    link: post.link,
    at: post.createdAt,
    counters: countersOf(post, desk.now()),
    state: post.state,
  }))
}
