import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashEntry } from '@/engine/audit'
import { codesOf, type Office, openOffice, type PersonName } from '../../support/office'
import { expectOk, planArticle, publicationRow, scheduleArticle } from '../../support/office/desk'

type AuditRow = { id: string; at: Date; actor: string; actorName: string; action: string; subject: string } & {
  organization: string | null
  detail: null
  previousHash: string | null
  hash: string
}

describe('Several steps', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(import.meta.url)
  })
  afterAll(() => office?.close())

  const act = (who: PersonName, id: string, verb: string) => office.asPerson(who).post(`/articles/${id}/${verb}`)
  const setSteps = (...roles: string[]) =>
    expectOk(
      office.asPerson('leader').patch(`/organizations/${office.organization}`, {
        approvalSteps: roles.map((role, index) => ({ label: `Bước ${index + 1}`, role })),
      }),
    )

  it.each([
    [
      ['editor', 'approver'],
      ['editor', 'approver'],
    ],
    [
      ['editor', 'approver', 'publisher'],
      ['editor', 'approver', 'publisher'],
    ],
    [
      ['approver', 'approver'],
      ['approver', 'second-approver'],
    ],
  ] as const)('named %j are taken in their order by %j', async (roles, people) => {
    await setSteps(...roles)
    const { id } = await office.writeArticle()
    const publication = await planArticle(office, id)
    await expectOk(act('reporter', id, 'submit'))
    for (const [index, who] of people.entries()) {
      expect((await publicationRow(office, publication)).state).toBe('draft')
      const { body } = await expectOk(act(who, id, 'approve'))
      expect(body['approval']).toMatchObject({
        state: index === people.length - 1 ? 'approved' : 'in_review',
        step: index + 1,
      })
    }
    const row = await publicationRow(office, publication)
    expect(row.state).toBe('scheduled')
    expect(row['approvals']).toHaveLength(people.length)
  })

  it('are not skipped, and not signed twice by one person', async () => {
    await setSteps('editor', 'approver')
    const { id } = await office.writeArticle()
    await expectOk(act('reporter', id, 'submit'))
    expect(codesOf(await act('approver', id, 'approve'))).toEqual(['wrong_role'])
    await expectOk(act('leader', id, 'approve'))
    expect(codesOf(await act('leader', id, 'approve'))).toEqual(['already_signed'])
    await expectOk(act('approver', id, 'approve'))
  })

  it('start again after an edit', async () => {
    await setSteps('editor', 'approver')
    const { id } = await office.writeArticle()
    await expectOk(act('reporter', id, 'submit'))
    await expectOk(act('editor', id, 'approve'))
    await expectOk(office.asPerson('reporter').patch(`/articles/${id}?draft=true`, { lead: 'Viết lại.' }))
    expect(codesOf(await act('approver', id, 'approve'))).toEqual(['wrong_state'])
    await expectOk(act('reporter', id, 'submit'))
    expect(codesOf(await act('approver', id, 'approve'))).toEqual(['wrong_role'])
  })

  it.each([[[]], [['editor', 'editor', 'editor', 'editor']], [['system-admin']]])(
    'cannot be set to %j',
    async (roles) => {
      const approvalSteps = roles.map((role) => ({ label: 'Bước', role }))
      const path = `/organizations/${office.organization}`
      const answer = await office.asPerson('leader').patch(path, { approvalSteps })
      expect([answer.status, ...new Set(codesOf(answer))]).toEqual([400, 'approval_steps_invalid'])
    },
  )

  it('leave an audit whose hashes chain, subject by subject', async () => {
    await setSteps('approver')
    const { article, publication } = await scheduleArticle(office)
    const person = office.asPerson('publisher')
    await expectOk(person.post(`/publications/${publication}/send-now`))
    await expectOk(person.post(`/publications/${publication}/cancel`))
    const [items, posts] = [await chainOf(`articles:${article}`), await chainOf(`publications:${publication}`)]
    expect(items.map(({ action }) => action)).toEqual(['planned', 'submitted', 'approved'])
    expect(posts.map(({ action, actor }) => [action, actor])).toEqual([
      ['approve', office.people.approver],
      ['send-now', office.people.publisher],
      ['cancel', office.people.publisher],
    ])
    expect((await publicationRow(office, publication)).auditHash).toBe(posts.at(-1)?.hash)
    for (const entry of [...items, ...posts]) expect(hashOf(entry)).toBe(entry.hash)
    for (const entry of posts) expect(hashOf({ ...entry, actor: 'người khác' })).not.toBe(entry.hash)
  })

  /** From the first entry on, each found by the hash that it names. */
  async function chainOf(subject: string): Promise<AuditRow[]> {
    const rows = await office.engine.rows.find<AuditRow>('audit', { where: { subject } })
    const chain = rows.filter(({ previousHash }) => previousHash === null)
    expect(chain).toHaveLength(1)
    for (let entry = chain[0]; entry; entry = rows.find(({ previousHash }) => previousHash === chain.at(-1)?.hash))
      if (entry !== chain[0]) chain.push(entry)
    expect(chain).toHaveLength(rows.length)
    return chain
  }

  function hashOf({ id: _id, hash: _hash, actor, actorName, ...entry }: AuditRow): string {
    const { at, action, subject, organization, detail, previousHash } = entry
    const who = { id: actor, name: actorName }
    return hashEntry({ at, action, subject, organization, detail, previousHash, actor: who })
  }
})
