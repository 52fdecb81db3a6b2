/** Pasted credentials: whose they are is asked first, and a person says that it is the right page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Channel, ChannelError, type Health } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { readChannel } from '@/engine/desk/read-content'
import { codesOf, docOf, type PersonName } from '../../support/office'
import { expectOk } from '../../support/office/desk'
import { type Connected, openConnected } from '../../support/office/platforms'

let office: Connected
let account: string
let channel: string
let count = 0

beforeAll(async () => {
  office = await openConnected(import.meta.url)
})
afterAll(() => office?.close())

const admin = () => office.asPerson('channel-admin')
const act = (verb: string, body?: unknown, who: PersonName = 'channel-admin') =>
  office.asPerson(who).post(`/channels/${channel}/${verb}`, body)

const row = () => readChannel(office.engine, channel)

/** A new channel with pasted credentials of a new account at the look-alike. */
async function paste(platform = 'facebook', over: Record<string, unknown> = {}): Promise<void> {
  count += 1
  const opened = office.openAccount(platform, `Trang dán ${count}`)
  account = opened.account
  const fields = { name: `Kênh ${count}`, platform, organization: office.organization, externalId: account }
  channel = docOf(await admin().post('/channels', { ...fields, credentials: opened.credentials, ...over })).id
}

/** The driver answers as told, for what the look-alike cannot be made to say. */
async function answering(health: Partial<Health>, work: () => Promise<void>): Promise<void> {
  const driver = channelOf('facebook') as { -readonly [Key in keyof Channel]: Channel[Key] }
  const { check } = driver
  driver.check = async (call) => ({ ...(await check(call)), ...health })
  await work().finally(() => (driver.check = check))
}

describe('A pasted channel', () => {
  it('shows who was found and stays off until a person has said that it is the right page', async () => {
    await paste()
    const { body } = await expectOk(act('check'))
    expect(body).toMatchObject({ state: 'off', problem: null, isConfirmed: false })
    expect(body['profile']).toMatchObject({ account, name: `Trang dán ${count}` })
    expect((await expectOk(act('confirm', { account }))).body).toMatchObject({ state: 'connected', isConfirmed: true })
    expect(await row()).toMatchObject({ confirmedBy: office.people['channel-admin'], confirmedAccount: account })
    const audit = await office.engine.rows.find('audit', { where: { subject: `channels:${channel}` }, sort: 'at' })
    expect(audit.map(({ action }) => action)).toEqual([
      'channel-credentials-given',
      'channel-confirmed',
      'channel-connected',
    ])
  })

  it('is not confirmed before it was checked, nor as another account than the one found', async () => {
    await paste()
    expect(codesOf(await act('confirm', { account }))).toEqual(['not_checked'])
    await expectOk(act('check'))
    expect(codesOf(await act('confirm', { account: '999' }))).toEqual(['other_account'])
    expect(codesOf(await act('confirm', { account, more: 1 }))).toEqual(['body_invalid'])
    expect(await row()).toMatchObject({ state: 'off', confirmedAt: null })
  })

  it('needs attention when another account answers than the one that was declared', async () => {
    await paste()
    const profile = { account: '777', name: 'Trang lạ', url: null, picture: null, followers: 9, verified: null }
    await answering({ profile }, async () => {
      const { body } = await expectOk(act('check'))
      expect(body).toMatchObject({ state: 'attention', problem: expect.stringContaining('Trang lạ') })
      expect(codesOf(await act('confirm', { account: '777' }))).toEqual(['other_account'])
    })
  })

  it('needs a new word when it is pointed at another account than was confirmed', async () => {
    await paste()
    await expectOk(act('check'))
    await expectOk(act('confirm'))
    const other = office.openAccount('facebook', 'Trang khác hẳn')
    await expectOk(admin().patch(`/channels/${channel}`, { externalId: other.account, credentials: other.credentials }))
    expect(await row()).toMatchObject({ state: 'off', profile: null, checkedAt: null })
    const { body } = await expectOk(act('check'))
    expect(body).toMatchObject({ state: 'attention', problem: expect.stringContaining('khác trang đã được xác nhận') })
    await expectOk(act('confirm', { account: other.account }))
    expect(await row()).toMatchObject({ state: 'connected', confirmedAccount: other.account })
  })

  it('posts nothing with new credentials before a check has seen whose they are', async () => {
    await paste()
    await expectOk(act('check'))
    await expectOk(act('confirm'))
    const { credentials } = office.openAccount('facebook', `Trang dán ${count}`)
    await expectOk(admin().patch(`/channels/${channel}`, { credentials }))
    expect(await row()).toMatchObject({ state: 'off', checkedAt: null })
    await expectOk(act('pause', { because: 'Nghi lộ mã' }))
    expect((await expectOk(act('resume'))).body['state']).toBe('off')
    // The same page as was confirmed: nobody is asked twice.
    expect((await expectOk(act('check'))).body['state']).toBe('connected')
  })

  it('loses no renewed token to a form that is saved', async () => {
    await paste()
    await office.engine.rows.update('channels', { id: channel }, { secret: 'được-gia-hạn-sau-khi-mở-biểu-mẫu' })
    await expectOk(admin().patch(`/channels/${channel}`, { name: 'Đổi tên', state: 'connected', secret: 'cũ' }))
    expect(await row()).toMatchObject({ name: 'Đổi tên', secret: 'được-gia-hạn-sau-khi-mở-biểu-mẫu', state: 'off' })
  })

  it('does not change its platform', async () => {
    await paste()
    expect(codesOf(await admin().patch(`/channels/${channel}`, { platform: 'zalo' }))).toEqual(['platform_fixed'])
  })

  it('tells its scopes, warnings, quota and end, and each stage on the way to it once', async () => {
    await paste()
    const warnings = [{ code: 'insights-missing', message: 'Chưa có quyền đọc số liệu.' }]
    const told = { warnings, scopes: ['pages_manage_posts'], quotaLeft: 7 }
    const stages: (number | null)[] = []
    for (const days of [20, 13, 6, 6, 2, 0.5]) {
      const expiresAt = new Date(office.engine.now().getTime() + days * 86_400_000)
      await answering({ ...told, expiresAt }, async () => void (await expectOk(act('check'))))
      stages.push((await row()).expiryStage)
    }
    expect(stages).toEqual([null, 14, 7, 7, 3, 1])
    const shown = (await admin().get(`/channels/${channel}`)).body
    expect(shown).toMatchObject({ ...told, expiryStage: 1 })
    const where = { subject: `channels:${channel}`, action: 'channel-connection-ends' }
    expect(await office.engine.rows.count('audit', where)).toBe(4)
  })

  it('stays paused when the pause comes while the platform is being asked', async () => {
    await paste()
    await expectOk(act('check'))
    await expectOk(act('confirm'))
    const driver = channelOf('facebook') as { -readonly [Key in keyof Channel]: Channel[Key] }
    const { check } = driver
    driver.check = async (call) => {
      await expectOk(act('pause', { because: 'Có bài sai' }))
      return check(call)
    }
    await expectOk(act('check')).finally(() => (driver.check = check))
    expect(await row()).toMatchObject({ state: 'paused', problem: 'Có bài sai' })
  })
})

