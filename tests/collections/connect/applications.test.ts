import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channelOf } from '@/channels/registry'
import { codesOf, docOf, type Office, openOffice, type PersonName } from '../../support/office'

const keys = { appId: '42', appSecret: 'bí-mật-của-ứng-dụng' }

describe('Application keys', () => {
  let office: Office

  beforeAll(async () => {
    office = await openOffice(import.meta.url, { FACEBOOK_APP_ID: 'chung', FACEBOOK_APP_SECRET: 'bí-mật-chung' })
  })
  afterAll(() => office?.close())

  const give = (who: PersonName, organization: string, over: object = {}) =>
    office.asPerson(who).post('/applications', { platform: 'facebook', organization, keys, ...over })
  const found = async () => {
    const { findApplication } = await import('@/engine/credentials/application')
    return findApplication(office.engine, channelOf('facebook'), office.child)
  }

  it('are looked for in the organization, then above it, then in the environment', async () => {
    expect(await found()).toEqual({ keys: { appId: 'chung', appSecret: 'bí-mật-chung' }, from: 'environment' })
    docOf(await give('parent-leader', office.parent, { keys: { ...keys, appId: 'ông' } }))
    expect(await found()).toMatchObject({ keys: { appId: 'ông' }, from: 'above' })
    docOf(await give('leader', office.organization, { keys: { ...keys, appId: 'cha' } }))
    expect(await found()).toMatchObject({ keys: { appId: 'cha' }, from: 'above' })
    const own = docOf(await give('child-leader', office.child, { keys: { ...keys, appId: 'con' } }))
    expect(await found()).toMatchObject({ keys: { appId: 'con' }, from: 'organization' })
    expect((await office.asPerson('child-leader').remove(`/applications/${own.id}`)).status).toBe(200)
    expect(await found()).toMatchObject({ keys: { appId: 'cha' } })
  })

  it('are sealed for their own record and never given back, however they are asked for', async () => {
    const { id } = docOf(await give('foreign-leader', office.foreign))
    const [row] = await office.engine.rows.find('applications', { where: { id } })
    expect(row?.['secret']).toMatch(/^k1\./)
    const leader = office.asPerson('foreign-leader')
    const answers = await Promise.all([
      leader.get(`/applications/${id}?depth=3&showHiddenFields=true`),
      leader.get(`/applications/${id}?select[secret]=true&select[keys]=true`),
      leader.patch(`/applications/${id}`, { keys: { ...keys, appId: '43' } }),
      office.asPerson('administrator').get('/applications?showHiddenFields=true'),
    ])
    for (const { status, text } of answers) {
      expect(status).toBe(200)
      expect(text).not.toMatch(/k1\.|bí-mật|"secret"|"keys"/)
    }
    expect((await leader.get('/applications?where[secret][like]=k1')).status).toBe(400)
    const { unseal } = await import('@/engine/credentials/seal')
    const [changed] = await office.engine.rows.find('applications', { where: { id } })
    expect(unseal(`applications:${id}`, String(changed?.['secret']))).toEqual({ ...keys, appId: '43' })
    expect(() => unseal('applications:khác', String(changed?.['secret']))).toThrow(Error)
  })

  it('stay as they are when a form without them is saved', async () => {
    const [row] = await office.engine.rows.find('applications', { where: { organization: office.organization } })
    const path = `/applications/${row?.id}`
    expect((await office.asPerson('leader').patch(path, { platform: 'facebook', secret: 'giả' })).status).toBe(200)
    const [after] = await office.engine.rows.find('applications', { where: { id: row?.id ?? '' } })
    expect(after?.['secret']).toBe(row?.['secret'])
  })

  it.each([
    ['without a secret', { keys: { appId: '1' } }, [422, 'application_keys_invalid']],
    ['with an unknown key', { keys: { ...keys, more: 'x' } }, [422, 'application_keys_invalid']],
    ['without keys', { keys: undefined }, [422, 'application_keys_invalid']],
    ['for a platform without applications', { platform: 'telegram' }, [422, 'application_not_needed']],
    ['a second time', {}, [409, 'application_exists']],
  ])('are refused %s', async (_name, over, expected) => {
    const answer = await give('leader', office.organization, over)
    expect([answer.status, ...codesOf(answer)]).toEqual(expected)
    expect(answer.text).not.toContain('bí-mật')
  })

  it('do not move to another platform', async () => {
    const [row] = await office.engine.rows.find('applications', { where: { organization: office.organization } })
    const answer = await office.asPerson('leader').patch(`/applications/${row?.id}`, { platform: 'zalo', keys })
    expect([answer.status, ...codesOf(answer)]).toEqual([422, 'platform_fixed'])
  })

  it('are written and seen only by those who connect, in their own organization', async () => {
    for (const who of ['reporter', 'publisher', 'planner', 'auditor', 'foreign-leader'] as const) {
      expect((await give(who, office.organization)).status, who).toBe(403)
      const listed = await office.asPerson(who).get(`/applications?where[organization][equals]=${office.organization}`)
      expect(listed.body.docs ?? [], who).toEqual([])
    }
    expect((await office.visitor.get('/applications')).status).toBe(403)
    expect((await office.asPerson('channel-admin').get('/applications')).body.docs).toHaveLength(1)
  })

  it('leave who wrote and removed them in the audit, and nothing of themselves', async () => {
    const audit = await office.engine.rows.find('audit', { where: { organization: office.child }, sort: 'at' })
    const own = audit.filter(({ subject }) => String(subject).startsWith('applications:'))
    expect(own.map(({ action }) => action)).toEqual(['application-keys-given', 'application-removed'])
    expect(own.map(({ actor }) => actor)).toEqual(Array(2).fill(office.people['child-leader']))
    expect(JSON.stringify(audit)).not.toContain('bí-mật')
  })
})
