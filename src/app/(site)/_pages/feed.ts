import { generateRssFeed } from 'feedsmith'
import { pickRendition, toPublicUrl } from './components/pictures'
import type { Page, Site } from './site'

const LENGTH = 30

export async function answerFeed(site: Site, audience: { slug: string; name: string } | null): Promise<Response> {
  const [{ name }, pages] = await Promise.all([
    site.section(),
    site.pages.listLive({ ...(audience ? { audience: audience.slug } : {}), limit: LENGTH }),
  ])
  const xml = generateRssFeed({
    title: audience ? `${name}: ${audience.name}` : name,
    link: audience ? `${site.publicUrl}/${audience.slug}` : `${site.publicUrl}/`,
    description: `Bài mới của ${name}`,
    language: 'vi',
    lastBuildDate: pages[0]?.publishedAt ?? site.now(),
    items: pages.map((page) => toEntry(page, site)),
  })
  return new Response(xml, {
    headers: {
      'content-type': 'application/rss+xml; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
    },
  })
}

function toEntry({ publication, slug, post, publishedAt }: Page, { publicUrl }: Site) {
  return {
    title: post.title,
    link: `${publicUrl}/tin/${slug}`,
    guid: { value: publication, isPermaLink: false },
    pubDate: publishedAt,
    description: post.lead,
    categories: [...post.audiences, ...post.topics].map(({ name }) => ({ name })),
    enclosures: enclose(post, publicUrl),
  }
}

function enclose(post: Page['post'], publicUrl: string) {
  const medium =
    post.media.find(({ role }) => role === 'video') ??
    post.media.find(({ role }) => role === 'cover' || role === 'page')
  const file = medium && pickRendition(medium, medium.role === 'video' ? 'original' : 'site-wide')
  return file ? [{ url: toPublicUrl(file.url, publicUrl), type: file.mimeType, length: file.bytes }] : []
}
