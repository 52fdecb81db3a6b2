import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishPage } from '@/app/(site)/_pages/publish-page'
import { channel } from '@/channels/site'
import { anItem } from '../../support/items'
import { runSite, type RunningSite } from '../../support/site'

const FILE = '0123456789abcdef-phim.mp4'

describe('the public section answers visitors', () => {
  let running: RunningSite
  let directory: string
  const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251))

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lan-toa-visitors-'))
    await writeFile(join(directory, FILE), bytes)
    await writeFile(join(directory, 'page.html'), '<script>')
    running = await runSite({ mediaDirectory: directory, links: { abc: '/tin/cuoc-goi-la' } })
    const everyone = [{ slug: 'everyone', name: 'Mọi người' }]
    const youth = [{ slug: 'youth', name: 'Thanh thiếu niên' }]
    for (const item of [
      anItem({ slug: 'cuoc-goi-la', title: 'Cuộc gọi lạ & “cán bộ” <giả>' }),
      anItem({ slug: 'ban-tre', title: 'Giữ tài khoản của bạn', audiences: youth }),
      anItem({ slug: 'moi-nguoi', title: 'Ba số cần nhớ', audiences: everyone }),
    ])
      await publishPage(channel.render(item).post, running.site)
  })
  afterAll(async () => {
    await running.close()
    await rm(directory, { recursive: true, force: true })
  })

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(running.origin + path, { headers, redirect: 'manual' })

  it('shows an audience its own items and those for everyone', async () => {
    const text = await (await get('/youth')).text()
    expect(text).toContain('Giữ tài khoản của bạn')
    expect(text).toContain('Ba số cần nhớ')
    expect(text).not.toContain('Cuộc gọi lạ')
  })

  it.each([
    '/khong-co',
    '/tin/khong-co',
    '/l/khong-co',
    '/khong-co/feed.xml',
    '/chu-de/khong-co',
    '/chu-de',
    '/tin/feed.json',
    '/elderly/sitemap.xml',
    '/tin/a/b',
    '/tin',
    '/media/khong-co.webp',
  ])('answers 404 to %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('writes text as text, never as markup', async () => {
    const text = await (await get('/tin/cuoc-goi-la')).text()
    expect(text).toContain('Cuộc gọi lạ &amp; “cán bộ” &lt;giả&gt;')
    expect(text).not.toContain('<giả>')
  })

  it('forbids scripts, frames and foreign sources on every page', async () => {
    const policy = (await get('/tin/cuoc-goi-la')).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('script-src')
  })

  it('leads a tracked link to its item without keeping anything of the visitor', async () => {
    const answer = await get('/l/abc')
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('/tin/cuoc-goi-la')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('counts those who follow a tracked link, without robots and without those that lead nowhere', async () => {
    const before = running.clicks.length
    await get('/l/abc')
    await get('/l/abc', { 'user-agent': 'facebookexternalhit/1.1' })
    await get('/l/abc', { 'sec-purpose': 'prefetch' })
    await get('/l/khong-co')
    expect(running.clicks.slice(before)).toEqual(['abc'])
  })

  it('sends a file whole, with a type and a lasting name', async () => {
    const answer = await get(`/media/${FILE}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('video/mp4')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=900-', 900, 999],
    ['bytes=-10', 990, 999],
    ['bytes=500-5000', 500, 999],
  ])('sends the part that is asked for by %s', async (range, from, to) => {
    const answer = await get(`/media/${FILE}`, { range })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to}/1000`)
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(from, to + 1))).toBe(true)
  })

  it.each(['bytes=1000-', 'bytes=2000-3000', 'bytes=-0'])('refuses %s', async (range) => {
    const answer = await get(`/media/${FILE}`, { range })
    expect(answer.status).toBe(416)
    expect(answer.headers.get('content-range')).toBe('bytes */1000')
  })

  it.each(['bytes=20-10', 'lines=1-2', 'bytes=0-1,5-6'])(
    'sends the whole file for %s, which it does not understand',
    async (range) => {
      expect((await get(`/media/${FILE}`, { range })).status).toBe(200)
    },
  )

  it('sends a file once to those who keep it', async () => {
    const etag = (await get(`/media/${FILE}`)).headers.get('etag') ?? ''
    expect((await get(`/media/${FILE}`, { 'if-none-match': etag })).status).toBe(304)
  })

  it.each(['/media/..%2f..%2fpackage.json', '/media/%2e%2e/x.pdf', '/media/page.html', '/media/.partial-1.webp'])(
    'keeps %s to itself',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )
})
