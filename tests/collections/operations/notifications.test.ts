import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, type Office, openOffice, type PersonName, persons } from '../../support/office'
import { expectOk, force, scheduleArticle } from '../../support/office/desk'

type Unread = { count: number; newest: { id: string; sentence: string; link: string; at: string }[] }

describe('Notifications', () => {
  let office: Office
  let publication: string
  let id: string

  beforeAll(async () => {
    office = await openOffice(import.meta.url)
    ;({ publication } = await scheduleArticle(office))
    await force(office, publication, { state: 'held', wakeAt: null, heldBecause: 'late', heldMessage: 'Đã quá giờ.' })
    const { notify } = await import('@/engine/notify')
    await notify(office.engine)
    id = (await unread('publisher')).newest[0]?.id ?? ''
  })
  afterAll(() => office?.close())

  const unread = async (who: PersonName) =>
    (await expectOk(office.asPerson(who).get('/notifications/unread'))).body as unknown as Unread

  it('reach those whose duty it is in that organization, and nobody of another', async () => {
    const told: PersonName[] = []
    for (const who of persons) if ((await unread(who)).count > 0) told.push(who)
    expect(told).toEqual(['publisher', 'leader'])
    expect((await unread('publisher')).newest).toEqual([
      {
        id,
        kind: 'late',
        sentence: expect.stringMatching(/^Bài “.+” \(kênh Chuyên trang .+\) đã quá giờ đăng và chờ quyết định\.$/),
        link: `/admin/collections/publications/${publication}`,
        at: expect.stringMatching(/^\d{4}-/),
        readAt: null,
      },
    ])
    expect((await office.visitor.get('/notifications/unread')).status).toBe(401)
  })

  it('are seen as rows by their addressee alone, the system administrator included', async () => {
    for (const who of ['foreign-leader', 'administrator', 'reporter'] as const) {
      expect((await office.asPerson(who).get('/notifications')).body.docs, who).toEqual([])
      expect((await office.asPerson(who).get(`/notifications/${id}`)).status, who).toBe(404)
    }
    expect((await office.asPerson('publisher').get('/notifications')).body.docs).toHaveLength(1)
    expect((await office.visitor.get('/notifications')).status).toBe(403)
  })

  it('are read by their addressee alone, once for good', async () => {
    for (const who of ['foreign-leader', 'leader', 'administrator'] as const) {
      const answer = await office.asPerson(who).post(`/notifications/${id}/read`)
      expect([answer.status, ...codesOf(answer)], who).toEqual([404, 'not_found'])
    }
    expect((await office.asPerson('publisher').post('/notifications/khong-co/read')).status).toBe(404)
    const readAt = async () => {
      await expectOk(office.asPerson('publisher').post(`/notifications/${id}/read`))
      return (await office.engine.rows.find('notifications', { where: { id } }))[0]?.['readAt']
    }
    const first = await readAt()
    expect(first).toBeInstanceOf(Date)
    expect(await readAt()).toEqual(first)
    expect((await unread('publisher')).count).toBe(0)
    expect((await unread('leader')).count).toBe(1)
  })

  it('are read all at once, but none that came after what the person saw', async () => {
    const { newest } = await unread('leader')
    const until = (shift: number) => new Date(new Date(newest[0]?.at ?? '').getTime() + shift).toISOString()
    const leader = office.asPerson('leader')
    const wrong = await leader.post('/notifications/read-all', { until: '2026-11-26' })
    expect([wrong.status, ...codesOf(wrong)]).toEqual([422, 'until_invalid'])
    expect((await expectOk(leader.post('/notifications/read-all', { until: until(-1) }))).body).toEqual({ read: 0 })
    expect((await expectOk(leader.post('/notifications/read-all', { until: until(0) }))).body).toEqual({ read: 1 })
    expect((await unread('leader')).count).toBe(0)
  })

  it('and incidents are written by nobody; incidents are seen by the system administrator alone', async () => {
    const [incident] = await office.engine.rows.find('incidents', { where: {} })
    for (const who of persons) {
      const { status, body } = await office.asPerson(who).get('/incidents')
      if (who === 'administrator') expect(body.docs).toHaveLength(1)
      else expect(status, who).toBe(403)
    }
    const rows = [`/incidents/${incident?.id}`, `/notifications/${id}`]
    for (const who of ['publisher', 'leader', 'administrator'] as const) {
      const { post, patch, remove } = office.asPerson(who)
      const made = ['/incidents', '/notifications'].map((slug) => post(slug, { sentence: 'x', key: 'x', kind: 'held' }))
      const changed = rows.flatMap((row) => [patch(row, { key: 'x' }), remove(row)])
      for (const { status } of await Promise.all([...made, ...changed])) expect([403, 404], who).toContain(status)
    }
  })
})
