import { generateJsonFeed, generateRssFeed } from 'feedsmith'
import { pickRendition, toPublicUrl } from '../components/pictures'
import type { Page, Site } from '../site'
import type { Shelf } from './shelf'

const LENGTH = 30

type Feed = { title: string; home: string; address: string; description: string; pages: readonly Page[]; site: Site }

type Format = { type: string; write(feed: Feed): string }

/** By the last segment of the address. */
const formats: ReadonlyMap<string, Format> = new Map([
  ['feed.xml', { type: 'application/rss+xml', write: writeRss }],
  ['feed.json', { type: 'application/feed+json', write: writeJson }],
])

export function isFeed(name: string | undefined): name is string {
  return name !== undefined && formats.has(name)
}

export async function answerFeed(site: Site, shelf: Shelf, name: string): Promise<Response> {
  const format = formats.get(name)
  if (!format) throw new RangeError(name)
  const [section, pages] = await Promise.all([site.section(), site.pages.listLive({ ...shelf.filter, limit: LENGTH })])
  const feed = {
    title: shelf.name ? `${section.name}: ${shelf.name}` : section.name,
    home: `${site.publicUrl}${shelf.path || '/'}`,
    address: `${site.publicUrl}${shelf.path}/${name}`,
    description: `Bài mới của ${section.name}`,
    pages,
    site,
  }
  return new Response(format.write(feed), {
    headers: {
      'content-type': `${format.type}; charset=utf-8`,
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
    },
  })
}

function writeRss({ title, home, description, pages, site }: Feed): string {
  return generateRssFeed({
    title,
    link: home,
    description,
    language: 'vi',
    lastBuildDate: pages[0]?.publishedAt ?? site.now(),
    items: pages.map((page) => ({
      title: page.post.title,
      link: addressOf(page, site),
      guid: { value: page.publication, isPermaLink: false },
      pubDate: page.publishedAt,
      description: page.post.lead,
      categories: tagsOf(page).map((name) => ({ name })),
      enclosures: enclosed(page, site).map(({ url, mimeType, bytes }) => ({ url, type: mimeType, length: bytes })),
    })),
  })
}

function writeJson({ title, home, address, description, pages, site }: Feed): string {
  const feed = generateJsonFeed({
    title,
    home_page_url: home,
    feed_url: address,
    description,
    language: 'vi',
    items: pages.map((page) => ({
      id: page.publication,
      url: addressOf(page, site),
      title: page.post.title,
      summary: page.post.lead,
      content_text: page.post.lead || page.post.title,
      date_published: page.publishedAt,
      tags: tagsOf(page),
      language: page.post.language,
      attachments: enclosed(page, site).map(({ url, mimeType, bytes }) => ({
        url,
        mime_type: mimeType,
        size_in_bytes: bytes,
      })),
    })),
  })
  return JSON.stringify(feed)
}

function addressOf({ slug }: Page, { publicUrl }: Site): string {
  return `${publicUrl}/tin/${slug}`
}

function tagsOf({ post }: Page): string[] {
  return [...post.audiences, ...post.topics].map(({ name }) => name)
}

/** The film, or the first picture. */
function enclosed({ post }: Page, { publicUrl }: Site): { url: string; mimeType: string; bytes: number }[] {
  const medium =
    post.media.find(({ role }) => role === 'video') ??
    post.media.find(({ role }) => role === 'cover' || role === 'page')
  const file = medium && pickRendition(medium, medium.role === 'video' ? 'original' : 'site-wide')
  return file ? [{ url: toPublicUrl(file.url, publicUrl), mimeType: file.mimeType, bytes: file.bytes }] : []
}
