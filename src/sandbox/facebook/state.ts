/** What the look-alike remembers. Ids are strings of digits; a post's id is `{page}_{number}`. */
import { createHash } from 'node:crypto'
import type { Desk } from '../contract'

export type Page = { id: string; name: string; token: string; appId: string; appSecret: string; scopes: string[] }

export type Photo = { id: string; page: string; file: string; alt: string; uploadedAt: string; usedBy: string | null }

export type Post = {
  id: string
  page: string
  message: string
  link: string | null
  photos: string[]
  createdAt: string
  state: 'visible' | 'hidden' | 'removed'
}

const SCOPES = ['pages_show_list', 'pages_read_engagement', 'pages_manage_posts', 'read_insights']

export function openPage(desk: Desk, name: string): Page {
  const known = desk.records.list<Page>('facebook.pages').find((page) => page.name === name)
  if (known) return known
  const id = String(100_200_000_000_000 + desk.next('facebook.page'))
  const secret = (purpose: string) => createHash('sha256').update(`facebook:${id}:${name}:${purpose}`).digest('hex')
  const page: Page = {
    id,
    name,
    token: `EAAG${secret('token')}`,
    appId: '700100200300400',
    appSecret: secret('app').slice(0, 32),
    scopes: SCOPES,
  }
  desk.records.put('facebook.pages', id, page)
  return page
}

export function findPageByToken(desk: Desk, token: string): Page | undefined {
  return desk.records.list<Page>('facebook.pages').find((page) => page.token === token)
}

export function savePhoto(desk: Desk, photo: Photo): void {
  desk.records.put('facebook.photos', photo.id, photo)
}

export function getPhoto(desk: Desk, id: string): Photo | undefined {
  return desk.records.get<Photo>('facebook.photos', id)
}

export function savePost(desk: Desk, post: Post): void {
  desk.records.put('facebook.posts', post.id, post)
}

/** A removed post is as good as none: the platform answers 100/33 for both. */
export function getPost(desk: Desk, id: string): Post | undefined {
  const post = desk.records.get<Post>('facebook.posts', id)
  return post?.state === 'removed' ? undefined : post
}

/** Newest first. */
export function listPosts(desk: Desk, page: string): Post[] {
  return desk.records
    .list<Post>('facebook.posts')
    .filter((post) => post.page === page)
    .toReversed()
}
