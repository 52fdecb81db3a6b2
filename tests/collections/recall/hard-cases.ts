/** What goes wrong while an item is being taken back. */
import { afterEach, expect, it } from 'vitest'
import { channelOf } from '@/channels/registry'
import type { Publication } from '@/engine/rows'
import type { Fault } from '@/sandbox/contract'
import { codesOf } from '../../support/office'
import { expectOk, force } from '../../support/office/desk'
import { countDeletions, type Newsroom, readPlaces, reason } from './newsroom'

export function testHardCases(officeOf: () => Newsroom): void {
  afterEach(() => officeOf().sandbox.desk.faults.clear())

  const recall = (article: string) => officeOf().asPerson('leader').post(`/articles/${article}/recall`, { reason })
  const fault = (platform: string, call: string, what: Fault) =>
    officeOf().sandbox.desk.faults.add({ platform, call, fault: what, times: 1 })
  const resultOf = async (article: string, publication: string) =>
    (await readPlaces(officeOf(), article)).find((place) => place.publication === publication)

  it('lets nothing out any more: the guard refuses at once, and what was sent a moment before is caught', async () => {
    const office = officeOf()
    const { facebook, zalo, telegram } = office.places
    const { id: article } = await office.writeArticle({ cover: office.medium })
    const posts = await office.plan(article, [facebook, zalo, telegram])
    await office.sign(article)
    fault('facebook', 'feed.create', 'accept-then-drop')
    await office.run('publish', { channel: facebook })
    const { claim } = await import('@/engine/send/claim')
    const { openLease } = await import('@/engine/send/lease')
    const claimed = (await claim(office.engine, await office.row(posts(zalo))))?.publication as Publication
    const lease = openLease(office.engine, claimed)
    await expectOk(recall(article))
    // The worker comes before the job: nothing bears an approved hash any more.
    await office.run('publish', { channel: telegram })
    expect(await office.visible(posts(telegram))).toBe(0)
    await office.recallNow()
    await expect(lease.renew({ isArming: true })).rejects.toThrow('is gone')
    lease.stop()
    expect((await office.row(posts(zalo))).state).toBe('cancelled')
    expect((await office.row(posts(telegram))).state).toBe('cancelled')
    const lost = posts(facebook)
    expect([(await office.row(lost)).state, await office.visible(lost)]).toEqual(['unknown', 1])
    await office.pass(120)
    await office.run('settle', { publication: lost })
    expect((await office.row(lost)).state).toBe('published')
    await office.recallNow()
    expect([(await office.row(lost)).state, await office.visible(lost)]).toEqual(['withdrawn', 0])
  })

  it('is held back by no death: what another worker left behind is gone through again, and nothing is taken twice', async () => {
    const office = officeOf()
    const { facebook, telegram } = office.places
    const { article, posts } = await office.goLive([telegram, facebook])
    await expectOk(recall(article))
    const { http } = office.engine
    const neverAnswering: typeof http = (asked) =>
      asked.method === 'DELETE' ? new Promise(() => undefined) : http(asked)
    const dying = { ...office.engine, http: neverAnswering }
    const { runRecall } = await import('@/engine/desk/recall/run')
    const [row] = await office.engine.rows.find('recalls', { where: { contentId: article } })
    const dead = runRecall(dying, row?.id ?? '')
    await expect.poll(async () => (await office.row(posts(telegram))).state).toBe('withdrawn')
    expect((await office.row(posts(facebook))).state).toBe('published')
    const deletions = countDeletions(office)
    const before = deletions()
    await office.pass(130)
    await office.recallNow()
    expect((await office.row(posts(facebook))).state).toBe('withdrawn')
    expect(deletions()).toBe(before + 1)
    void dead
  })

  it('tries again what may still succeed, and tells a person what the system cannot do', async () => {
    const office = officeOf()
    const { facebook, zalo, telegram } = office.places
    const { article, posts } = await office.goLive(Object.values(office.places))
    const [up, refused, confirmed] = [posts(facebook), posts(zalo), posts(telegram)]
    const site = posts(office.channel)
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
    const { snapshot } = await office.row(refused)
    const post = { ...(snapshot?.draft.post as object), broadcast: { target: {}, also: [] } }
    const told = { ...snapshot, draft: { ...snapshot?.draft, post } }
    await office.engine.rows.update('publications', { id: refused }, { snapshot: told as never })
    await expectOk(recall(article))
    await office.recallNow()
    expect(await resultOf(article, refused)).toMatchObject({
      result: 'withdrawn',
      message: expect.stringMatching(/tin broadcast đã gửi vẫn nằm trong hộp trò chuyện/),
    })
    for (const who of ['reporter', 'approver'] as const)
      expect((await office.asPerson(who).post(`/publications/${site}/withdrawn-by-hand`)).status).toBe(403)
    expect((await office.asPerson('foreign-leader').post(`/publications/${site}/withdrawn-by-hand`)).status).toBe(404)
    const byHand = () => office.asPerson('publisher').post(`/publications/${site}/withdrawn-by-hand`)
    expect((await expectOk(byHand())).body).toMatchObject({ state: 'withdrawn' })
    expect(codesOf(await byHand())).toEqual(['not_by_hand'])
    expect(await resultOf(article, site)).toMatchObject({ result: 'withdrawn', message: 'publisher đã gỡ bằng tay.' })
  })

  it('never believes that a post of which only the address is known is gone', async () => {
    const office = officeOf()
    const { facebook } = office.places
    const { article, posts } = await office.goLive([facebook])
    const id = posts(facebook)
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
}
