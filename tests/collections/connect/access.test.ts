import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, type Office, openOffice, type PersonName } from '../../support/office'
import { expectOk } from '../../support/office/desk'
import { applicationKeys } from '../../support/office/platforms'

const without: PersonName[] = ['reporter', 'approver', 'publisher', 'planner', 'auditor']
const strangers: PersonName[] = ['foreign-leader', 'parent-leader', 'child-leader']

describe('Connecting by sign-in', () => {
  let office: Office
  let signIn: string

  beforeAll(async () => {
    office = await openOffice(import.meta.url)
    const keys = applicationKeys['zalo']
    await office.asPerson('leader').post('/applications', { platform: 'zalo', organization: office.organization, keys })
    await expectOk(office.asPerson('channel-admin').post('/channels/connect', beginning()))
    const [row] = await office.engine.rows.find('sign-ins', { where: { person: office.people['channel-admin'] } })
    signIn = row?.id ?? ''
  })
  afterAll(() => office?.close())

  const beginning = (over: object = {}) => ({ platform: 'zalo', organization: office.organization, ...over })
  const acts: Readonly<Record<string, (who: PersonName | 'visitor') => Promise<{ status: number; text: string }>>> = {
    'what may be connected': (who) => caller(who).get(`/channels/connect?organization=${office.organization}`),
    'a sign-in': (who) => caller(who).post('/channels/connect', beginning()),
    candidates: (who) => caller(who).get(`/channels/connect/candidates?signIn=${signIn}`),
    'a choice': (who) => caller(who).post('/channels/connect/choose', { signIn, accounts: ['1'] }),
  }
  const perform = (act: string, who: PersonName | 'visitor') => {
    const work = acts[act]
    if (!work) throw new Error(`no act ${act}`)
    return work(who)
  }
  const caller = (who: PersonName | 'visitor') => (who === 'visitor' ? office.visitor : office.asPerson(who))

  it.each(['what may be connected', 'a sign-in'])('refuses %s without the duty, and elsewhere', async (act) => {
    for (const who of without) expect((await perform(act, who)).status, who).toBe(403)
    for (const who of strangers) expect((await perform(act, who)).status, who).toBe(404)
    expect((await perform(act, 'visitor')).status).toBe(401)
    expect((await perform(act, 'leader')).status).toBe(200)
  })

  it.each(['candidates', 'a choice'])('keeps %s to the person who began', async (act) => {
    for (const who of [...without, ...strangers, 'leader', 'administrator'] as const)
      expect((await perform(act, who)).status, who).toBe(404)
    expect((await perform(act, 'visitor')).status).toBe(401)
    const own = await perform(act, 'channel-admin')
    expect(own.status).toBe(409)
    expect(own.text).toContain('sign_in_expired')
  })

  it('keeps candidates from who has lost the duty since', async () => {
    const id = office.people['channel-admin']
    const memberships = (roles: string[]) => ({ memberships: [{ organization: office.organization, roles }] }) as never
    await office.payload.update({ collection: 'users', id, data: memberships(['reporter']) })
    expect((await perform('candidates', 'channel-admin')).status).toBe(403)
    expect((await perform('a choice', 'channel-admin')).status).toBe(403)
    await office.payload.update({ collection: 'users', id, data: memberships(['channel-admin']) })
  })

  it.each([
    ['no platform', { platform: undefined }, [400, 'body_invalid']],
    ['an unknown field', { more: 1 }, [400, 'body_invalid']],
    ['a way back to another site', { returnTo: 'https://evil.example' }, [400, 'body_invalid']],
    ['a way back that only looks like ours', { returnTo: '//evil.example' }, [400, 'body_invalid']],
    ['an unknown platform', { platform: 'myspace' }, [422, 'platform_unknown']],
    ['a platform without a login', { platform: 'telegram' }, [422, 'paste_only']],
    ['a platform without keys', { platform: 'facebook' }, [409, 'application_missing']],
  ])('does not begin with %s', async (_name, over, expected) => {
    const answer = await office.asPerson('leader').post('/channels/connect', beginning(over))
    expect([answer.status, ...codesOf(answer)]).toEqual(expected)
    expect(answer.body.errors?.[0]?.message).toMatch(/[à-ỹ]/)
  })

  it.each([
    {},
    { signIn: 'x' },
    { signIn: 'x', accounts: [] },
    { signIn: 'x', accounts: [1] },
    { signIn: 'x', accounts: ['1'], more: 1 },
  ])('takes no choice of the shape %j', async (body) =>
    expect(codesOf(await office.asPerson('leader').post('/channels/connect/choose', body))).toEqual(['body_invalid']),
  )

  it('takes nothing that a form on another site could send', async () => {
    const token = String((await login('leader')).body['token'])
    const { handleEndpoints } = await import('payload')
    for (const path of ['/channels/connect', '/channels/connect/choose']) {
      const headers = { authorization: `JWT ${token}`, 'content-type': 'text/plain' }
      const init = { method: 'POST', headers, body: JSON.stringify(beginning()) }
      const request = new Request(`http://localhost:3000/api${path}`, init)
      expect((await handleEndpoints({ config: office.config, request })).status, path).toBe(415)
    }
  })

  const login = async (who: PersonName) => {
    const { emailOf, password } = await import('../../support/office')
    return office.visitor.post('/users/login', { email: emailOf(who), password })
  }

  it('goes through a page of ours when the browser comes from the platform’s site', async () => {
    const token = String((await login('channel-admin')).body['token'])
    const { handleEndpoints } = await import('payload')
    const come = (site: string) => {
      const headers = { cookie: `payload-token=${token}`, 'sec-fetch-site': site }
      const address = 'http://localhost:3000/api/channels/connect/zalo?state=a&code="><script>'
      return handleEndpoints({ config: office.config, request: new Request(address, { headers }) })
    }
    const outside = await come('cross-site')
    const page = await outside.text()
    expect(outside.status).toBe(200)
    expect(page).toContain('http-equiv="refresh"')
    expect(page).not.toContain('<script>')
    expect(outside.headers.get('cache-control')).toBe('no-store')
    const inside = await come('same-origin')
    expect(inside.status).toBe(303)
    expect(inside.headers.get('location')).toContain('problem=sign_in_unknown')
  })
})
