import { parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishPage, withdrawPage } from '@/app/(site)/_pages/publish-page'
import { channel } from '@/channels/site'
import { anItem } from '../../support/items'
import { runSite, type RunningSite } from '../../support/site'

const named = (slug: string, name: string) => [{ slug, name }]
const topics = named('canh-bao', 'Cảnh báo, nguy cơ, xu hướng')

describe('the lists of the public section', () => {
  let running: RunningSite
  let all: string[]

  /** One item for the elderly, one for the young, one for everyone about warnings; one that was withdrawn. */
  beforeAll(async () => {
    running = await runSite()
    for (const item of [
      anItem({ slug: 'cuoc-goi-la', title: 'Cuộc gọi lạ & “cán bộ” <giả>', topics: [] }),
      anItem({ slug: 'ban-tre', title: 'Giữ tài khoản', audiences: named('youth', 'Thanh thiếu niên'), topics: [] }),
      anItem({ slug: 'moi-nguoi', title: 'Ba số cần nhớ', audiences: named('everyone', 'Mọi người'), topics }),
    ])
      await publishPage(channel.render(item).post, running.site)
    const gone = channel.render(anItem({ slug: 'sai', title: 'Bài sai', topics })).post
    await publishPage(gone, running.site)
    await withdrawPage(gone.publication, running.site)
    const line = (title: string, slug: string) => `${title} ${running.origin}/tin/${slug}`
    all = [
      line('Ba số cần nhớ', 'moi-nguoi'),
      line('Giữ tài khoản', 'ban-tre'),
      line('Cuộc gọi lạ & “cán bộ” <giả>', 'cuoc-goi-la'),
    ]
  })
  afterAll(() => running.close())

  async function read(path: string, type: string): Promise<string> {
    const answer = await fetch(running.origin + path)
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, `${type}; charset=utf-8`])
    return answer.text()
  }

  const inRss = async (path: string) =>
    parseRssFeed(await read(path, 'application/rss+xml')).items?.map(({ title, link }) => `${title} ${link}`)
  const inJson = async (path: string) =>
    parseJsonFeed(await read(path, 'application/feed+json')).items?.map(({ title, url }) => `${title} ${url}`)

  it('gives the items as feeds, per audience and per topic, without what was withdrawn', async () => {
    for (const [shelf, items] of [
      ['', all],
      ['/elderly', [all[0], all[2]]],
      ['/youth', [all[0], all[1]]],
      ['/chu-de/canh-bao', [all[0]]],
    ] as const) {
      expect(await inRss(`${shelf}/feed.xml`)).toEqual(items)
      expect(await inJson(`${shelf}/feed.json`)).toEqual(items)
    }
  })

  it('says in a JSON feed where it comes from and what each item is about', async () => {
    const feed = parseJsonFeed(await read('/chu-de/canh-bao/feed.json', 'application/feed+json'))
    expect(feed).toMatchObject({
      title: 'Chuyên trang An toàn thông tin: Cảnh báo, nguy cơ, xu hướng',
      home_page_url: `${running.origin}/chu-de/canh-bao`,
      feed_url: `${running.origin}/chu-de/canh-bao/feed.json`,
      language: 'vi',
    })
    expect(feed.items?.[0]).toMatchObject({ tags: ['Mọi người', 'Cảnh báo, nguy cơ, xu hướng'], language: 'vi' })
  })

  it('shows a topic as a list of its own, to which its items lead', async () => {
    const list = await read('/chu-de/canh-bao', 'text/html')
    expect(list).toContain('<h1>Cảnh báo, nguy cơ, xu hướng</h1>')
    expect(list).toContain('Ba số cần nhớ')
    expect(list).not.toContain('Giữ tài khoản')
    expect(await read('/tin/moi-nguoi', 'text/html')).toContain('href="/chu-de/canh-bao"')
  })

  it('maps every live address for search engines, and none that was withdrawn', async () => {
    const map = await read('/sitemap.xml', 'application/xml')
    const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) =>
      address?.replace(running.origin, ''),
    )
    expect(addresses).toEqual([
      '/',
      '/elderly',
      '/youth',
      '/officials',
      '/everyone',
      '/chu-de/canh-bao',
      '/tin/moi-nguoi',
      '/tin/ban-tre',
      '/tin/cuoc-goi-la',
    ])
    expect(map).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?><urlset xmlns="http:\/\/www\.sitemaps\.org/)
    for (const address of addresses) expect((await fetch(running.origin + address)).status).toBe(200)
  })

  it('tells robots where the map is and what is not theirs', async () => {
    const robots = await read('/robots.txt', 'text/plain')
    expect(robots).toContain(`Sitemap: ${running.origin}/sitemap.xml`)
    expect(robots).toContain('Disallow: /admin\n')
  })
})
