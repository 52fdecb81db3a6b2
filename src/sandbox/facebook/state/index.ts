/** What the look-alike remembers. Ids are strings of digits; a post's id is `{page}_{number}`. */
import { createHash } from 'node:crypto'
import type { Desk } from '../../contract'

export type Page = { id: string; name: string; token: string; scopes: string[]; tasks: string[] }

export type Photo = { id: string; page: string; file: string; alt: string; uploadedAt: string; usedBy: string | null }

export type Post = {
  id: string
  page: string
  message: string
  link: string | null
  photos: string[]
  /** A film that stands in it; then it is seen when the film is. */
  film: string | null
  createdAt: string
  updatedAt: string
  /** When a hidden post shows itself. */
  scheduledFor: string | null
  state: 'visible' | 'hidden' | 'removed'
}

/** One application for everybody, as an office would register it. */
export const APP = { id: '700100200300400', secret: secretOf('app').slice(0, 32), name: 'Lan Tỏa' }

export const SCOPES = [
  'pages_show_list',
  'pages_read_engagement',
  'pages_manage_posts',
  'read_insights',
  'pages_read_user_content',
  'pages_manage_metadata',
]

export const TASKS = ['ANALYZE', 'ADVERTISE', 'MODERATE', 'CREATE_CONTENT', 'MANAGE']

export function secretOf(purpose: string): string {
  return createHash('sha256').update(`facebook:${purpose}`).digest('hex')
}

export function openPage(desk: Desk, name: string): Page {
  const known = listPages(desk).find((page) => page.name === name)
  if (known) return known
  const id = String(100_200_000_000_000 + desk.next('facebook.page'))
  const page: Page = { id, name, token: `EAAG${secretOf(`${id}:${name}:token`)}`, scopes: SCOPES, tasks: TASKS }
  savePage(desk, page)
  return page
}

export function savePage(desk: Desk, page: Page): void {
  desk.records.put('facebook.pages', page.id, page)
}

export function listPages(desk: Desk): Page[] {
  return desk.records.list<Page>('facebook.pages')
}

export function getPage(desk: Desk, id: string): Page | undefined {
  return desk.records.get<Page>('facebook.pages', id)
}

export function savePhoto(desk: Desk, photo: Photo): void {
  desk.records.put('facebook.photos', photo.id, photo)
}

export function getPhoto(desk: Desk, id: string): Photo | undefined {
  return desk.records.get<Photo>('facebook.photos', id)
}

export function nextPostId(desk: Desk, page: string): string {
  return `${page}_${122_100_000_000_000 + desk.next('facebook.post')}`
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

/** `2026-11-20T08:00:00+0000`: whole seconds, and a zone that ISO 8601 would write with a colon. */
export function toFacebookTime(iso: string): string {
  return iso.replace(/\.\d+Z$/, '+0000')
}
