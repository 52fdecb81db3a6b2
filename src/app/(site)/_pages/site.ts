/** What the public section needs from outside. Nothing here knows Next.js or Payload, so a bare HTTP server can run it. */
import type { SitePost } from '@/channels/site/post'

export type Page = {
  publication: string
  slug: string
  post: SitePost
  hash: string
  state: 'live' | 'gone'
  publishedAt: Date
  views: number
}

export type NewPage = Pick<Page, 'publication' | 'slug' | 'post' | 'hash' | 'publishedAt'>

export type PageList = { audience?: string; topic?: string; limit: number; skip?: number }

export type PageStore = {
  findByPublication(publication: string): Promise<Page | null>
  /** The live page of that address, otherwise the one that was withdrawn from it last. */
  findBySlug(slug: string): Promise<Page | null>
  /** Newest first. An audience's list holds what is meant for everyone too. */
  listLive(list: PageList): Promise<Page[]>
  /** Of live pages, newest first. */
  listAddresses(limit: number): Promise<{ slug: string; changedAt: Date }[]>
  /** `taken` when another live page has the slug, or this publication is there already. */
  insert(page: NewPage): Promise<Page | 'taken'>
  replace(publication: string, changes: Pick<Page, 'post' | 'hash'>): Promise<void>
  withdraw(publication: string, at: Date): Promise<void>
  /** One atomic statement. */
  countView(publication: string): Promise<void>
  /** Only of pages that are live. */
  readViews(publications: readonly string[]): Promise<Record<string, number>>
}

export type PageLink = { title: string; path: string; isGone: boolean }

/** A wrong item and its corrections lead to each other. */
export type PageLinks = { corrections: PageLink[]; corrected: PageLink | null }

export type Section = {
  name: string
  audiences: { slug: string; name: string }[]
  topics: { slug: string; name: string }[]
  campaign: { name: string; slogan: string; hashtags: string[] } | null
}

export type Site = {
  /** Without a trailing slash. */
  publicUrl: string
  /** What the channel's driver must present. */
  token: string
  mediaDirectory: string
  pages: PageStore
  section(): Promise<Section>
  /** Path of the item behind a tracked link; null when there is none. */
  resolveLink(code: string): Promise<string | null>
  /** One atomic statement; nothing is kept of who it was. */
  countClick(code: string): Promise<void>
  /** Of a page, by its publication. */
  links(publication: string): Promise<PageLinks>
  now(): Date
}
