import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, type Office, openOffice, type PersonName, persons } from '../../support/office'
import { expectOk } from '../../support/office/desk'

type Told = { name: string | null; what: string; because: string; by: string | null; at: string | null }

const because = 'Nghi lộ mật khẩu'

describe('What stands still', () => {
  let office: Office

  beforeAll(async () => {
    office = await openOffice(import.meta.url)
    await office.engine.rows.insert('workers', { name: 'a:1', startedAt: new Date(), seenAt: new Date() })
  })
  afterAll(() => office?.close())

  const truthOf = async (who: PersonName) => (await expectOk(office.asPerson(who).get('/operations/truth'))).body
  const told = async (who: PersonName) =>
    ((await truthOf(who))['pauses'] as Told[]).map(({ what, name }) => name ?? what).toSorted()
  const verb = (who: PersonName, path: string, body: object = { because }) => office.asPerson(who).post(path, body)
  const own = () => `/organizations/${office.organization}`

  it('is told on the truth page to those who oversee, of their own organizations, and to nobody else', async () => {
    const channelsOf = async (who: PersonName) => {
      const { status, body } = await office.asPerson(who).get('/operations/truth')
      return status === 200 ? (body['channels'] as { id: string }[]).map(({ id }) => id) : status
    }
    const seen = Object.fromEntries(await Promise.all(persons.map(async (who) => [who, await channelsOf(who)])))
    const may = { publisher: 1, 'channel-admin': 1, leader: 1, auditor: 1 }
    for (const who of persons.slice(0, 10)) expect(seen[who], who).toEqual(who in may ? [office.channel] : 403)
    expect(seen).toMatchObject({
      'second-approver': 403,
      'parent-leader': [],
      'child-leader': [office.childChannel],
      'foreign-leader': [office.foreignChannel],
    })
    expect(seen['administrator']).toHaveLength(3)
    expect((await office.visitor.get('/operations/truth')).status).toBe(401)
  })

  it('is told to Prometheus at no address while no token is set', async () => {
    const { GET } = await import('@/app/api/metrics/route')
    const answer = await GET(new Request('http://localhost/api/metrics'))
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ errors: [{ code: 'metrics_off' }] })
  })

  it('is an organization when those say so who answer for its channels, with a reason, and nobody else', async () => {
    for (const who of ['reporter', 'publisher', 'auditor', 'planner'] as const)
      expect((await verb(who, `${own()}/pause`)).status, who).toBe(403)
    for (const who of ['foreign-leader', 'child-leader', 'parent-leader'] as const)
      expect([403, 404], who).toContain((await verb(who, `${own()}/pause`)).status)
    expect((await office.visitor.post(`${own()}/pause`, { because })).status).toBe(401)
    expect((await verb('leader', '/organizations/khong-co/pause')).status).toBe(404)
    const silent = await verb('leader', `${own()}/pause`, { because: ' no ' })
    expect([silent.status, ...codesOf(silent)]).toEqual([422, 'reason_required'])
    expect(await told('leader')).toEqual([])
    for (const who of ['leader', 'publisher', 'channel-admin'] as const)
      expect((await verb(who, '/pause')).status, who).toBe(403)
  })

  it('is told to those whom it concerns, with who, when and why, and not to others', async () => {
    await expectOk(verb('foreign-leader', `/organizations/${office.foreign}/pause`))
    expect(await told('leader')).toEqual([])
    expect(await told('administrator')).toEqual(['Tỉnh khác'])
    await expectOk(verb('parent-leader', `/organizations/${office.parent}/pause`))
    await expectOk(verb('channel-admin', `${own()}/pause`))
    await expectOk(verb('channel-admin', `/channels/${office.channel}/pause`, { because: 'Kênh bị khóa' }))
    await expectOk(verb('administrator', '/pause'))
    const channel = `Chuyên trang ${office.organization.slice(-4)}`
    expect(await told('leader')).toEqual(['Công an tỉnh', 'UBND tỉnh', channel, 'everything'].toSorted())
    expect(await told('child-leader')).toEqual(['Công an tỉnh', 'UBND tỉnh', 'everything'])
    expect(await told('parent-leader')).toEqual(['UBND tỉnh', 'everything'])
    expect(await told('foreign-leader')).toEqual(['Tỉnh khác', 'everything'])
    const { pauses, verdict } = (await truthOf('leader')) as { pauses: Told[]; verdict: { reasons: { vi: string }[] } }
    const by = { by: 'channel-admin', at: expect.stringMatching(/^\d{4}-/) }
    expect(pauses.find(({ name }) => name === 'Công an tỉnh')).toMatchObject({ because, ...by })
    expect(pauses.find(({ name }) => name === channel)).toMatchObject({ because: 'Kênh bị khóa', ...by })
    expect(verdict.reasons.map(({ vi }) => vi)).toEqual(
      expect.arrayContaining([
        'Toàn bộ việc đăng bài đang tạm dừng.',
        '“UBND tỉnh” đang tạm dừng đăng bài.',
        `Kênh “${channel}” đang tạm dừng.`,
      ]),
    )
  })

  it('stands as a row for those whom it stops, and for nobody else', async () => {
    const rows = async (who: PersonName) =>
      (await office.asPerson(who).get('/pauses?depth=0&sort=key')).body.docs?.map((row) => row['organization'] ?? 'all')
    expect(new Set(await rows('reporter'))).toEqual(new Set(['all', office.organization, office.parent]))
    expect(new Set(await rows('foreign-leader'))).toEqual(new Set(['all', office.foreign]))
    expect((await office.visitor.get('/pauses')).status).toBe(403)
  })

  it('goes on when those say so who may, and is told no more', async () => {
    expect((await verb('reporter', `${own()}/resume`)).status).toBe(403)
    expect((await verb('leader', '/resume')).status).toBe(403)
    await expectOk(verb('administrator', '/resume'))
    await expectOk(verb('parent-leader', `/organizations/${office.parent}/resume`))
    await expectOk(verb('leader', `${own()}/resume`))
    await expectOk(verb('leader', `/channels/${office.channel}/resume`))
    expect(await truthOf('leader')).toMatchObject({ pauses: [], verdict: { mood: 'good', reasons: [] } })
    expect(await told('administrator')).toEqual(['Tỉnh khác'])
    const actions = (
      await office.engine.rows.find('audit', { where: { subject: `organizations:${office.organization}` } })
    )
      .map(({ action }) => String(action))
      .filter((action) => action.endsWith('-organization'))
    expect(actions.toSorted()).toEqual(['pause-organization', 'resume-organization'])
  })
})
