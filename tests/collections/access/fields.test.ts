import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, docOf, emailOf, type Office, openOffice, password, type Row } from '../../support/office'

const secret = 'mã-bí-mật-của-kênh'

describe('Fields over REST', () => {
  let office: Office
  let channel: Row
  let admin: Caller

  beforeAll(async () => {
    office = await openOffice(import.meta.url, { GRAPHQL: '1' })
    admin = office.asPerson('channel-admin')
    channel = docOf(await admin.post('/channels', channelFields()))
  })
  afterAll(() => office?.close())

  const channelFields = () => ({
    name: 'Kênh mới',
    platform: 'site',
    organization: office.organization,
    externalId: 'mới',
    credentials: { token: secret },
  })
  const rowOf = async (slug: string, id: string) =>
    (await office.payload.findByID({ collection: slug as never, id, depth: 0, showHiddenFields: true })) as Row

  it('seal a credential and never give it back, however it is asked for', async () => {
    const stored = String((await rowOf('channels', channel.id))['secret'])
    expect(stored).toMatch(/^k1\./)
    const answers = await Promise.all([
      admin.post('/channels', { ...channelFields(), externalId: 'nữa' }),
      admin.patch(`/channels/${channel.id}`, { credentials: { token: secret } }),
      admin.get(`/channels/${channel.id}?depth=3&showHiddenFields=true`),
      admin.get(`/channels/${channel.id}?select[secret]=true&select[credentials]=true`),
      office.asPerson('administrator').get('/channels?depth=2&showHiddenFields=true'),
    ])
    for (const { status, text } of answers) {
      expect([200, 201]).toContain(status)
      expect(text).not.toMatch(/k1\.|mã-bí-mật|"secret"|"credentials"/)
    }
  })

  it('seal a new credential so that the engine reads it', async () => {
    await admin.patch(`/channels/${channel.id}`, { credentials: { token: 'mã mới' } })
    const { openCredentials } = await import('@/engine/credentials')
    expect(openCredentials((await rowOf('channels', channel.id)) as never)).toEqual({ token: 'mã mới' })
  })

  it.each(['channels?where[secret][like]=k1', 'publications?where[channel.secret][like]=k1', 'channels?sort=secret'])(
    'cannot be guessed by asking for %s',
    async (path) => {
      const answer = await office.asPerson('leader').get(`/${path}`)
      expect(answer.status).toBe(400)
      expect(answer.body.errors).toEqual([
        { code: 'query_invalid', message: 'Không lọc hoặc sắp xếp theo trường này được.' },
      ])
    },
  )

  it('never give back a credential through GraphQL', async () => {
    const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
    const { body } = await admin.post('/users/login', { email: emailOf('channel-admin'), password })
    const headers = { 'content-type': 'application/json', authorization: `JWT ${String(body['token'])}` }
    const ask = async (query: string) => {
      const init = { method: 'POST', headers, body: JSON.stringify({ query }) }
      return (await GRAPHQL_POST(office.config)(new Request('http://localhost:3000/api/graphql', init))).text()
    }
    expect(await ask('{ Channels { docs { name } } }')).toContain('Kênh mới')
    expect(await ask('{ Channels { docs { name credentials } } }')).not.toContain('bí-mật')
    expect(await ask('{ Channels { docs { name secret } } }')).not.toContain('k1.')
  })

  it('hide the steps of an attempt, with what they carry, from everybody', async () => {
    const { id } = await office.writeArticle()
    const publication = await office.engine.rows.insert('publications', {
      title: 'Bài',
      contentKind: 'articles',
      contentId: id,
      channel: office.channel,
      platform: 'site',
      organization: office.organization,
      dueAt: new Date(),
      state: 'published',
      trackedCode: 'attempt',
      revision: 0,
      latePolicy: 'hold',
      lateAfterMinutes: 60,
    })
    await office.engine.rows.insert('attempts', {
      publication,
      organization: office.organization,
      number: 1,
      startedAt: new Date(),
      steps: [{ at: '', step: 'armed', data: { upload: 'địa-chỉ-bí-mật' } }],
    })
    for (const who of ['leader', 'auditor', 'administrator'] as const) {
      const answer = await office.asPerson(who).get('/attempts')
      expect(answer.body.docs).toHaveLength(1)
      expect(answer.text).not.toContain('bí-mật')
    }
  })

  it.each([
    ['the approval', { approval: { state: 'approved', step: 1, decisions: [] } }, 'approval'],
    ['where it is live', { live: [{ platform: 'site' }] }, 'live'],
    ['the hash', { contentHash: 'giả' }, 'contentHash'],
    ['the writers', { writers: [] }, 'writers'],
    ['the creator', { createdBy: null }, 'createdBy'],
    ['the search text', { searchText: 'giả' }, 'searchText'],
    ['the sort key', { sortKey: 'giả' }, 'sortKey'],
    ['the organization', { organization: 'foreign' }, 'organization'],
  ])('keep %s of an item out of an editor’s hands', async (_name, given, field) => {
    const forged = field === 'organization' ? { organization: office.foreign } : given
    const { id } = await office.writeArticle()
    const before = await draftOf(id)
    for (const who of ['reporter', 'editor', 'leader'] as const) {
      expect((await office.asPerson(who).patch(`/articles/${id}?draft=true`, forged)).status).toBe(200)
      expect((await draftOf(id))[field]).toEqual(before[field])
    }
    if (field === 'organization') return
    const born = docOf(await office.asPerson('editor').post('/articles', office.articleFields(forged)))
    const { approval, contentHash, searchText } = await draftOf(born.id)
    expect({ approval, contentHash, searchText }).toMatchObject({ approval: { state: 'draft', decisions: [] } })
    expect([contentHash, searchText]).not.toContain('giả')
  })

  const draftOf = async (id: string) =>
    (await office.payload.findByID({ collection: 'articles', id, depth: 0, draft: true })) as unknown as Row

  it.each([
    ['their roles', { memberships: [{ organization: '', roles: ['leader'] }] }],
    ['themselves to system administrator', { systemAdmin: true }],
    ['the counter of wrong logins', { loginAttempts: -1000, lockUntil: null }],
    ['the password’s hash', { hash: 'giả', salt: 'giả', resetPasswordToken: 'giả' }],
  ])('let nobody raise %s', async (_name, given) => {
    const forged =
      'memberships' in given ? { memberships: [{ organization: office.organization, roles: ['leader'] }] } : given
    const id = office.people.reporter
    const before = await rowOf('users', id)
    const pick = (row: Row) => Object.fromEntries(Object.keys(forged).map((field) => [field, row[field]]))
    await office.asPerson('reporter').patch(`/users/${id}`, forged)
    expect(pick(await rowOf('users', id))).toEqual(pick(before))
    expect((await office.asPerson('leader').patch(`/users/${id}`, forged)).status).toBe(403)
  })

  it('show no hash, salt or session of a colleague', async () => {
    const { text } = await office.asPerson('reporter').get('/users?depth=2&showHiddenFields=true')
    expect(text).not.toMatch(/"(hash|salt|resetPasswordToken|password)":/)
    expect(text.match(/"sessions":\[\{/g) ?? []).toHaveLength(1)
  })

  it('let a leader not choose whose child the organization is', async () => {
    const path = `/organizations/${office.foreign}`
    await office
      .asPerson('foreign-leader')
      .patch(path, { parent: office.organization, ancestors: [office.organization] })
    const { parent, ancestors } = await rowOf('organizations', office.foreign)
    expect([parent ?? null, ancestors ?? []]).toEqual([null, []])
  })
})
