import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishPage, withdrawPage } from '@/app/(site)/_pages/publish-page'
import type { PageStore, Site } from '@/app/(site)/_pages/site'
import { channel } from '@/channels/site'
import type { Rows } from '@/platform/database'
import type { Item } from '@/channels/contract'
import { platforms } from '@/channels/registry'
import { fillVocabulary } from '~/collections/vocabulary'
import { anItem } from '../support/items'
import { databaseFor } from '../support/services'

const elsewhere = platforms.find((platform) => platform !== channel.platform) ?? ''

describe('pages in the database', () => {
  let payload: Payload
  let pages: PageStore
  let site: Site
  let rowsOf: (payload: Payload) => Rows

  beforeAll(async () => {
    Object.assign(process.env, await databaseFor(import.meta.url))
    const [{ default: config }, { getPayload }, { siteOn }] = await Promise.all([
      import('@payload-config'),
      import('payload'),
      import('@/app/(site)/_pages/payload/site'),
    ])
    ;({ rowsOf } = await import('@/platform/database'))
    payload = await getPayload({ config, disableOnInit: true })
    site = siteOn(payload)
    pages = site.pages
  })
  afterAll(() => payload?.destroy())

  const postOf = (over: Partial<Item> = {}) => channel.render(anItem(over)).post
  async function put(over: Partial<Item> = {}) {
    const result = await publishPage(postOf(over), site)
    if (result === 'withdrawn') throw new Error('withdrawn')
    return result.page
  }

  it('keeps the page to the byte', async () => {
    const post = postOf()
    await publishPage(post, site)
    expect((await pages.findByPublication(post.publication))?.post).toEqual(post)
  })

  it('gives each of eight simultaneous items one page and one address', async () => {
    const posts = Array.from({ length: 8 }, () => postOf({ slug: 'ma-otp-la-chia-khoa-nha' }))
    const results = await Promise.all([...posts, ...posts].map((post) => publishPage(post, site)))
    const slugs = results.map((result) => (result === 'withdrawn' ? result : result.page.slug))
    expect(new Set(slugs).size).toBe(8)
    expect(slugs).toContain('ma-otp-la-chia-khoa-nha')
    expect(results.filter((result) => result !== 'withdrawn' && result.isNew)).toHaveLength(8)
  })

  it('counts two hundred simultaneous readers as two hundred', async () => {
    const [read, unread] = [await put(), await put()]
    await Promise.all(Array.from({ length: 200 }, () => pages.countView(read.publication)))
    expect(await pages.readViews([read.publication, unread.publication, 'nobody'])).toEqual({
      [read.publication]: 200,
      [unread.publication]: 0,
    })
  })

  it('lists once what is meant for an audience and for everyone', async () => {
    const audiences = ['pupils', 'everyone'].map((slug) => ({ slug, name: slug }))
    const both = await put({ audiences })
    const own = await put({ audiences: audiences.slice(0, 1) })
    const found = await pages.listLive({ audience: 'pupils', limit: 10 })
    expect(found.map(({ publication }) => publication)).toEqual([own.publication, both.publication])
    expect(
      (await pages.listLive({ audience: 'pupils', limit: 10, skip: 1 })).map(({ publication }) => publication),
    ).toEqual([both.publication])
  })

  it('lists what is about a topic, and the addresses of what is live', async () => {
    const topics = [{ slug: 'chu-de-thu', name: 'Chủ đề thử' }]
    const [live, gone] = [await put({ topics }), await put({ topics })]
    await withdrawPage(gone.publication, site)
    const about = await pages.listLive({ topic: 'chu-de-thu', limit: 10 })
    expect(about.map(({ publication }) => publication)).toEqual([live.publication])
    const addresses = await pages.listAddresses(1000)
    expect(addresses).toContainEqual({ slug: live.slug, changedAt: expect.any(Date) })
    expect(addresses.map(({ slug }) => slug)).not.toContain(gone.slug)
    expect(await pages.listAddresses(1)).toHaveLength(1)
  })

  it('shows a withdrawn page as gone, and gives its address to the next', async () => {
    const page = await put({ slug: 'bai-se-go' })
    expect((await withdrawPage(page.publication, site))?.state).toBe('gone')
    expect((await pages.findBySlug('bai-se-go'))?.state).toBe('gone')
    expect(await pages.readViews([page.publication])).toEqual({})
    const next = await put({ slug: 'bai-se-go' })
    expect(next.slug).toBe('bai-se-go')
    expect((await pages.findBySlug('bai-se-go'))?.publication).toBe(next.publication)
  })

  it('changes the page of a publication that is sent again with other words, and keeps its readers', async () => {
    const post = postOf()
    await publishPage(post, site)
    await pages.countView(post.publication)
    await publishPage({ ...post, title: 'Đã đính chính' }, site)
    expect(await pages.findByPublication(post.publication)).toMatchObject({
      post: { title: 'Đã đính chính' },
      views: 1,
    })
  })

  it('leads the tracked link of a post elsewhere to the item here', async () => {
    const contentId = 'a-content-item'
    const here = await insertPublication({ contentId, platform: channel.platform, trackedCode: 'here' })
    await insertPublication({ contentId, platform: elsewhere, trackedCode: 'there' })
    expect(await site.resolveLink('there')).toBeNull()
    const page = await put({ publication: here })
    expect(await site.resolveLink('there')).toBe(`/tin/${page.slug}`)
    expect(await site.resolveLink('here')).toBe(`/tin/${page.slug}`)
    expect(await site.resolveLink('nowhere')).toBeNull()
  })

  it('names the audiences and the campaign of today', async () => {
    await fillVocabulary(payload)
    const section = await site.section()
    expect(section.audiences[0]).toEqual({ slug: 'elderly', name: 'Người cao tuổi' })
    expect(section.campaign).toBeNull()
  })

  it('lets nobody write pages through REST or read them without a name', async () => {
    const asVisitor = { collection: 'pages', overrideAccess: false } as const
    await expect(payload.find(asVisitor)).rejects.toMatchObject({ status: 403 })
    await expect(payload.delete({ ...asVisitor, where: {} })).rejects.toMatchObject({ status: 403 })
  })

  async function insertPublication(row: { contentId: string; platform: string; trackedCode: string }): Promise<string> {
    const rows = rowsOf(payload)
    const name = `Cơ quan ${row.trackedCode}`
    const organization = await rows.insert('organizations', {
      name,
      kind: 'police',
      level: 'province',
      latePolicy: 'hold',
      lateAfterMinutes: 60,
    })
    const owned = { organization, platform: row.platform }
    const channelId = await rows.insert('channels', { name, externalId: row.trackedCode, ...owned })
    const when = { dueAt: new Date(), state: 'published', revision: 0, latePolicy: 'hold', lateAfterMinutes: 60 }
    return rows.insert('publications', {
      title: name,
      contentKind: 'articles',
      ...when,
      channel: channelId,
      organization,
      ...row,
    })
  }
})
