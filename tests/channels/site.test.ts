import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channel } from '@/channels/site'
import { behavesLikeAChannel } from '../contracts/behavesLikeAChannel'
import { recordCall } from '../support/channels'
import { anItem, makeSampleFiles, type SampleFiles } from '../support/items'
import type { RunningPlatform } from '../support/platforms'
import { runSite, type RunningSite, type SiteFault } from '../support/site'

type Platform = RunningPlatform & { running: RunningSite }

async function runPlatform(): Promise<Platform> {
  let offset = 0
  const now = () => new Date(Date.now() + offset)
  const running = await runSite({ now })
  return {
    running,
    addresses: { PUBLIC_URL: running.origin },
    account: 'site',
    credentials: { token: running.site.token },
    texts: async () => running.taken,
    visible: async (link) =>
      (await running.site.pages.findByPublication(publicationOf(link)))?.state === 'live' ? 1 : 0,
    now,
    pass: (seconds) => {
      offset += seconds * 1000
    },
    keep: () => `${running.origin}/media/0123456789abcdef-anh.webp`,
    close: running.close,
  }
}

/** `anItem` names the publication and the tracked link by one code. */
const publicationOf = (link: string) => `publication-${link.split('/l/')[1]}`

behavesLikeAChannel({
  channel,
  platform: runPlatform,
  sampleItem: (files) => anItem({ media: [files.photo] }),
  shapes: {
    'a clip': (files) => anItem({ kind: 'clips', media: [files.video, { ...files.photo, role: 'poster' }] }),
    'an infographic': (files) => anItem({ kind: 'infographics', media: [{ ...files.photo, role: 'page' }] }),
    'a handbook': () => anItem({ kind: 'handbooks' }),
  },
  refused: (draft) => ({ ...draft, title: '', post: { ...draft.post, title: '' } }),
  textsInLog: ({ post }) => [JSON.stringify(post)],
})

describe('the site as a platform', () => {
  let platform: Platform
  let files: SampleFiles

  beforeAll(async () => {
    platform = await runPlatform()
    files = await makeSampleFiles(channel, platform)
  })
  afterAll(() => platform.close())

  const record = (signal?: AbortSignal) => recordCall({ channel, platform, files, ...(signal ? { signal } : {}) })
  const publish = (item = anItem()) => channel.publish(channel.render(item), record().call)
  const putRaw = (publication: string, body: string, token = platform.running.site.token) =>
    fetch(`${platform.running.origin}/api/site/pages/${publication}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}` },
      body,
    })

  it('answers 201 to a new page and 200 to the same page again', async () => {
    const { post } = channel.render(anItem())
    expect((await putRaw(post.publication, JSON.stringify(post))).status).toBe(201)
    expect((await putRaw(post.publication, JSON.stringify(post))).status).toBe(200)
  })

  it('makes one page of twenty simultaneous sends', async () => {
    const { post } = channel.render(anItem())
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await putRaw(post.publication, JSON.stringify(post))).status),
    )
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(new Set(statuses)).toEqual(new Set([200, 201]))
  })

  it('gives a second item of the same name an address of its own', async () => {
    const slug = 'ma-otp-la-chia-khoa-nha'
    expect(await publish(anItem({ slug }))).toMatchObject({
      url: expect.stringMatching(/\/tin\/ma-otp-la-chia-khoa-nha$/),
    })
    expect(await publish(anItem({ slug }))).toMatchObject({
      url: expect.stringMatching(/\/tin\/ma-otp-la-chia-khoa-nha-2$/),
    })
  })

  it('does not let a withdrawn page rise again', async () => {
    const item = anItem()
    const published = await publish(item)
    if (published.outcome !== 'published') throw new Error('not published')
    await channel.withdraw?.({ publication: item.publication, ...published }, record().call)
    await expect(publish(item)).rejects.toMatchObject({ kind: 'rejected', code: 'page-withdrawn' })
    expect((await fetch(published.url)).status).toBe(410)
  })

  it('refuses a wrong token and a page with fields nobody knows', async () => {
    const { post } = channel.render(anItem())
    expect((await putRaw(post.publication, JSON.stringify(post), 'wrong')).status).toBe(401)
    const strange = await putRaw(post.publication, JSON.stringify({ ...post, script: 'x' }))
    expect(strange.status).toBe(422)
    expect(await strange.json()).toMatchObject({ errors: [{ code: 'page-invalid' }] })
  })

  it('counts people who open the page, and nobody else', async () => {
    const item = anItem()
    const published = await publish(item)
    if (published.outcome !== 'published') throw new Error('not published')
    const open = (headers: Record<string, string>, method = 'GET') => fetch(published.url, { method, headers })
    await open({ 'user-agent': 'Mozilla/5.0 (Linux; Android 13) Chrome/130' })
    await open({ 'user-agent': 'Mozilla/5.0 (iPhone) Safari' })
    await open({ 'user-agent': 'facebookexternalhit/1.1' })
    await open({ 'user-agent': 'Mozilla/5.0 Chrome/130', 'sec-purpose': 'prefetch' })
    await open({ 'user-agent': 'Mozilla/5.0' }, 'HEAD')
    const readings = await channel.measure([{ publication: item.publication, ...published }], record().call)
    expect(readings.find(({ metric }) => metric === 'views')).toMatchObject({ value: 2 })
    expect(readings.find(({ metric }) => metric === 'reach')).toMatchObject({
      value: null,
      because: 'Trang không theo dõi người đọc.',
    })
  })

  it.each<SiteFault>(['drop-after-accept', 'hang-after-accept', 'error-after-accept'])(
    'says "outcome unknown" on %s, and finds the page',
    async (fault) => {
      const draft = channel.render(anItem())
      platform.running.fault(fault)
      await expect(channel.publish(draft, record(AbortSignal.timeout(1000)).call)).rejects.toMatchObject({
        kind: 'outcome-unknown',
      })
      platform.running.fault(null)
      expect(await channel.find({ draft, armedAt: platform.now() }, record().call)).toMatchObject({
        outcome: 'published',
        remoteId: draft.post.publication,
      })
    },
  )

  it.each<[SiteFault, object]>([
    ['not-ready', { kind: 'unavailable' }],
    ['too-fast', { kind: 'throttled', retryAfter: 7 }],
  ])('has put nothing up when the site is %s', async (fault, failure) => {
    const draft = channel.render(anItem())
    platform.running.fault(fault)
    await expect(channel.publish(draft, record().call)).rejects.toMatchObject(failure)
    platform.running.fault(null)
    expect(await channel.find({ draft, armedAt: platform.now() }, record().call)).toBe('absent')
  })
})
