import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelRow } from '@/engine/rows'
import { codesOf, docOf, type Office, openOffice, type PersonName } from '../../support/office'
import { expectOk, force, publicationRow, scheduleArticle } from '../../support/office/desk'

const because = 'Nghi lộ mật khẩu'

describe('The verbs of a channel', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(import.meta.url)
  })
  afterAll(() => office?.close())

  const act = (verb: string, body?: unknown, who: PersonName = 'channel-admin') =>
    office.asPerson(who).post(`/channels/${office.channel}/${verb}`, body)
  const row = async (id = office.channel) =>
    (await office.engine.rows.find<ChannelRow>('channels', { where: { id } }))[0]

  it('say who answers, and connect a channel that was not', async () => {
    await office.engine.rows.update('channels', { id: office.channel }, { state: 'off', identity: null })
    const { body } = await expectOk(act('check'))
    const identity = 'Chuyên trang An toàn thông tin'
    const profile = expect.objectContaining({ account: 'site', name: identity })
    // Our own section needs nobody to recognise it.
    expect(body).toEqual({
      id: office.channel,
      state: 'connected',
      identity,
      problem: null,
      profile,
      isConfirmed: false,
    })
    expect((await row())?.checkedAt).toBeInstanceOf(Date)
  })

  it('ask a person for a new token when the platform refuses the old one', async () => {
    const fields = { name: 'Sai mã', platform: 'site', organization: office.organization, externalId: 'sai' }
    const credentials = { address: office.section.origin, token: 'sai' }
    const admin = office.asPerson('channel-admin')
    const { id } = docOf(await admin.post('/channels', { ...fields, credentials }))
    const answer = await admin.post(`/channels/${id}/check`)
    expect([answer.status, ...codesOf(answer)]).toEqual([409, 'channel_unauthorized'])
    expect(await row(id)).toMatchObject({ state: 'attention' })
    const renewed = { address: office.section.origin, token: office.section.site.token }
    await expectOk(admin.patch(`/channels/${id}`, { credentials: renewed }))
    await expectOk(admin.post(`/channels/${id}/check`))
    expect(await row(id)).toMatchObject({ state: 'connected', problem: null })
  })

  it('refuse a platform that needs a legal note until a leader has accepted it', async () => {
    const fields = { name: 'Telegram', platform: 'telegram', organization: office.organization, externalId: '-100' }
    const admin = office.asPerson('channel-admin')
    const { id } = docOf(await admin.post('/channels', fields))
    expect(codesOf(await admin.post(`/channels/${id}/check`))).toEqual(['legal_note_required'])
    expect(codesOf(await admin.post(`/channels/${id}/accept-legal-note`))).toEqual(['not_allowed'])
    await expectOk(office.asPerson('leader').post(`/channels/${id}/accept-legal-note`))
    expect((await row(id))?.legalNoteAcceptedBy).toBe(office.people.leader)
    expect(codesOf(await admin.post(`/channels/${id}/check`))).toEqual(['channel_unauthorized'])
  })

  it('pause with a reason, resume what was held for it, and nothing else', async () => {
    const held = await scheduleArticle(office)
    const other = await scheduleArticle(office)
    for (const body of [undefined, {}, { because: 'ừ' }])
      expect(codesOf(await act('pause', body))).toEqual(['reason_required'])
    await expectOk(act('pause', { because }))
    expect(await row()).toMatchObject({ state: 'paused', problem: because })
    await force(office, held.publication, { state: 'held', heldBecause: 'channel-paused', heldMessage: because })
    await force(office, other.publication, { state: 'held', heldBecause: 'cannot-tell', heldMessage: 'Chưa rõ' })
    await expectOk(act('resume'))
    expect(await row()).toMatchObject({ state: 'connected', problem: null })
    expect(await publicationRow(office, held.publication)).toMatchObject({ state: 'scheduled', heldBecause: null })
    expect(await publicationRow(office, other.publication)).toMatchObject({ state: 'held', heldBecause: 'cannot-tell' })
  })

  it('answer 409 where there is nothing to resume', async () => {
    const answer = await act('resume')
    expect([answer.status, ...codesOf(answer)]).toEqual([409, 'wrong_state'])
  })

  it('leave what became late meanwhile to a person', async () => {
    const { publication } = await scheduleArticle(office)
    const dueAt = new Date(Date.now() - 3 * 3_600_000)
    await expectOk(act('pause', { because }))
    await force(office, publication, { state: 'held', heldBecause: 'channel-paused', dueAt })
    await expectOk(act('resume'))
    expect(await publicationRow(office, publication)).toMatchObject({ state: 'held', heldBecause: 'late' })
  })

  it('keep a paused channel paused when it is checked', async () => {
    await expectOk(act('pause', { because }))
    await expectOk(act('check'))
    expect((await row())?.state).toBe('paused')
    await expectOk(act('resume'))
  })

  it.each(['check', 'pause', 'resume'])('let %s be done by those who connect only', async (verb) => {
    for (const who of ['reporter', 'approver', 'publisher', 'planner', 'auditor'] as const)
      expect((await act(verb, { because }, who)).status, who).toBe(403)
    for (const who of ['foreign-leader', 'parent-leader', 'child-leader'] as const)
      expect((await act(verb, { because }, who)).status, who).toBe(404)
    expect((await office.visitor.post(`/channels/${office.channel}/${verb}`)).status).toBe(401)
    expect((await office.asPerson('leader').post(`/channels/khong-co/${verb}`, { because })).status).toBe(404)
    expect((await row())?.state).toBe('connected')
  })

  it('pause everything for a system administrator only', async () => {
    const stops = async () =>
      (await office.asPerson('reporter').get('/pauses?where[active][equals]=true')).body.docs?.map(({ key }) => key)
    expect((await office.asPerson('leader').post('/pause', { because })).status).toBe(403)
    expect((await office.visitor.post('/pause', { because })).status).toBe(401)
    const administrator = office.asPerson('administrator')
    expect(codesOf(await administrator.post('/pause'))).toEqual(['reason_required'])
    await expectOk(administrator.post('/pause', { because }))
    expect(await stops()).toEqual(['everything'])
    await expectOk(administrator.post('/resume'))
    expect(await stops()).toEqual([])
  })

  it('pause an organization for those who answer for its channels, seen by its own people', async () => {
    const path = `/organizations/${office.organization}`
    const active = async (who: PersonName) =>
      (await office.asPerson(who).get('/pauses?where[active][equals]=true')).body.docs?.map(({ because: why }) => why)
    expect((await office.asPerson('reporter').post(`${path}/pause`, { because })).status).toBe(403)
    expect([403, 404]).toContain((await office.asPerson('foreign-leader').post(`${path}/pause`, { because })).status)
    expect(codesOf(await office.asPerson('leader').post(`${path}/pause`, {}))).toEqual(['reason_required'])
    await expectOk(office.asPerson('channel-admin').post(`${path}/pause`, { because }))
    expect(await active('reporter')).toEqual([because])
    expect(await active('foreign-leader')).toEqual([])
    await expectOk(office.asPerson('leader').post(`${path}/resume`))
    expect(await active('reporter')).toEqual([])
  })
})
