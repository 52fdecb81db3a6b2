import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Channel, ChannelError } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { hashSnapshot } from '@/publishing/snapshot'
import { richTextOf } from '@/seed/rich-text'
import { codesOf, type Office, openOffice, type PersonName } from '../../support/office'
import { expectOk, force, publicationRow, scheduleArticle } from '../../support/office/desk'

describe('A post that is live', () => {
  let office: Office
  let driver: Channel
  let update: Channel['update']
  beforeAll(async () => {
    office = await openOffice(import.meta.url)
    driver = channelOf('site')
    update = driver.update
  })
  afterEach(() => {
    driver.update = update
  })
  afterAll(() => office?.close())

  const send = (publication: string, who: PersonName = 'publisher') =>
    office.asPerson(who).post(`/publications/${publication}/update`)
  const pageOf = async (publication: string) => (await office.section.site.pages.findByPublication(publication))?.post
  const edit = (article: string, text: string) =>
    expectOk(office.asPerson('reporter').patch(`/articles/${article}?draft=true`, { body: richTextOf(text) }))
  const sign = async (article: string) => {
    await expectOk(office.asPerson('reporter').post(`/articles/${article}/submit`))
    await expectOk(office.asPerson('approver').post(`/articles/${article}/approve`))
  }
  const goLive = async () => {
    const made = await scheduleArticle(office)
    const now = office.engine.now()
    await force(office, made.publication, { dueAt: now, wakeAt: now })
    const { handle } = await import('~/jobs/publish/handler')
    expect(await handle(office.engine, { channel: office.channel })).toEqual({ done: 'published' })
    return made
  }

  it('takes the newer version once that is approved, and not before', async () => {
    const { article, publication } = await goLive()
    const before = await publicationRow(office, publication)
    await edit(article, 'Bản đã đính chính: gọi 113 khi bị đe dọa.')
    const early = await send(publication)
    expect([early.status, ...codesOf(early)]).toEqual([409, 'not_approved'])
    expect(JSON.stringify(await pageOf(publication))).not.toContain('đính chính')
    await sign(article)
    expect((await expectOk(send(publication))).body).toMatchObject({ state: 'published', url: before.remoteUrl })
    expect(JSON.stringify(await pageOf(publication))).toContain('Bản đã đính chính')
    const after = await publicationRow(office, publication)
    expect(after).toMatchObject({ state: 'published', remoteId: before.remoteId, leaseToken: null, leaseUntil: null })
    expect(after['updatedLiveAt']).toBeInstanceOf(Date)
    expect(after.contentVersion).not.toBe(before.contentVersion)
    expect([hashSnapshot(after.snapshot), after.snapshot?.content.version]).toEqual([
      after.approvedHash,
      after.contentVersion,
    ])
    const audit = await office.engine.rows.find('audit', {
      where: { subject: `publications:${publication}`, action: 'update' },
    })
    expect(audit).toMatchObject([{ actor: office.people.publisher, detail: { version: after.contentVersion } }])
  })

  it('is not sent again what it says already', async () => {
    const { publication } = await goLive()
    const taken = office.section.taken.length
    const answer = await send(publication)
    expect([answer.status, ...codesOf(answer)]).toEqual([409, 'already_current'])
    expect(office.section.taken).toHaveLength(taken)
  })

  it('is changed by one of two who ask at once', async () => {
    const { article, publication } = await goLive()
    await edit(article, 'Sửa lần hai.')
    await sign(article)
    const answers = await Promise.all([send(publication, 'publisher'), send(publication, 'leader')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await publicationRow(office, publication)).leaseToken).toBeNull()
  })

  it('stays as it is where the platform has no such thing, or refuses, and says what to do', async () => {
    const { article, publication } = await goLive()
    await edit(article, 'Sửa mà không được.')
    await sign(article)
    const before = await publicationRow(office, publication)
    delete driver.update
    const without = await send(publication)
    driver.update = () => Promise.reject(new ChannelError('rejected', 'Ảnh không đổi được.', { code: 'photo' }))
    const refused = await send(publication)
    for (const answer of [without, refused]) {
      expect([answer.status, ...codesOf(answer)]).toEqual([409, 'cannot_update'])
      expect(answer.text).toMatch(/hãy gỡ bài này rồi hẹn giờ đăng bản mới/)
    }
    expect(refused.text).toContain('Ảnh không đổi được.')
    driver.update = () => Promise.reject(new ChannelError('unavailable', 'Không trả lời.', { code: '503' }))
    expect((await send(publication)).status).toBe(503)
    expect(await publicationRow(office, publication)).toEqual({ ...before, updatedAt: expect.any(Date) })
  })

  it('is not changed to what the platform would refuse', async () => {
    const { article, publication } = await goLive()
    await expectOk(
      office.asPerson('reporter').patch(`/articles/${article}?draft=true`, {
        variants: [{ blockType: 'site', title: 'Tiêu đề rất dài '.repeat(20) }],
      }),
    )
    await sign(article)
    const answer = await send(publication)
    expect([answer.status, ...codesOf(answer)]).toEqual([422, 'title-too-long'])
    expect((await publicationRow(office, publication)).leaseToken).toBeNull()
  })

  it('is changed only by those who may schedule, and only while it is live', async () => {
    const { publication } = await goLive()
    for (const who of ['reporter', 'approver', 'channel-admin'] as const)
      expect((await send(publication, who)).status).toBe(403)
    expect((await send(publication, 'foreign-leader')).status).toBe(404)
    await force(office, publication, { state: 'withdrawn' })
    const answer = await send(publication)
    expect([answer.status, ...codesOf(answer)]).toEqual([409, 'wrong_state'])
  })
})
