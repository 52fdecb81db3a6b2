/** Connecting by the platforms' own login, as a channel administrator and a browser do it, against the look-alikes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelRow } from '@/engine/rows'
import { codesOf, docOf, type PersonName } from '../support/office'
import { expectOk } from '../support/office/desk'
import { applicationKeys, type Connected, openConnected } from '../support/office/platforms'
import { comeBack, consent, type Press } from '../support/office/sign-in'

const cases: readonly { platform: string; agree: Press; refuse: Press; from: string; withoutPermission?: Press }[] = [
  {
    platform: 'facebook',
    from: 'environment',
    agree: { press: 'agree' },
    refuse: { press: 'refuse' },
    withoutPermission: { press: 'agree', untick: ['pages_manage_posts'] },
  },
  {
    platform: 'youtube',
    from: 'above',
    agree: { press: 'allow' },
    refuse: { press: 'deny' },
    withoutPermission: { press: 'allow', untick: ['youtube.upload', 'youtube.force-ssl'] },
  },
  { platform: 'zalo', from: 'organization', agree: { press: 'yes' }, refuse: { press: 'no' } },
]

let office: Connected

beforeAll(async () => {
  const { appId = '', appSecret = '' } = applicationKeys['facebook'] ?? {}
  office = await openConnected(import.meta.url, { FACEBOOK_APP_ID: appId, FACEBOOK_APP_SECRET: appSecret })
  const give = (who: PersonName, organization: string, platform: string) =>
    office.asPerson(who).post('/applications', { platform, organization, keys: applicationKeys[platform] })
  docOf(await give('parent-leader', office.parent, 'youtube'))
  docOf(await give('channel-admin', office.organization, 'zalo'))
  for (const { platform } of cases) office.openAccount(platform, `Trang ${platform} của tỉnh`)
})
afterAll(() => office?.close())

const admin = () => office.asPerson('channel-admin')

async function begin(platform: string, who: PersonName = 'channel-admin'): Promise<string> {
  const body = { platform, organization: office.organization }
  return String((await expectOk(office.asPerson(who).post('/channels/connect', body))).body['address'])
}

async function signIn(platform: string, press: Press): Promise<string> {
  const { signIn: id, problem } = await comeBack(admin(), await consent(await begin(platform), press))
  if (!id) throw new Error(problem)
  return id
}

const candidatesOf = (id: string) => admin().get(`/channels/connect/candidates?signIn=${id}`)
const choose = (id: string, accounts: readonly string[]) =>
  admin().post('/channels/connect/choose', { signIn: id, accounts })

type Shown = { account: string; name: string; problems: { code: string; message: string }[] }
type Chosen = { id: string; account: string; state: string; problem: string | null }

async function row(id: string): Promise<ChannelRow> {
  const [channel] = await office.engine.rows.find<ChannelRow>('channels', { where: { id } })
  if (!channel) throw new Error(`no channel ${id}`)
  return channel
}

async function connect(platform: string, agree: Press): Promise<{ id: string; shown: Shown[]; chosen: Chosen[] }> {
  const id = await signIn(platform, agree)
  const shown = (await expectOk(candidatesOf(id))).body['candidates'] as Shown[]
  const accounts = shown.map(({ account }) => account)
  const chosen = (await expectOk(choose(id, accounts))).body['channels'] as Chosen[]
  return { id, shown, chosen }
}

describe.each(cases)('$platform', ({ platform, agree, refuse, from, withoutPermission }) => {
  it('says where its application keys come from, and the exact address to come back to', async () => {
    const { body } = await expectOk(admin().get(`/channels/connect?organization=${office.organization}`))
    const places = body['places'] as { platform: string; signIn: { application: string; redirectUri: string } | null }[]
    const place = places.find((candidate) => candidate.platform === platform)?.signIn
    expect(place?.application).toBe(from)
    expect(place?.redirectUri).toBe(`http://localhost:3000/api/channels/connect/${platform}`)
  })

  it('is connected by signing in, and choosing is confirming', async () => {
    const { shown, chosen } = await connect(platform, agree)
    expect(shown.map(({ name }) => name)).toContain(`Trang ${platform} của tỉnh`)
    expect(shown.flatMap(({ problems }) => problems)).toEqual([])
    expect(chosen.map(({ state, problem }) => ({ state, problem }))).toEqual(
      shown.map(() => ({ state: 'connected', problem: null })),
    )
    const channel = await row(chosen[0]?.id ?? '')
    const confirmed = { confirmedBy: office.people['channel-admin'], confirmedAccount: channel.externalId }
    expect(channel).toMatchObject({ state: 'connected', ...confirmed, checkedAt: expect.any(Date) })
    expect(channel.profile?.account).toBe(channel.externalId)
  })

  it('keeps the application’s keys out of what is stored, also after a renewal', async () => {
    const { chosen } = await connect(platform, agree)
    const { openCredentials } = await import('@/engine/credentials')
    const id = chosen[0]?.id ?? ''
    const keys = Object.keys(applicationKeys[platform] ?? {})
    const before = openCredentials(await row(id))
    expect(Object.keys(before).filter((name) => keys.includes(name))).toEqual([])
    await office.engine.rows.update('channels', { id }, { secretExpiresAt: office.engine.now() })
    await expectOk(admin().post(`/channels/${id}/check`))
    const renewed = await row(id)
    expect(renewed.state).toBe('connected')
    expect(renewed.secretExpiresAt?.getTime() ?? Infinity).toBeGreaterThan(office.engine.now().getTime())
    expect(Object.keys(openCredentials(renewed)).filter((name) => keys.includes(name))).toEqual([])
  })

  it('is connected anew without a second channel', async () => {
    const first = await connect(platform, agree)
    const second = await connect(platform, agree)
    expect(second.chosen.map(({ id }) => id)).toEqual(first.chosen.map(({ id }) => id))
  })

  it('takes one return for one sign-in, and one choice', async () => {
    const back = await consent(await begin(platform), agree)
    const { signIn: id = '' } = await comeBack(admin(), back)
    expect(await comeBack(admin(), back)).toEqual({ problem: 'sign_in_used' })
    const shown = (await expectOk(candidatesOf(id))).body['candidates'] as Shown[]
    const accounts = [shown[0]?.account ?? '']
    await expectOk(choose(id, accounts))
    const again = await choose(id, accounts)
    expect([again.status, ...codesOf(again)]).toEqual([409, 'sign_in_used'])
    expect(codesOf(await candidatesOf(id))).toEqual(['sign_in_used'])
  })

  it('says that consent was refused, in the platform’s turn of words', async () => {
    const id = await signIn(platform, refuse)
    const answer = await candidatesOf(id)
    expect([answer.status, ...codesOf(answer)]).toEqual([409, 'channel_rejected'])
    expect(answer.body.errors?.[0]?.message).toMatch(/kết nối|Kết nối/)
    expect(codesOf(await choose(id, ['1']))).toEqual(['channel_rejected'])
  })

  it('takes no foreign, forged or late state', async () => {
    const back = await consent(await begin(platform), agree)
    expect(await comeBack(office.asPerson('leader'), back)).toEqual({ problem: 'sign_in_unknown' })
    expect(await comeBack(office.visitor, back)).toEqual({ problem: 'not_signed_in' })
    const forged = new URL(back)
    forged.searchParams.set('state', 'đoán')
    expect(await comeBack(admin(), forged)).toEqual({ problem: 'sign_in_unknown' })
    forged.searchParams.delete('state')
    expect(await comeBack(admin(), forged)).toEqual({ problem: 'sign_in_unknown' })
    await office.pass(601)
    expect(await comeBack(admin(), back)).toEqual({ problem: 'sign_in_expired' })
  })

  // One platform gives all permissions or none.
  if (!withoutPermission) return
  it('connects nothing whose permission was not given', async () => {
    const id = await signIn(platform, withoutPermission)
    const shown = (await expectOk(candidatesOf(id))).body['candidates'] as Shown[]
    const problems = shown.flatMap((candidate) => candidate.problems)
    expect(problems.length).toBeGreaterThan(0)
    const answer = await choose(id, [shown[0]?.account ?? ''])
    expect(answer.status).toBe(422)
    expect(codesOf(answer)).toEqual(shown[0]?.problems.map(({ code }) => code))
    expect(answer.body.errors?.[0]?.message).toContain(shown[0]?.name)
  })
})

describe('What is kept of it', () => {
  it('tells in the audit who connected what, and holds no secret in any row or answer', async () => {
    const { id, chosen } = await connect('zalo', { press: 'yes' })
    const channel = await row(chosen[0]?.id ?? '')
    const { openCredentials } = await import('@/engine/credentials')
    const secrets = [...Object.values(openCredentials(channel)), applicationKeys['zalo']?.['appSecret']].map(String)
    const audit = await office.engine.rows.find('audit', { where: { organization: office.organization } })
    const actions = audit.filter(({ subject }) =>
      [`sign-ins:${id}`, `channels:${channel.id}`].includes(String(subject)),
    )
    expect(new Set(actions.map(({ action }) => action))).toEqual(
      new Set(['sign-in-begun', 'sign-in-returned', 'channel-credentials-given', 'channel-connected']),
    )
    expect(new Set(actions.map(({ actor }) => actor))).toEqual(new Set([office.people['channel-admin']]))
    const kept = JSON.stringify([audit, channel, await office.engine.rows.find('sign-ins', { where: {} })])
    const told = (await admin().get(`/channels/${channel.id}?depth=2`)).text
    for (const secret of secrets) expect(kept + told).not.toContain(secret)
  })

  it('forgets candidates when they were chosen from, and sign-ins a day after their end', async () => {
    const { id } = await connect('zalo', { press: 'yes' })
    const read = async () => (await office.engine.rows.find('sign-ins', { where: { id } }))[0]
    expect(await read()).toMatchObject({ candidates: null, verifier: null })
    await office.pass(2 * 86_400)
    await begin('zalo')
    expect(await read()).toBeUndefined()
  })

  it('lets nobody open sign-ins without end', async () => {
    const body = { platform: 'zalo', organization: office.organization }
    const statuses: number[] = []
    while (statuses.length < 22) statuses.push((await office.asPerson('leader').post('/channels/connect', body)).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
    expect(statuses.at(-1)).toBe(429)
  })
})
