import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { richTextOf } from '@/seed/rich-text'
import { findBrokenLinks } from '../../support/engine/chain'
import { codesOf, type PersonName } from '../../support/office'
import { expectOk } from '../../support/office/desk'
import { testHardCases } from './hard-cases'
import { countDeletions, type Newsroom, openNewsroom, placesIn, readPlaces, reason } from './newsroom'

describe('A recall', () => {
  let office: Newsroom
  let deletions: () => number
  beforeAll(async () => {
    office = await openNewsroom(import.meta.url)
    deletions = countDeletions(office)
  })
  afterAll(() => office?.close())

  const recall = (article: string, who: PersonName = 'leader', body: object = { reason }) =>
    office.asPerson(who).post(`/articles/${article}/recall`, body)
  const report = (article: string) => readPlaces(office, article)

  it('takes what is live from every place and what waits from its hour, and the second time does nothing twice', async () => {
    const { article, posts } = await office.goLive(Object.values(office.places))
    const later = await office.connect('telegram')
    const waiting = (await office.plan(article, [later], new Date(Date.now() + 3_600_000)))(later)
    const answer = await expectOk(recall(article))
    expect(answer.body).toMatchObject({ approval: { state: 'retracted' }, recall: { because: reason, by: 'leader' } })
    expect(placesIn(answer).map(({ result }) => result)).toEqual(Array.from({ length: 5 }, () => 'under-way'))
    const untouched = deletions()
    expect(await office.recallNow()).toEqual([{ done: '5 publications' }])
    expect(deletions() - untouched).toBe(4)
    for (const id of Object.values(office.places).map(posts)) {
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
    const { slug } = (await office.section.site.pages.findByPublication(posts(office.channel))) ?? {}
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

  testHardCases(() => office)

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
    const id = posts(office.channel)
    expect(await office.row(id)).toMatchObject({ state: 'published', recalledAt: null })
    await expectOk(recall(article))
    await office.recallNow()
    expect((await office.row(id)).state).toBe('withdrawn')
    expect(await report(article)).toHaveLength(1)
  })
})