describe('A word posted and taken back', () => {
  async function probing(probe: NonNullable<Channel['probe']>, work: () => Promise<void>): Promise<void> {
    const driver = channelOf('facebook') as { -readonly [Key in keyof Channel]: Channel[Key] }
    const before = driver.probe
    driver.probe = probe
    await work().finally(() => (driver.probe = before))
  }

  it('waits for the legal note, the confirmation and the switches', async () => {
    await paste('telegram')
    expect(codesOf(await act('probe'))).toEqual(['legal_note_required'])
    await expectOk(act('accept-legal-note', {}, 'leader'))
    expect(codesOf(await act('probe'))).toEqual(['channel_not_connected'])
    await expectOk(act('check'))
    await expectOk(act('confirm'))
    await expectOk(act('pause', { because: 'Tạm nghỉ' }))
    expect(codesOf(await act('probe'))).toEqual(['paused'])
    await expectOk(act('resume'))
    await expectOk(office.asPerson('administrator').post('/pause', { because: 'Diễn tập' }))
    expect(codesOf(await act('probe'))).toEqual(['paused'])
    await expectOk(office.asPerson('administrator').post('/resume'))
    expect((await expectOk(act('probe'))).body).toEqual({ id: channel, probed: true })
    const where = { subject: `channels:${channel}`, action: 'channel-probed' }
    expect(await office.engine.rows.find('audit', { where })).toMatchObject([{ detail: { outcome: 'done' } }])
  })

  it('says to look when the answer was lost, and asks for a new connection when the token is dead', async () => {
    await paste()
    await expectOk(act('check'))
    await expectOk(act('confirm'))
    const failing = (kind: 'outcome-unknown' | 'unauthorized') => () =>
      Promise.reject(new ChannelError(kind, 'Mã truy cập hết hiệu lực.', { code: 'x' }))
    await probing(failing('outcome-unknown'), async () => {
      const answer = await act('probe')
      expect([answer.status, answer.body.errors?.[0]?.message]).toEqual([503, expect.stringContaining('xóa nếu còn')])
    })
    await probing(failing('unauthorized'), async () => {
      expect(codesOf(await act('probe'))).toEqual(['channel_unauthorized'])
    })
    expect(await row()).toMatchObject({ state: 'attention', problem: 'Mã truy cập hết hiệu lực.' })
  })

  it.each(['confirm', 'probe'])('and %s are for those who connect only', async (verb) => {
    const answers = async (...people: PersonName[]) =>
      new Set(await Promise.all(people.map(async (who) => (await act(verb, undefined, who)).status)))
    expect(await answers('reporter', 'approver', 'publisher', 'planner', 'auditor')).toEqual(new Set([403]))
    expect(await answers('foreign-leader', 'parent-leader', 'child-leader')).toEqual(new Set([404]))
    expect((await office.visitor.post(`/channels/${channel}/${verb}`)).status).toBe(401)
  })
})
