/** The public section: which address shows what. */
import { html, redirect } from './answers'
import { answerFeed } from './feed'
import { answerMedia } from './media'
import { showHome } from './components/home'
import { showItem } from './components/item'
import { showList } from './components/list'
import { showMessage } from './components/message'
import type { Page, Site } from './site'
import { isReader } from './visitor'

const LIST_LENGTH = 20
const HOME_LENGTH = 9
const RELATED = 3

/** `path` is decoded, one entry a segment. */
export async function answerVisitor(request: Request, path: readonly string[], site: Site): Promise<Response> {
  const [first, ...rest] = path
  if (first === undefined) return answerHome(site)
  if (first === 'media') return answerMedia(request, rest, site.mediaDirectory)
  if (rest.length === 0) return first === 'feed.xml' ? answerFeed(site, null) : answerList(request, first, site)
  const [second] = rest
  return rest.length === 1 && second !== undefined ? answerBelow(request, [first, second], site) : answerMissing(site)
}

async function answerBelow(
  request: Request,
  [first, second]: readonly [string, string],
  site: Site,
): Promise<Response> {
  if (first === 'tin') return answerItem(request, second, site)
  if (first === 'l') return answerLink(second, site)
  return second === 'feed.xml' ? answerAudienceFeed(first, site) : answerMissing(site)
}

async function answerHome(site: Site): Promise<Response> {
  const [section, latest] = await Promise.all([site.section(), site.pages.listLive({ limit: HOME_LENGTH })])
  return html(200, showHome({ site, section, latest }))
}

async function answerList(request: Request, slug: string, site: Site): Promise<Response> {
  const section = await site.section()
  const audience = section.audiences.find((candidate) => candidate.slug === slug)
  if (!audience) return answerMissing(site)
  const number = Math.max(1, Number.parseInt(new URL(request.url).searchParams.get('trang') ?? '1', 10) || 1)
  const found = await site.pages.listLive({ audience: slug, limit: LIST_LENGTH + 1, skip: (number - 1) * LIST_LENGTH })
  const list = { pages: found.slice(0, LIST_LENGTH), number, hasMore: found.length > LIST_LENGTH }
  return html(200, showList({ site, section, audience, list }))
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

async function answerLink(code: string, site: Site): Promise<Response> {
  const path = await site.resolveLink(code)
  return path ? redirect(path) : answerMissing(site)
}

async function answerAudienceFeed(slug: string, site: Site): Promise<Response> {
  const { audiences } = await site.section()
  const audience = audiences.find((candidate) => candidate.slug === slug)
  return audience ? answerFeed(site, audience) : answerMissing(site)
}

async function answerMissing(site: Site): Promise<Response> {
  const section = await site.section()
  return html(404, showMessage({ site, section, kind: 'missing' }))
}
