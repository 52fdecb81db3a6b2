import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice, type PersonName, persons, type Row } from '../../support/office'

const writers: PersonName[] = ['leader', 'publisher', 'auditor', 'administrator']

/** Rows that only the engine writes: append-only, or moved by verbs alone. */
const slugs = ['publications', 'attempts', 'readings', 'audit', 'pages', 'workers', 'recalls', 'corrections']

describe('Rows of the engine', () => {
  let office: Office
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    office = await openOffice(import.meta.url)
    const { rows } = office.engine
    const owned = { organization: office.organization }
    const due = { dueAt: new Date(), state: 'scheduled', latePolicy: 'hold', lateAfterMinutes: 60, revision: 0 }
    const what = { title: 'Bài', contentKind: 'articles', contentId: 'x', channel: office.channel, platform: 'site' }
    ids['publications'] = await rows.insert('publications', { ...owned, ...due, ...what, trackedCode: 'một' })
    const publication = ids['publications']
    ids['attempts'] = await rows.insert('attempts', { ...owned, publication, number: 1, startedAt: new Date() })
    ids['readings'] = await rows.insert('readings', {
      ...owned,
      publication,
      channel: office.channel,
      metric: 'views',
      value: 3,
      definition: 'lượt xem',
      apiVersion: '1',
      takenAt: new Date(),
    })
    ids['audit'] = await rows.insert('audit', { ...owned, at: new Date(), action: 'x', subject: 'x', hash: 'x' })
  })
  afterAll(() => office?.close())

  async function rowsOf(slug: string): Promise<Row[]> {
    const { docs } = await office.payload.find({ collection: slug as CollectionSlug, depth: 0, pagination: false })
    return docs as unknown as Row[]
  }

  it.each(slugs)('called %s are made, changed and deleted by nobody over REST', async (slug) => {
    const before = await rowsOf(slug)
    for (const who of writers) {
      const caller = office.asPerson(who)
      const row = before[0] ? `/${slug}/${before[0].id}` : `/${slug}/nào`
      const answers = [
        await caller.post(`/${slug}`, { ...before[0], id: undefined }),
        await caller.patch(row, { state: 'published', value: 1000, action: 'khác', title: 'khác', outcome: 'khác' }),
        await caller.patch(`/${slug}?where[id][exists]=true`, { state: 'published', value: 1000 }),
        await caller.remove(row),
        await caller.remove(`/${slug}?where[id][exists]=true`),
      ]
      for (const { status } of answers) expect([403, 404], `${who}: ${status}`).toContain(status)
    }
    expect(await rowsOf(slug)).toEqual(before)
  })

  it('let nobody but the verbs turn the switch over everything', async () => {
    for (const who of writers)
      expect((await office.asPerson(who).post('/pauses', { key: 'everything', active: true })).status, who).toBe(403)
  })

  it.each(['articles', 'channels', 'plans', 'media', 'organizations'])(
    'keep every row of %s for good',
    async (slug) => {
      const docs = await rowsOf(slug)
      for (const who of ['leader', 'administrator'] as const) {
        const { status } = await office.asPerson(who).remove(`/${slug}/${docs[0]?.id ?? 'nào'}`)
        expect([403, 404], who).toContain(status)
      }
      expect(await rowsOf(slug)).toEqual(docs)
    },
  )

  it('are shown by the audit only to leaders and auditors', async () => {
    const readers: PersonName[] = []
    const path = `/audit?where[organization][equals]=${office.organization}`
    for (const who of persons) if ((await office.asPerson(who).get(path)).body.docs?.length) readers.push(who)
    expect(readers).toEqual(['leader', 'auditor', 'administrator'])
  })

  it('are not reached through GraphQL, which is off', async () => {
    const { POST } = await import('@/app/(payload)/api/graphql/route')
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' }
    const answer = await POST(new Request('http://localhost:3000/api/graphql', init))
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ errors: [{ message: expect.stringContaining('GraphQL đang tắt') }] })
  })
})
