import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { channelOf } from '@/channels/registry'
import type { Publication } from '@/engine/rows'
import { richTextOf } from '@/seed/rich-text'
import { findBrokenLinks } from '../../support/engine/chain'
import { type Body, codesOf, type PersonName } from '../../support/office'
import { expectOk, force } from '../../support/office/desk'
import { type Newsroom, openNewsroom } from './newsroom'

type Place = { publication: string; state: string; result: string; message: string | null; nextTryAt: string | null }

describe('A recall', () => {
  let office: Newsroom
  beforeAll(async () => {
    office = await openNewsroom(import.meta.url)
    counting()
  })
  afterEach(() => office.sandbox.desk.faults.clear())
  afterAll(() => office?.close())

  const reason = 'Bài nêu sai số điện thoại của công an'
  const recall = (article: string, who: PersonName = 'leader', body: object = { reason }) =>
    office.asPerson(who).post(`/articles/${article}/recall`, body)
  const placesIn = ({ body }: { body: Body }) => body['places'] as Place[]
  const report = async (article: string) =>
    placesIn(await expectOk(office.asPerson('reporter').get(`/articles/${article}/recall`)))
  const resultOf = async (article: string, publication: string) =>
    (await report(article)).find((place) => place.publication === publication)
  const all = () => Object.values(office.places)
  const fault = (platform: string, call: string, what: 'unavailable' | 'token-dead' | 'accept-then-drop') =>
    office.sandbox.desk.faults.add({ platform, call, fault: what, times: 1 })
  let taken = 0
  /** Every request that takes something down, whoever sends it. */
  const counting = () => {
    const { http } = office.engine
    office.engine.http = (asked) => {
      if (asked.method === 'DELETE' || asked.url.endsWith('/remove')) taken += 1
      return http(asked)
    }
  }
  const deletions = () =>
    taken + office.sandbox.desk.entries.read({}).filter(({ call }) => call === 'deleteMessage').length

  it('takes what is live from every place and what waits from its hour, and the second time does nothing twice', async () => {
    const { article, posts } = await office.goLive(all())
    const later = await office.connect('telegram')
    const waiting = (await office.plan(article, [later], new Date(Date.now() + 3_600_000)))[later] ?? ''
    const answer = await expectOk(recall(article))
    expect(answer.body).toMatchObject({ approval: { state: 'retracted' }, recall: { because: reason, by: 'leader' } })
    expect(placesIn(answer).map(({ result }) => result)).toEqual(Array.from({ length: 5 }, () => 'under-way'))
    const untouched = deletions()
    expect(await office.recallNow()).toEqual([{ done: '5 publications' }])
    expect(deletions() - untouched).toBe(4)
    for (const id of Object.values(posts)) {
      expect([(await office.row(id)).state, await office.visible(id)]).toEqual(['withdrawn', 0])
      expect((await findBrokenLinks(office.engine, await office.row(id))).broken).toEqual([])
    }
    expect((await office.row(waiting)).state).toBe('cancelled')
    expect((await report(article)).map(({ result }) => result).toSorted()).toEqual([
      'cancelled',
      ...Array.from({ length: 4 }, () => 'withdrawn'),
    ])
    const before = deletions()
    await expectOk(recall(article))
    await office.recallNow()
    expect(deletions()).toBe(before)
    const audit = await office.engine.rows.find('audit', { where: { subject: `articles:${article}` }, sort: 'at' })
    expect(audit.map(({ action }) => action).filter((action) => /recall/.test(String(action)))).toEqual([
      'recall',
      'recalled',
      'recall-again',
    ])
    const { slug } = (await office.section.site.pages.findByPublication(posts[office.channel] ?? '')) ?? {}
    const page = await fetch(`${office.section.origin}/tin/${slug}`)
    expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('Bài này đã được gỡ')])
  })

  it('is the leader’s and the administrator’s alone, wants a reason, and something to take back', async () => {
    const { article } = await office.goLive([office.channel])
    for (const who of ['reporter', 'approver', 'publisher', 'channel-admin', 'auditor'] as const)
      expect(codesOf(await recall(article, who)), who).toEqual(['not_allowed'])
    for (const who of ['foreign-leader', 'parent-leader', 'child-leader'] as const)
      expect((await recall(article, who)).status, who).toBe(404)
    expect((await office.visitor.post(`/articles/${article}/recall`, { reason })).status).toBe(401)
    for (const body of [{}, { reason: 'sai' }, { reason: '      ' }, { reason: 7 }]) {
      const refused = await recall(article, 'leader', body)
      expect([refused.status, ...codesOf(refused)]).toEqual([422, 'reason_required'])
    }
    const { id: draft } = await office.writeArticle()
    const nothing = await recall(draft)
    expect([nothing.status, ...codesOf(nothing)]).toEqual([409, 'nothing_to_recall'])
    expect(await report(article)).toEqual([])
    await expectOk(recall(article, 'administrator'))
  })

  it('lets nothing out any more: the guard refuses at once, and what was sent a moment before is caught', async () => {
    const { facebook = '', zalo = '', telegram = '' } = office.places
    const { id: article } = await office.writeArticle({ cover: office.medium })
    const posts = await office.plan(article, [facebook, zalo, telegram])
    await office.sign(article)
    fault('facebook', 'feed.create', 'accept-then-drop')
    await office.run('publish', { channel: facebook })
    const { claim } = await import('@/engine/send/claim')
    const { openLease } = await import('@/engine/send/lease')
    const claimed = (await claim(office.engine, await office.row(posts[zalo] ?? ''))) as Publication
    const lease = openLease(office.engine, claimed)
    await expectOk(recall(article))
    // The worker comes before the job: nothing bears an approved hash any more.
    await office.run('publish', { channel: telegram })
    expect(await office.visible(posts[telegram] ?? '')).toBe(0)
    await office.recallNow()
    await expect(lease.renew(true)).rejects.toThrow('is gone')
    lease.stop()
    expect((await office.row(posts[zalo] ?? '')).state).toBe('cancelled')
    expect((await office.row(posts[telegram] ?? '')).state).toBe('cancelled')
    const lost = posts[facebook] ?? ''
    expect([(await office.row(lost)).state, await office.visible(lost)]).toEqual(['unknown', 1])
    await office.pass(120)
    await office.run('settle', { publication: lost })
    expect((await office.row(lost)).state).toBe('published')
    await office.recallNow()
    expect([(await office.row(lost)).state, await office.visible(lost)]).toEqual(['withdrawn', 0])
  })

  it('is held back by no death: what another worker left behind is gone through again, and nothing is taken twice', async () => {
    const { facebook = '', telegram = '' } = office.places
    const { article, posts } = await office.goLive([telegram, facebook])
    await expectOk(recall(article))
    const { http } = office.engine
    const neverAnswering: typeof http = (asked) =>
      asked.method === 'DELETE' ? new Promise(() => undefined) : http(asked)
    const dying = { ...office.engine, http: neverAnswering }
    const { runRecall } = await import('@/engine/desk/recall/run')
    const [{ id = '' } = {}] = await office.engine.rows.find('recalls', { where: { contentId: article } })
    const dead = runRecall(dying, id)
    await expect.poll(async () => (await office.row(posts[telegram] ?? '')).state).toBe('withdrawn')
    expect((await office.row(posts[facebook] ?? '')).state).toBe('published')
    const before = deletions()
    await office.pass(130)
    await office.recallNow()
    expect((await office.row(posts[facebook] ?? '')).state).toBe('withdrawn')
    expect(deletions()).toBe(before + 1)
    void dead
  })

  it('tries again what may still succeed, and tells a person what the system cannot do', async () => {
    const { facebook = '', zalo = '', telegram = '' } = office.places
    const { article, posts } = await office.goLive(all())
    const [up, refused, confirmed] = [posts[facebook] ?? '', posts[zalo] ?? '', posts[telegram] ?? '']
    const site = posts[office.channel] ?? ''
    const driver = channelOf('site')
    const { withdraw } = driver
    delete driver.withdraw
    fault('facebook', 'post.delete', 'unavailable')
    fault('zalo', 'article.remove', 'token-dead')
    await force(office, confirmed, { remoteId: 'số không có', remoteUrl: 'https://t.me/kenh/9' })
    await expectOk(recall(article))
    await office.recallNow()
    driver.withdraw = withdraw
    expect(await resultOf(article, up)).toMatchObject({ result: 'under-way', state: 'published' })
    expect((await resultOf(article, up))?.nextTryAt).not.toBeNull()
    expect(await resultOf(article, refused)).toMatchObject({
      result: 'failed',
      message: expect.stringMatching(/cần kết nối lại.*“Thu hồi tiếp”/),
    })
    for (const id of [site, confirmed])
      expect(await resultOf(article, id)).toMatchObject({
        result: 'by-hand',
        message: expect.stringMatching(/Hãy mở https?:\S+, xóa bài ở đó, rồi bấm “Đã gỡ bằng tay”\./),
      })
    await office.pass(40)
    await office.recallNow()
    expect(await resultOf(article, up)).toMatchObject({ result: 'withdrawn', message: null })
    await office.engine.rows.update('channels', { id: zalo }, { state: 'connected' })
    await expectOk(recall(article))
    await office.recallNow()
    expect(await resultOf(article, refused)).toMatchObject({ result: 'withdrawn' })
    for (const who of ['reporter', 'approver'] as const)
      expect((await office.asPerson(who).post(`/publications/${site}/withdrawn-by-hand`)).status).toBe(403)
    expect((await office.asPerson('foreign-leader').post(`/publications/${site}/withdrawn-by-hand`)).status).toBe(404)
    const byHand = () => office.asPerson('publisher').post(`/publications/${site}/withdrawn-by-hand`)
    expect((await expectOk(byHand())).body).toMatchObject({ state: 'withdrawn' })
    expect(codesOf(await byHand())).toEqual(['not_by_hand'])
    expect(await resultOf(article, site)).toMatchObject({ result: 'withdrawn', message: 'publisher đã gỡ bằng tay.' })
  })

  it('never believes that a post of which only the address is known is gone', async () => {
    const { facebook = '' } = office.places
    const { article, posts } = await office.goLive([facebook])
    const id = posts[facebook] ?? ''
    const url = 'https://facebook.example/bai/1'
    await force(office, id, { remoteId: url, remoteUrl: url })
    const refused = await office.asPerson('publisher').post(`/publications/${id}/withdraw`)
    expect([refused.status, ...codesOf(refused)]).toEqual([409, 'cannot_withdraw'])
    await force(office, id, { state: 'held', heldBecause: 'cannot-tell', publishedAt: null, remoteUrl: null })
    await expectOk(recall(article))
    await office.recallNow()
    expect(await resultOf(article, id)).toMatchObject({
      result: 'by-hand',
      state: 'held',
      message: expect.stringMatching(/^Không rõ bài đã lên hay chưa\./),
    })
    for (const verb of ['send-now', 'cancel', 'confirm', 'reschedule', 'retry', 'update'])
      expect(codesOf(await office.asPerson('leader').post(`/publications/${id}/${verb}`)), verb).toEqual(['recalled'])
    await expectOk(office.asPerson('leader').post(`/publications/${id}/withdrawn-by-hand`))
    expect((await office.row(id)).state).toBe('cancelled')
  })

  it('keeps the item from being planned until it is edited and signed anew, and leaves the new posts alone', async () => {
    const { article } = await office.goLive([office.channel])
    await expectOk(recall(article))
    await office.recallNow()
    const wish = { items: [{ channel: office.channel, dueAt: new Date(Date.now() + 60_000).toISOString() }] }
    const early = await office.asPerson('publisher').post(`/articles/${article}/publications`, wish)
    expect([early.status, ...codesOf(early)]).toEqual([409, 'recalled'])
    expect((await office.asPerson('reporter').post(`/articles/${article}/submit`)).status).toBe(409)
    const body = richTextOf('Số đúng là 113. Bà con gọi ngay khi bị đe dọa.')
    await expectOk(office.asPerson('reporter').patch(`/articles/${article}?draft=true`, { body }))
    await office.sign(article)
    const posts = await office.plan(article, [office.channel])
    await office.run('publish', { channel: office.channel })
    await office.pass(70)
    await office.recallNow()
    const id = posts[office.channel] ?? ''
    expect(await office.row(id)).toMatchObject({ state: 'published', recalledAt: null })
    await expectOk(recall(article))
    await office.recallNow()
    expect((await office.row(id)).state).toBe('withdrawn')
    expect(await report(article)).toHaveLength(1)
  })
})
