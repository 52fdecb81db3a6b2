import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, docOf, type Office, openOffice } from '../../support/office'
import { inHours, planArticle, scheduleArticle } from '../../support/office/desk'

/** Slugs in which a refused request could have left something. */
const written = ['articles', 'publications', 'audit', 'media', 'plans'] as const

describe('A request that is refused', () => {
  let office: Office
  let article: string
  beforeAll(async () => {
    office = await openOffice(import.meta.url)
    article = (await office.writeArticle()).id
  })
  afterAll(() => office?.close())

  const counts = () => Promise.all(written.map((slug) => office.engine.rows.count(slug, {})))

  /** The status, the code, a Vietnamese sentence, and nothing written. */
  async function expectRefusal(ask: () => Promise<Answer>, status: number, code: string): Promise<void> {
    const before = await counts()
    const answer = await ask()
    expect([answer.status, answer.body.errors?.[0]?.code], answer.text).toEqual([status, code])
    for (const error of answer.body.errors ?? [])
      expect(error.message).toMatch(/[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵế-ự]/iu)
    expect(answer.text).not.toMatch(/stack|node_modules|select "/)
    expect(await counts()).toEqual(before)
  }

  const plan = (item: Record<string, unknown>, id = article) =>
    office.asPerson('publisher').post(`/articles/${id}/publications`, { items: [item] })
  const write = (over: Record<string, unknown>) =>
    office.asPerson('reporter').post('/articles', office.articleFields(over))

  const refusals: Record<string, [() => Promise<Answer>, number, string]> = {
    'plans an hour in the past': [() => plan({ channel: office.channel, dueAt: inHours(-1) }), 422, 'due_in_past'],
    'plans a channel of another organization': [
      () => plan({ channel: office.foreignChannel, dueAt: inHours(1) }),
      422,
      'channel_of_other_organization',
    ],
    'plans a channel of a child': [
      () => plan({ channel: office.childChannel, dueAt: inHours(1) }),
      422,
      'channel_of_other_organization',
    ],
    'plans a channel that is not there': [
      () => plan({ channel: 'không', dueAt: inHours(1) }),
      404,
      'channel_not_found',
    ],
    'plans without a channel': [() => plan({ dueAt: inHours(1) }), 400, 'body_invalid'],
    'plans an hour without its zone': [
      () => plan({ channel: office.channel, dueAt: '2027-01-01T08:00:00' }),
      400,
      'body_invalid',
    ],
    'plans with a field that nobody knows': [
      () => plan({ channel: office.channel, dueAt: inHours(1), state: 'published' }),
      400,
      'body_invalid',
    ],
    'plans nothing': [
      () => office.asPerson('publisher').post(`/articles/${article}/publications`, { items: [] }),
      400,
      'body_invalid',
    ],
    'is not JSON, to a verb': [
      () => office.asPerson('publisher').raw('POST', `/articles/${article}/publications`, '{hỏng'),
      400,
      'body_invalid',
    ],
    'is JSON but no object': [
      () => office.asPerson('publisher').raw('POST', `/articles/${article}/publications`, 'null'),
      400,
      'body_invalid',
    ],
    'is not JSON, to a collection': [
      () => office.asPerson('reporter').raw('POST', '/articles', '{hỏng'),
      400,
      'body_invalid',
    ],
    'writes no audience': [() => write({ audiences: [] }), 400, 'no_audience'],
    'writes no topic': [() => write({ topics: undefined }), 400, 'topics_invalid'],
    'writes no title': [() => write({ title: '' }), 400, 'title_invalid'],
    'writes nothing at all for a title': [() => write({ title: undefined }), 400, 'title_invalid'],
    'writes a title that is no text': [() => write({ title: { tên: 1 } }), 400, 'title_invalid'],
    'writes a title that is too long': [() => write({ title: 'ệ'.repeat(251) }), 400, 'title_invalid'],
    'writes one platform twice': [
      () => write({ variants: [{ blockType: 'zalo' }, { blockType: 'zalo' }] }),
      400,
      'variants_invalid',
    ],
    'asks for an item that is not there': [() => office.asPerson('reporter').get('/articles/không'), 404, 'not_found'],
    'submits an item that is not there': [
      () => office.asPerson('reporter').post('/articles/không/submit'),
      404,
      'not_found',
    ],
    'approves what nobody submitted': [
      () => office.asPerson('approver').post(`/articles/${article}/approve`),
      409,
      'wrong_state',
    ],
    'filters by what may not be read': [
      () => office.asPerson('reporter').get('/channels?where[secret][exists]=true'),
      400,
      'query_invalid',
    ],
    'comes without a name, to a verb': [() => office.visitor.post(`/articles/${article}/submit`), 401, 'not_signed_in'],
    'comes without a name, to a collection': [() => office.visitor.post('/articles', {}), 403, 'not_allowed'],
    'connects with credentials that the driver does not take': [
      () =>
        office.asPerson('channel-admin').post('/channels', {
          name: 'Kênh',
          platform: 'site',
          organization: office.organization,
          externalId: 'x',
          credentials: { mã: 'x' },
        }),
      422,
      'credentials_invalid',
    ],
  }

  it.each(Object.keys(refusals))('that %s writes nothing and says why', async (name) => {
    const [ask, status, code] = refusals[name] ?? []
    if (!ask || !status || !code) throw new Error(name)
    await expectRefusal(ask, status, code)
  })

  it.each(['off', 'attention'])('that plans a channel which is %s says so', async (state) => {
    const { rows } = office.engine
    await rows.update('channels', { id: office.channel }, { state })
    await expectRefusal(() => plan({ channel: office.channel, dueAt: inHours(1) }), 422, 'channel_not_connected')
    await rows.update('channels', { id: office.channel }, { state: 'connected' })
  })

  it('that plans the same channel twice says so, also within one request', async () => {
    const { id } = await office.writeArticle()
    const item = { channel: office.channel, dueAt: inHours(5) }
    const both = () => office.asPerson('publisher').post(`/articles/${id}/publications`, { items: [item, item] })
    await expectRefusal(both, 422, 'already_planned')
    await planArticle(office, id)
    await expectRefusal(() => plan(item, id), 422, 'already_planned')
  })

  it('tells all of its problems at once', async () => {
    const answer = await plan({ channel: office.foreignChannel, dueAt: inHours(-9) })
    expect(answer.body.errors?.map(({ code }) => code)).toEqual(['channel_of_other_organization', 'due_in_past'])
  })

  it('sends nothing that is not approved', async () => {
    const { id } = await office.writeArticle()
    const publication = await planArticle(office, id)
    const sendNow = () => office.asPerson('publisher').post(`/publications/${publication}/send-now`)
    await expectRefusal(sendNow, 409, 'wrong_state')
  })

  it('keeps a state that a verb would not change', async () => {
    const { publication } = await scheduleArticle(office)
    const publisher = office.asPerson('publisher')
    await expectRefusal(() => publisher.post(`/publications/${publication}/retry`), 409, 'wrong_state')
    const past = { dueAt: inHours(-1) }
    await expectRefusal(() => publisher.post(`/publications/${publication}/reschedule`, past), 422, 'due_in_past')
    await expectRefusal(() => publisher.post(`/publications/${publication}/reschedule`, {}), 400, 'body_invalid')
  })

  it('need not name the organization of a person who has only one', async () => {
    const { organization, ...fields } = office.articleFields({})
    const made = docOf(await office.asPerson('reporter').post('/articles', fields))
    expect(made).toMatchObject({ organization: { id: organization } })
    const choosing = await office.asPerson('administrator').post('/articles', fields)
    expect([choosing.status, choosing.body.errors?.[0]?.code]).toEqual([400, 'organization_invalid'])
  })

  it('leaves no unknown field in the row', async () => {
    const { id } = docOf(await write({ khôngCó: 'x', $where: '1', revision: 7 }))
    const text = JSON.stringify(await office.payload.findByID({ collection: 'articles', id, showHiddenFields: true }))
    expect(text).not.toMatch(/khôngCó|\$where|"revision"/)
  })

  it('composes what was typed decomposed, in every field and every verb', async () => {
    const title = 'Cảnh báo: lừa đảo qua điện thoại'
    const decomposed = {
      title: title.normalize('NFD'),
      lead: 'Đừng vội'.normalize('NFD'),
      hashtags: ['#ĐừngVội'.normalize('NFD')],
    }
    expect(decomposed.title).not.toBe(title)
    const doc = docOf(await write({ ...decomposed, variants: [{ blockType: 'zalo', title: title.normalize('NFD') }] }))
    expect(doc).toMatchObject({ title, lead: 'Đừng vội', hashtags: ['#ĐừngVội'], variants: [{ title }] })
    expect(doc['slug']).toBe('canh-bao-lua-dao-qua-dien-thoai')
    const found = await office.asPerson('reporter').get('/articles?where[searchText][like]=lua%20dao&draft=true')
    expect(found.body.docs?.map(({ id }) => id)).toContain(doc.id)
  })
})
