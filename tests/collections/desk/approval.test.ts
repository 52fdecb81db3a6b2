import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashSnapshot } from '@/publishing/snapshot'
import { codesOf, type Office, openOffice, type PersonName, type Row } from '../../support/office'
import { expectOk, planArticle, publicationRow, scheduleArticle } from '../../support/office/desk'

describe('Sign-off over REST', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(import.meta.url)
  })
  afterAll(() => office?.close())

  const act = (who: PersonName, id: string, verb: string, body?: unknown) =>
    office.asPerson(who).post(`/articles/${id}/${verb}`, body)
  const stateOf = async (id: string) => {
    const { body } = await office.asPerson('reporter').get(`/articles/${id}?draft=true&depth=0`)
    const { state, step, decisions } = body['approval'] as { state: string; step: number; decisions: Row[] }
    return { state, step, last: decisions.at(-1)?.['action'] }
  }
  const submitted = async () => {
    const { id } = await office.writeArticle()
    await expectOk(act('reporter', id, 'submit'))
    return id
  }

  it('freezes what will go out and schedules it', async () => {
    const { article, publication } = await scheduleArticle(office, { cover: office.medium })
    const row = await publicationRow(office, publication)
    expect(row).toMatchObject({ state: 'scheduled', revision: 1, wakeAt: row.dueAt })
    expect(row.approvedHash).toMatch(/^[0-9a-f]{64}$/)
    expect(hashSnapshot(row.snapshot)).toBe(row.approvedHash)
    expect(row.snapshot?.content).toEqual({ kind: 'articles', id: article, version: row.contentVersion })
    expect(row.snapshot?.draft).toMatchObject({ title: 'Mã OTP là chìa khóa nhà', media: [{ id: office.medium }] })
    expect(row['approvals']).toMatchObject([{ action: 'approved', by: office.people.approver }])
    expect(await stateOf(article)).toEqual({ state: 'approved', step: 1, last: 'approved' })
  })

  it('is taken from nobody for what they wrote or edited, the leader too', async () => {
    const { id } = await office.writeArticle()
    for (const who of ['editor', 'approver', 'leader'] as const)
      await expectOk(office.asPerson(who).patch(`/articles/${id}?draft=true`, { lead: `Sửa bởi ${who}` }))
    await expectOk(act('reporter', id, 'submit'))
    for (const who of ['approver', 'leader'] as const) {
      const answer = await act(who, id, 'approve')
      expect([answer.status, ...codesOf(answer)]).toEqual([403, 'own_work'])
    }
    await expectOk(act('second-approver', id, 'approve'))
  })

  it.each([
    ['contributor', 'not_allowed'],
    ['auditor', 'not_allowed'],
    ['channel-admin', 'not_allowed'],
    ['editor', 'wrong_role'],
    ['publisher', 'wrong_role'],
    ['administrator', 'wrong_role'],
    ['parent-leader', 'not_found'],
    ['foreign-leader', 'not_found'],
  ] as const)('is refused from %s as %s', async (who, code) => {
    const id = await submitted()
    expect(codesOf(await act(who, id, 'approve'))).toEqual([code])
    expect((await stateOf(id)).state).toBe('in_review')
  })

  it('is asked for by the writer or an editor, not by any colleague', async () => {
    const { id } = await office.writeArticle()
    expect(codesOf(await act('contributor', id, 'submit'))).toEqual(['not_allowed'])
    expect(codesOf(await act('planner', id, 'submit'))).toEqual(['not_allowed'])
    await expectOk(act('editor', id, 'submit'))
    expect(codesOf(await act('reporter', id, 'submit'))).toEqual(['wrong_state'])
  })

  it('is refused with a reason or not at all', async () => {
    const id = await submitted()
    for (const body of [undefined, {}, { reason: ' ' }, { reason: 12_345 }]) {
      const answer = await act('approver', id, 'return', body)
      expect([answer.status, ...codesOf(answer)]).toEqual([422, 'reason_required'])
    }
    await expectOk(act('approver', id, 'return', { reason: 'Thiếu nguồn tin'.normalize('NFD') }))
    expect(await stateOf(id)).toMatchObject({ state: 'returned', last: 'returned' })
    expect((await office.asPerson('reporter').get(`/articles/${id}?draft=true`)).text).toContain('Thiếu nguồn tin')
    await expectOk(act('reporter', id, 'submit'))
  })

  it('is voided by an edit, visibly, and takes back what waited', async () => {
    const { article, publication } = await scheduleArticle(office)
    const edit = { lead: 'Thêm một câu.' }
    await expectOk(office.asPerson('editor').patch(`/articles/${article}?draft=true`, edit))
    expect(await stateOf(article)).toEqual({ state: 'draft', step: 0, last: 'voided' })
    const row = await publicationRow(office, publication)
    expect(row).toMatchObject({ state: 'draft', snapshot: null, approvedHash: null, wakeAt: null })
    await expectOk(act('reporter', article, 'submit'))
    await expectOk(act('approver', article, 'approve'))
    const again = await publicationRow(office, publication)
    expect(again.state).toBe('scheduled')
    expect(JSON.stringify(again.snapshot)).toContain('Thêm một câu.')
  })

  it('is voided for every item of a bulk edit, and for an edit that asks for few fields back', async () => {
    const made = [await scheduleArticle(office), await scheduleArticle(office), await scheduleArticle(office)]
    const ids = made.slice(0, 2).map(({ article }) => article)
    const where = `where[id][in]=${ids.join(',')}`
    await expectOk(office.asPerson('editor').patch(`/articles?${where}&draft=true`, { lead: 'Sửa hàng loạt.' }))
    const path = `/articles/${made[2]?.article}?draft=true&select[title]=true`
    await expectOk(office.asPerson('editor').patch(path, { lead: 'Sửa một bài.' }))
    for (const { publication } of made) expect((await publicationRow(office, publication)).state).toBe('draft')
  })

  it('stays when an item is saved without a change, however it is saved', async () => {
    const { article, publication } = await scheduleArticle(office, { cover: office.medium, gallery: [office.medium] })
    const { body } = await office.asPerson('editor').get(`/articles/${article}?draft=true&depth=1`)
    for (const query of ['draft=true', 'draft=true&depth=0', 'draft=false'])
      await expectOk(office.asPerson('editor').patch(`/articles/${article}?${query}`, body))
    expect((await stateOf(article)).state).toBe('approved')
    expect((await publicationRow(office, publication)).state).toBe('scheduled')
  })

  it('does not come back with an older version, and is not copied', async () => {
    const { article, publication } = await scheduleArticle(office)
    await expectOk(office.asPerson('editor').patch(`/articles/${article}?draft=true`, { lead: 'Bản mới.' }))
    const query = `where[parent][equals]=${article}&where[version.approval.state][equals]=approved`
    const { body } = await expectOk(office.asPerson('editor').get(`/articles/versions?${query}`))
    await expectOk(office.asPerson('editor').post(`/articles/versions/${body.docs?.[0]?.id}`))
    expect((await stateOf(article)).state).toBe('draft')
    expect((await publicationRow(office, publication)).state).toBe('draft')
    expect((await office.asPerson('leader').post(`/articles/${article}/duplicate`)).status).toBe(404)
  })

  it('is about the words that were read: with an edit at the same moment, item and snapshot agree', async () => {
    const { id } = await office.writeArticle()
    const publication = await planArticle(office, id)
    await expectOk(act('reporter', id, 'submit'))
    const edit = office.asPerson('editor').patch(`/articles/${id}?draft=true`, { lead: 'Sửa đúng lúc duyệt.' })
    const answers = await Promise.all([act('approver', id, 'approve'), edit])
    for (const { status, text } of answers) expect([200, 409], text).toContain(status)
    const row = await publicationRow(office, publication)
    const { body } = await office.asPerson('reporter').get(`/articles/${id}?draft=true&depth=0`)
    if ((await stateOf(id)).state !== 'approved') return expect(row.state).toBe('draft')
    return expect(row).toMatchObject({ state: 'scheduled', contentVersion: body['contentHash'] })
  })

  it('refuses a signature under a version that somebody has changed since it was opened', async () => {
    const { id } = await office.writeArticle()
    const opened = await office.asPerson('approver').get(`/articles/${id}?draft=true&depth=0`)
    await expectOk(
      office.asPerson('editor').patch(`/articles/${id}?draft=true`, { lead: 'Sửa sau khi người duyệt mở.' }),
    )
    await expectOk(act('reporter', id, 'submit'))
    const answer = await act('approver', id, 'approve', { version: opened.body['contentHash'] })
    expect([answer.status, ...codesOf(answer)]).toEqual([409, 'version_changed'])
    const { body } = await office.asPerson('approver').get(`/articles/${id}?draft=true&depth=0`)
    await expectOk(act('approver', id, 'approve', { version: body['contentHash'] }))
  })

  it('by two people at once schedules every publication once', async () => {
    const { id } = await office.writeArticle()
    const publication = await planArticle(office, id)
    await expectOk(act('reporter', id, 'submit'))
    const answers = await Promise.all([act('approver', id, 'approve'), act('second-approver', id, 'approve')])
    for (const { status, text } of answers) expect([200, 409], text).toContain(status)
    expect(await publicationRow(office, publication)).toMatchObject({ state: 'scheduled', revision: 1 })
  })
})
