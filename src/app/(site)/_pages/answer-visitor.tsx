/** The public section: which address shows what. */
import { html, redirect } from './answers'
import { showHome } from './components/home'
import { showItem } from './components/item'
import { showList } from './components/list'
import { showMessage } from './components/message'
import { answerFeed, isFeed } from './lists/feed'
import { findShelf, type Shelf } from './lists/shelf'
import { answerRobots, answerSitemap } from './lists/sitemap'
import { answerMedia } from './media'
import type { Page, Site } from './site'
import { isReader } from './visitor'

const LIST_LENGTH = 20
const HOME_LENGTH = 9
const RELATED = 3

type Answer = (site: Site, request: Request) => Promise<Response>

/** Addresses of one segment that are no audience. */
const single: ReadonlyMap<string, Answer> = new Map([
  ['sitemap.xml', answerSitemap],
  ['robots.txt', answerRobots],
])

/** Addresses of two segments, by their first. */
const below: ReadonlyMap<string, (request: Request, second: string, site: Site) => Promise<Response>> = new Map([
  ['tin', answerItem],
  ['l', answerLink],
])

/** `path` is decoded, one entry a segment. */
export async function answerVisitor(request: Request, path: readonly string[], site: Site): Promise<Response> {
  const [first, second] = path
  if (first === undefined) return answerHome(site)
  if (first === 'media') return answerMedia(request, path.slice(1), site.mediaDirectory)
  const answerSingle = path.length === 1 ? single.get(first) : undefined
  if (answerSingle) return answerSingle(site, request)
  const answerBelow = path.length === 2 ? below.get(first) : undefined
  return answerBelow && second !== undefined ? answerBelow(request, second, site) : answerShelf(request, path, site)
}

async function answerHome(site: Site): Promise<Response> {
  const [section, latest] = await Promise.all([site.section(), site.pages.listLive({ limit: HOME_LENGTH })])
  return html(200, showHome({ site, section, latest }))
}

async function answerShelf(request: Request, path: readonly string[], site: Site): Promise<Response> {
  const section = await site.section()
  const last = path.at(-1)
  const shelf = findShelf(isFeed(last) ? path.slice(0, -1) : path, section)
  if (!shelf) return html(404, showMessage({ site, section, kind: 'missing' }))
  return isFeed(last) ? answerFeed(site, shelf, last) : answerList(request, shelf, site)
}

async function answerList(request: Request, shelf: Shelf, site: Site): Promise<Response> {
  const number = Math.max(1, Number.parseInt(new URL(request.url).searchParams.get('trang') ?? '1', 10) || 1)
  const wanted = { ...shelf.filter, limit: LIST_LENGTH + 1, skip: (number - 1) * LIST_LENGTH }
  const [section, found] = await Promise.all([site.section(), site.pages.listLive(wanted)])
  const list = { pages: found.slice(0, LIST_LENGTH), number, hasMore: found.length > LIST_LENGTH }
  return html(200, showList({ site, section, shelf, list }))
}

async function answerItem(request: Request, slug: string, site: Site): Promise<Response> {
  const page = await site.pages.findBySlug(slug)
  if (!page) return answerMissing(site)
  const [section, links] = await Promise.all([site.section(), site.links(page.publication)])
  if (page.state === 'gone')
    return html(410, showMessage({ site, section, kind: 'gone', corrections: links.corrections }))
  if (isReader(request)) await site.pages.countView(page.publication)
  return html(200, showItem({ site, section, page, links, related: await findRelated(page, site) }))
}

async function findRelated({ publication, post }: Page, { pages }: Site): Promise<Page[]> {
  const audience = post.audiences[0]?.slug
  const found = await pages.listLive({ ...(audience ? { audience } : {}), limit: RELATED + 1 })
  return found.filter((other) => other.publication !== publication).slice(0, RELATED)
}

async function answerLink(request: Request, code: string, site: Site): Promise<Response> {
  const path = await site.resolveLink(code)
  if (!path) return answerMissing(site)
  if (isReader(request)) await site.countClick(code)
  return redirect(path)
}

async function answerMissing(site: Site): Promise<Response> {
  return html(404, showMessage({ site, section: await site.section(), kind: 'missing' }))
}
