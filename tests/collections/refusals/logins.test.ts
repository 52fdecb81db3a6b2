import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, codesOf, emailOf, type Office, openOffice, password } from '../../support/office'
import { expectOk } from '../../support/office/desk'

describe('A wrong password', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(import.meta.url)
  })
  afterAll(() => office?.close())

  const said = async (answering: Promise<Answer>) => {
    const answer = await answering
    expect(answer.body.errors?.[0]?.message).toMatch(/mật khẩu|tạm khóa/)
    return [answer.status, ...codesOf(answer)]
  }

  it('locks a login after five wrong passwords, for the right one too', async () => {
    const login = (given: string) =>
      office.visitor.post('/users/login', { email: emailOf('agency-contact'), password: given })
    for (let count = 0; count < 5; count += 1) expect(await said(login('sai'))).toEqual([401, 'wrong_login'])
    expect(await said(login(password))).toEqual([401, 'locked'])
    expect(await said(login('sai'))).toEqual([401, 'locked'])
    await expectOk(office.visitor.post('/users/login', { email: emailOf('auditor'), password }))
  })

  it('does not tell whether an address is known', async () => {
    const login = (email: string) => office.visitor.post('/users/login', { email, password: 'sai' })
    const [known, unknown] = [await login(emailOf('planner')), await login('ai-do@kiemthu.vn')]
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
  })
})
