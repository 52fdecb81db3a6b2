import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, docOf, type Office, openOffice, type PersonName } from '../../support/office'

/** model.md, the table of roles, written out once more: who may do it in their own organization. */
const may: Readonly<Record<string, readonly PersonName[]>> = {
  'write a draft': ['contributor', 'reporter', 'editor', 'approver', 'publisher', 'planner', 'leader'],
  "edit somebody's draft": ['editor', 'approver', 'publisher', 'leader'],
  'connect a channel': ['channel-admin', 'leader'],
  'write a plan': ['planner', 'leader'],
  'read the audit': ['leader', 'auditor'],
  'change the organization': ['leader'],
}

const everybody: PersonName[] = [
  'contributor',
  'reporter',
  'editor',
  'approver',
  'publisher',
  'channel-admin',
  'planner',
  'leader',
  'agency-contact',
  'auditor',
]

const strangers: PersonName[] = ['foreign-leader', 'child-leader', 'parent-leader']

describe('Rows over REST', () => {
  let office: Office
  const acts: Record<string, (who: PersonName) => Promise<number>> = {
    'write a draft': async (who) => (await office.asPerson(who).post('/articles', office.articleFields())).status,
    "edit somebody's draft": async (who) => {
      const { id } = await office.writeArticle()
      const writerless = who === 'reporter' ? await otherPersonsDraft() : id
      return (await office.asPerson(who).patch(`/articles/${writerless}`, { lead: `Sửa bởi ${who}` })).status
    },
    'connect a channel': async (who) => (await office.asPerson(who).post('/channels', channelFields(who))).status,
    'write a plan': async (who) => (await office.asPerson(who).post('/plans', planFields())).status,
    'read the audit': async (who) => (await office.asPerson(who).get('/audit')).status,
    'change the organization': async (who) =>
      (await office.asPerson(who).patch(`/organizations/${office.organization}`, { shortName: 'CAT' })).status,
  }

  beforeAll(async () => {
    office = await openOffice(import.meta.url)
  })
  afterAll(() => office?.close())

  const channelFields = (name: string) => ({
    name,
    externalId: name,
    platform: 'site',
    organization: office.organization,
    credentials: { token: 'mã bí mật' },
  })
  const planFields = () => ({
    title: 'Kế hoạch năm',
    from: '2026-01-01',
    to: '2026-12-31',
    organization: office.organization,
  })
  const otherPersonsDraft = async () =>
    docOf(await office.asPerson('editor').post('/articles', office.articleFields())).id

  it.each(Object.keys(may))('let exactly the roles of the table %s', async (act) => {
    const allowed: PersonName[] = []
    for (const who of everybody) {
      const status = (await acts[act]?.(who)) ?? 0
      expect([200, 201, 403, 404], `${who}: ${status}`).toContain(status)
      if (status < 300) allowed.push(who)
    }
    expect(allowed).toEqual(everybody.filter((who) => may[act]?.includes(who)))
  })

  it.each(Object.keys(may).filter((act) => act !== 'read the audit'))('let no other organization %s', async (act) => {
    for (const who of strangers) expect([403, 404], who).toContain(await acts[act]?.(who))
  })

  it('let a contributor edit what is their own', async () => {
    const contributor = office.asPerson('contributor')
    const { id } = docOf(await contributor.post('/articles', office.articleFields()))
    expect((await contributor.patch(`/articles/${id}`, { lead: 'Viết lại' })).status).toBe(200)
  })

  it('show a visitor nothing of any collection', async () => {
    await office.writeArticle()
    for (const slug of Object.keys(office.payload.collections)) {
      const answer = await office.visitor.get(`/${slug}`)
      expect(answer.body.docs ?? [], slug).toEqual([])
      expect([401, 403, 404, 501], slug).toContain(answer.status)
      expect([401, 403, 404, 501], slug).toContain((await office.visitor.post(`/${slug}`, {})).status)
    }
    expect((await office.visitor.get('/pauses')).status).toBe(403)
  })

  it('show a foreign organization neither the list nor the row', async () => {
    const { id } = await office.writeArticle()
    const foreigner = office.asPerson('foreign-leader')
    expect((await foreigner.get('/articles')).body.docs).toEqual([])
    expect((await foreigner.get(`/articles/${id}?draft=true`)).status).toBe(404)
    const versions = `/articles/versions?where[parent][equals]=${id}`
    expect((await office.asPerson('reporter').get(versions)).body.docs).toHaveLength(1)
    expect((await office.asPerson('parent-leader').get(versions)).body.docs).toHaveLength(1)
    expect((await foreigner.get(versions)).body.docs).toEqual([])
    expect((await foreigner.get(`/channels/${office.channel}`)).status).toBe(404)
    expect((await foreigner.get(`/media/${office.medium}`)).status).toBe(404)
    expect((await foreigner.get(`/users/${office.people.reporter}`)).status).toBe(404)
    expect((await foreigner.get(`/organizations/${office.organization}`)).status).toBe(404)
    for (const verb of ['submit', 'approve', 'return', 'retract', 'publications'])
      expect(codesOf(await foreigner.post(`/articles/${id}/${verb}`, {})), verb).toEqual(['not_found'])
  })

  it.each(['channels', 'media', 'plans', 'articles', 'organizations'])(
    'called %s are not taken over by naming one’s own organization',
    async (slug) => {
      const made: Record<string, () => Promise<string> | string> = {
        channels: () => office.channel,
        media: () => office.medium,
        plans: async () => docOf(await office.asPerson('planner').post('/plans', planFields())).id,
        articles: otherPersonsDraft,
        organizations: () => office.organization,
      }
      const id = (await made[slug]?.()) ?? ''
      const read = () => office.payload.findByID({ collection: slug as never, id, depth: 0, showHiddenFields: true })
      const before = await read()
      for (const who of strangers) {
        const own = { 'foreign-leader': office.foreign, 'child-leader': office.child }[who as string] ?? office.parent
        const given = { organization: own, parent: own, name: 'Của tôi', title: 'Của tôi', alt: 'Của tôi' }
        expect([403, 404], who).toContain((await office.asPerson(who).patch(`/${slug}/${id}`, given)).status)
        const all = await office.asPerson(who).patch(`/${slug}?where[id][equals]=${id}`, given)
        expect(all.body.docs ?? [], who).toEqual([])
      }
      expect(await read()).toEqual(before)
    },
  )

  it('show children the plans of their parent, and a parent the content of its children, not the other way round', async () => {
    const plan = docOf(await office.asPerson('planner').post('/plans', planFields()))
    const written = { ...office.articleFields(), organization: office.child }
    const below = docOf(await office.asPerson('child-leader').post('/articles', written))
    const here = await office.writeArticle()
    const [parent, child] = [office.asPerson('parent-leader'), office.asPerson('child-leader')]
    expect((await child.get(`/plans/${plan.id}`)).status).toBe(200)
    expect((await office.asPerson('foreign-leader').get(`/plans/${plan.id}`)).status).toBe(404)
    expect((await parent.get(`/articles/${below.id}`)).status).toBe(200)
    expect((await office.asPerson('auditor').get(`/articles/${below.id}`)).status).toBe(200)
    expect((await child.get(`/articles/${here.id}`)).status).toBe(404)
  })
})
