import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { payloadPages } from '@/app/(site)/_pages/payload/pages'
import { lookalikes } from '@/sandbox'
import { codesOf, type PersonName } from '../../support/office'
import { expectOk } from '../../support/office/desk'
import { runSite, type RunningSite } from '../../support/site'
import { addSeenFilm, type Newsroom, openNewsroom, type Posts } from './newsroom'

const TITLE = 'Thông tin cải chính, xin lỗi'
const BEGINNING = new RegExp(`^${TITLE}`)

type Place = {
  platform: string
  wrong: { publication: string; state: string }
  correction: { publication: string; state: string } | null
  result: string
  message: string | null
  url: string | null
}
type Report = {
  correction: { id: string; state: string }
  of: { id: string }
  dueAt: string
  closedAt: string | null
  places: Place[]
}

describe('A correction', () => {
  let office: Newsroom
  let section: RunningSite
  let films: string
  let wrong: { article: string; posts: Posts }
  let article = ''

  /** The public section over the database, so that its pages know of each other. */
  beforeAll(async () => {
    office = await openNewsroom(import.meta.url)
    const { readLinks } = await import('@/app/(site)/_pages/payload/links')
    section = await runSite({ pages: payloadPages(office.payload) })
    section.site.links = (publication) => readLinks(office.payload, publication)
    const credentials = { address: section.origin, token: section.site.token }
    await office.payload.update({ collection: 'channels', id: office.channel, data: { credentials } as never })
    await office.engine.rows.update('channels', { id: office.channel }, { state: 'connected' })
    films = await office.connect('youtube')
  })
  afterAll(async () => {
    await section?.close()
    await office?.close()
  })

  const correct = (id: string, who: PersonName = 'publisher', body: object = {}) =>
    office.asPerson(who).post(`/articles/${id}/correction`, body)
  const report = async (id = wrong.article) =>
    (await expectOk(office.asPerson('reporter').get(`/articles/${id}/correction`))).body['report'] as Report
  const placeOn = async (platform: string) => {
    const place = (await report()).places.find((one) => one.platform === platform)
    if (!place) throw new Error(`nothing on ${platform}`)
    return place
  }
  const rightOn = async (platform: string) => office.row((await placeOn(platform)).correction?.publication ?? 'none')
  const wall = (platform: string) =>
    (lookalikes.find((one) => one.platform === platform)?.wall(office.sandbox.desk) ?? []).filter(
      ({ state, text }) => state === 'visible' && text.includes('/l/'),
    )

  it('is drafted by those who may withdraw, and only of what somebody may have seen', async () => {
    const { id } = await office.writeArticle({ cover: office.medium })
    const early = await correct(id)
    expect([early.status, ...codesOf(early)]).toEqual([409, 'never_published'])
    for (const who of ['reporter', 'approver', 'channel-admin'] as const)
      expect((await correct(id, who)).status, who).toBe(403)
    expect((await correct(id, 'foreign-leader')).status).toBe(404)
    expect(await report(id)).toBeNull()
    expect(codesOf(await correct(id, 'leader', { title: 'khác' }))).toEqual(['body_invalid'])
  })

  it('is planned wherever the wrong item stood, also where it is down, and owed within a day', async () => {
    wrong = await office.goLive(Object.values(office.places))
    await addSeenFilm(office, wrong.article, films)
    await expectOk(office.asPerson('leader').post(`/articles/${wrong.article}/recall`, { reason: 'Sai số điện thoại' }))
    await office.recallNow()
    const answers = await Promise.all([correct(wrong.article), correct(wrong.article)])
    const made = answers.filter(({ status }) => status === 200).map(({ body }) => body as unknown as Report)
    article = made[0]?.correction.id ?? ''
    expect(new Set(made.map(({ correction }) => correction.id)).size).toBe(1)
    const { places, dueAt, of, correction } = await report()
    expect({ of: of.id, correction }).toMatchObject({ of: wrong.article, correction: { id: article, state: 'draft' } })
    const hours = (new Date(dueAt).getTime() - office.engine.now().getTime()) / 3_600_000
    expect([hours > 23, hours <= 24]).toEqual([true, true])
    expect(Object.fromEntries(places.map(({ platform, correction: post }) => [platform, post?.state ?? null]))).toEqual(
      { site: 'draft', facebook: 'draft', zalo: 'draft', telegram: 'draft', youtube: null },
    )
    expect(places.find(({ platform }) => platform === 'youtube')).toMatchObject({
      result: 'by-hand',
      message: expect.stringMatching(/mở đầu bằng “Thông tin cải chính, xin lỗi”/),
    })
    expect(await report(article)).toMatchObject({ of: { id: wrong.article } })
    const { docs = [] } = (
      await office.asPerson('editor').get(`/articles?where[correction.ofId][equals]=${wrong.article}&draft=true`)
    ).body
    expect(docs).toHaveLength(1)
  })

  it('is approved like everything else, and not before it says what was wrong and what is right', async () => {
    await renderAll()
    const publisher = office.asPerson('publisher')
    const early = await publisher.post(`/articles/${article}/submit`)
    expect([early.status, ...codesOf(early), early.text]).toEqual([
      422,
      'correction_incomplete',
      expect.stringContaining('còn thiếu nội dung sai, nội dung đúng'),
    ])
    const { correction } = (await publisher.get(`/articles/${article}?draft=true&depth=0`)).body
    const group = {
      ...(correction as object),
      wrongText: 'Gọi số 0900 111 222 khi bị đe dọa.',
      correctedText: 'Gọi số 113 khi bị đe dọa.',
    }
    const variants = [{ blockType: 'facebook', text: 'Chúng tôi đã nhầm.' }]
    const short = { correction: { ...group, ofId: 'bài-khác' }, variants, title: 'Đính chính nhỏ' }
    await expectOk(publisher.patch(`/articles/${article}?draft=true`, short))
    await expectOk(publisher.post(`/articles/${article}/submit`))
    expect(codesOf(await office.asPerson('leader').post(`/articles/${article}/approve`))).toEqual([
      'correction_incomplete',
    ])
    await expectOk(publisher.patch(`/articles/${article}?draft=true`, { variants: [] }))
    await expectOk(publisher.post(`/articles/${article}/submit`))
    expect(codesOf(await publisher.post(`/articles/${article}/approve`))).toEqual(['own_work'])
    await expectOk(office.asPerson('approver').post(`/articles/${article}/approve`))
    expect(await report()).toMatchObject({ of: { id: wrong.article }, correction: { state: 'approved' } })
  })

  it('goes out however late it was approved, and says so in its first words', async () => {
    await office.pass(3 * 3_600)
    for (const channel of Object.values(office.places)) await office.run('publish', { channel })
    for (const platform of ['facebook', 'zalo', 'telegram']) {
      const [said, ...others] = wall(platform).map(({ text }) => text)
      expect(others, platform).toEqual([])
      for (const words of ['Gọi số 0900 111 222', 'Gọi số 113', 'xin lỗi', 'Mã OTP là chìa khóa nhà', 'đăng ngày'])
        expect(said, platform).toContain(words)
      expect((await rightOn(platform)).snapshot?.draft.title, platform).toMatch(BEGINNING)
      // An article has a title of its own; a post begins with it.
      if (platform !== 'zalo') expect(said, platform).toMatch(BEGINNING)
    }
  })

  it('and the wrong page lead to each other', async () => {
    const pageOf = async (id: string) => (await section.site.pages.findByPublication(id))?.slug ?? 'none'
    const own = await rightOn('site')
    const old = await fetch(`${section.origin}/tin/${await pageOf(wrong.posts(office.channel))}`)
    const slug = await pageOf(own.id)
    expect([old.status, await old.text()]).toEqual([410, expect.stringContaining(`href="/tin/${slug}"`)])
    const page = await (await fetch(`${section.origin}/tin/${slug}`)).text()
    for (const words of [`<h1>${TITLE}: Đính chính nhỏ</h1>`, 'Tin này cải chính nội dung đã đăng', '(bài đã được gỡ)'])
      expect(page).toContain(words)
  })

  it('is owed until it stands everywhere, by the system or by hand', async () => {
    const owed = async (who: PersonName = 'auditor') =>
      (await office.asPerson(who).get('/corrections?where[closedAt][exists]=false&depth=0')).body.docs
    await office.run('recall', { corrections: 'open' })
    expect(await owed()).toMatchObject([{ correctionId: article, wrongId: wrong.article }])
    expect(await owed('foreign-leader')).toEqual([])
    const film = (await placeOn('youtube')).wrong.publication
    const tick = (body: object, who: PersonName = 'publisher') =>
      office.asPerson(who).post(`/publications/${film}/corrected-by-hand`, body)
    expect((await tick({ url: 'https://youtube.example/post/1' }, 'reporter')).status).toBe(403)
    expect(codesOf(await tick({ url: 'không phải đường dẫn' }))).toEqual(['body_invalid'])
    await expectOk(tick({ url: 'https://youtube.example/post/1' }))
    expect(codesOf(await tick({ url: 'https://youtube.example/post/2' }))).toEqual(['nothing_owed'])
    expect((await report()).closedAt).not.toBeNull()
    expect(await placeOn('youtube')).toMatchObject({ result: 'done', url: 'https://youtube.example/post/1' })
    expect(await owed()).toEqual([])
    const audit = await office.engine.rows.find('audit', { where: { subject: `articles:${wrong.article}` } })
    const actions = audit.map(({ action }) => action)
    for (const action of ['correction-drafted', 'corrected']) expect(actions).toContain(action)
  })

  async function renderAll(): Promise<void> {
    const waiting = await office.engine.rows.find('media', { where: { renditionState: 'pending' }, select: ['alt'] })
    for (const { id } of waiting) await office.run('render-media', { media: id })
  }
})
