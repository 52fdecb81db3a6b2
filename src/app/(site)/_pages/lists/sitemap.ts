/** What tells search engines where everything is. */
import { createElement, type ReactElement } from 'react'
import type { Site } from '../site'
import { listShelves } from './shelf'

/** Of one sitemap (sitemaps.org, protocol 0.9); the newest are in it. */
const MOST_ADDRESSES = 50_000

type Address = { path: string; changedAt?: Date }

export async function answerSitemap(site: Site): Promise<Response> {
  const shelves = listShelves(await site.section())
  const pages = await site.pages.listAddresses(MOST_ADDRESSES - shelves.length - 1)
  const addresses: Address[] = [
    { path: '/' },
    ...shelves.map(({ path }) => ({ path })),
    ...pages.map(({ slug, changedAt }) => ({ path: `/tin/${slug}`, changedAt })),
  ]
  const { renderToStaticMarkup } = await import('react-dom/server')
  const xml = renderToStaticMarkup(
    createElement(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      addresses.map((address) => describe(address, site.publicUrl)),
    ),
  )
  return plain(`<?xml version="1.0" encoding="UTF-8"?>${xml}`, 'application/xml')
}

function describe({ path, changedAt }: Address, publicUrl: string): ReactElement {
  const parts = { loc: `${publicUrl}${path}`, lastmod: changedAt?.toISOString() }
  const elements = Object.entries(parts).flatMap(([name, words]) =>
    words === undefined ? [] : [createElement(name, { key: name }, words)],
  )
  return createElement('url', { key: path }, elements)
}

/** The admin, the API and tracked links are for nobody's index. */
export async function answerRobots({ publicUrl }: Site): Promise<Response> {
  const closed = ['/admin', '/api/', '/l/'].map((path) => `Disallow: ${path}`)
  return plain(['User-agent: *', ...closed, '', `Sitemap: ${publicUrl}/sitemap.xml`, ''].join('\n'), 'text/plain')
}

function plain(text: string, type: string): Response {
  return new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
    },
  })
}
