import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canTake, type EventName, type State, states } from '@/publishing/states'
import { codesOf, type Office, openOffice, type PersonName } from '../../support/office'
import { expectOk, force, inHours, planArticle, publicationRow, scheduleArticle } from '../../support/office/desk'

const bodies: Readonly<Record<string, unknown>> = {
  reschedule: { dueAt: inHours(48) },
  confirm: { url: 'https://example.vn/bai' },
}

/** Which event of the state table a verb is, in a state. */
const eventOf = (verb: string, state: State) =>
  (verb === 'reschedule' && state === 'draft' ? 'move' : verb) as EventName

const verbs = ['cancel', 'send-now', 'reschedule', 'confirm', 'retry', 'withdraw']

describe('The verbs of a publication', () => {
  let office: Office
  let article: string
  let publication: string
  beforeAll(async () => {
    office = await openOffice(import.meta.url)
    ;({ article, publication } = await scheduleArticle(office))
  })
  afterAll(() => office?.close())

  const act = (verb: string, who: PersonName = 'publisher', body: unknown = bodies[verb]) =>
    office.asPerson(who).post(`/publications/${publication}/${verb}`, body)

  it.each(verbs.flatMap((verb) => states.map((state) => ({ verb, state }))))(
    'take $verb in $state only where the table says so',
    async ({ verb, state }) => {
      await force(office, publication, { state, remoteId: publication, publishedAt: new Date() })
      const before = await publicationRow(office, publication)
      const answer = await act(verb)
      const after = await publicationRow(office, publication)
      if (canTake(state, eventOf(verb, state))) {
        expect(answer.status, answer.text).toBe(200)
        expect(after).toMatchObject({ state: answer.body['state'], revision: before.revision + 1 })
      } else {
        expect([answer.status, ...codesOf(answer)]).toEqual([409, 'wrong_state'])
        expect(answer.text).toMatch(/Bài đăng đang ở trạng thái “[^”]+”/)
        expect(after).toEqual(before)
      }
    },
  )

  const priorityOf = async (id: string) => (await publicationRow(office, id))['priority']

  it('put first what was planned as urgent, and what a person sends now', async () => {
    const { id: article } = await office.writeArticle()
    const items = [{ channel: office.channel, dueAt: inHours(24), urgent: true }]
    const { body } = await expectOk(office.asPerson('publisher').post(`/articles/${article}/publications`, { items }))
    expect(await priorityOf((body['publications'] as { id: string }[])[0]?.id ?? '')).toBe(1)
    const { publication } = await scheduleArticle(office)
    expect(await priorityOf(publication)).toBe(0)
    await expectOk(office.asPerson('publisher').post(`/publications/${publication}/send-now`))
    expect(await priorityOf(publication)).toBe(1)
  })

  it('take urgent for a yes or a no', async () => {
    const { id: article } = await office.writeArticle()
    const items = [{ channel: office.channel, dueAt: inHours(24), urgent: 'có' }]
    const answer = await office.asPerson('publisher').post(`/articles/${article}/publications`, { items })
    expect([answer.status, ...codesOf(answer)]).toEqual([400, 'body_invalid'])
  })

  it.each(verbs)('give %s to one of two who ask at once', async (verb) => {
    const from: Record<string, State> = { retry: 'failed', confirm: 'held', withdraw: 'published' }
    // By the platform's id: what a person confirmed by its address is taken down by hand.
    await force(office, publication, { state: from[verb] ?? 'scheduled', remoteId: publication })
    const before = await publicationRow(office, publication)
    const answers = await Promise.all([act(verb, 'publisher'), act(verb, 'leader')])
    const statuses = answers.map(({ status }) => status).toSorted()
    const ends = ['cancel', 'confirm', 'retry', 'withdraw'].includes(verb)
    if (ends) expect(statuses).toEqual([200, 409])
    else
      expect([
        [200, 200],
        [200, 409],
      ]).toContainEqual(statuses)
    const won = statuses.filter((status) => status === 200).length
    expect((await publicationRow(office, publication)).revision).toBe(before.revision + won)
  })

  it('are given to publishers and leaders only, and to nobody elsewhere', async () => {
    await force(office, publication, { state: 'scheduled' })
    for (const who of ['reporter', 'editor', 'approver', 'channel-admin', 'planner', 'auditor'] as const)
      for (const verb of verbs) expect((await act(verb, who)).status, `${who} ${verb}`).toBe(403)
    for (const who of ['foreign-leader', 'child-leader', 'parent-leader'] as const)
      for (const verb of verbs) expect((await act(verb, who)).status, `${who} ${verb}`).toBe(404)
    for (const verb of verbs) {
      expect((await office.visitor.post(`/publications/${publication}/${verb}`)).status).toBe(401)
      expect((await office.asPerson('leader').post(`/publications/khong-co/${verb}`)).status).toBe(404)
    }
    expect((await publicationRow(office, publication)).state).toBe('scheduled')
  })

  it('make it due now', async () => {
    await force(office, publication, { state: 'held', heldBecause: 'late', heldMessage: 'Quá giờ' })
    await expectOk(act('send-now'))
    const row = await publicationRow(office, publication)
    expect(row).toMatchObject({ state: 'scheduled', heldBecause: null, heldMessage: null, tries: 0 })
    expect(Math.abs(row.dueAt.getTime() - Date.now())).toBeLessThan(60_000)
    expect(row.wakeAt).toEqual(row.dueAt)
  })

  it('keep the address that a person confirms', async () => {
    await force(office, publication, { state: 'held' })
    expect(codesOf(await act('confirm', 'publisher', { url: 'javascript:alert(1)' }))).toEqual(['body_invalid'])
    await expectOk(act('confirm'))
    const row = await publicationRow(office, publication)
    expect(row).toMatchObject({ state: 'published', remoteUrl: 'https://example.vn/bai' })
    const { body } = await office.asPerson('reporter').get(`/articles/${article}?draft=true`)
    expect(body['live']).toMatchObject([{ state: 'published', url: 'https://example.vn/bai' }])
  })

  it('take the page down on the platform first, and leave the row when that fails', async () => {
    await force(office, publication, { state: 'published', remoteId: publication })
    const { token } = office.section.site
    office.section.site.token = 'mã đã đổi'
    const refused = await act('withdraw')
    office.section.site.token = token
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(codesOf(refused)[0]).toMatch(/^channel_/)
    expect((await publicationRow(office, publication)).state).toBe('published')
    await expectOk(act('withdraw'))
    expect((await publicationRow(office, publication)).state).toBe('withdrawn')
  })

  it('leave a draft a draft when its hour moves', async () => {
    const { id } = await office.writeArticle()
    const draft = await planArticle(office, id)
    const dueAt = inHours(72)
    await expectOk(office.asPerson('publisher').post(`/publications/${draft}/reschedule`, { dueAt }))
    expect(await publicationRow(office, draft)).toMatchObject({ state: 'draft', dueAt: new Date(dueAt), wakeAt: null })
  })

  it('end with the item: what is retracted waits nowhere', async () => {
    const made = await scheduleArticle(office)
    const leader = office.asPerson('leader')
    expect(codesOf(await leader.post(`/articles/${made.article}/retract`))).toEqual(['reason_required'])
    await expectOk(leader.post(`/articles/${made.article}/retract`, { reason: 'Thông tin đã cũ' }))
    expect((await publicationRow(office, made.publication)).state).toBe('draft')
    expect(codesOf(await leader.post(`/publications/${made.publication}/send-now`))).toEqual(['wrong_state'])
  })
})
