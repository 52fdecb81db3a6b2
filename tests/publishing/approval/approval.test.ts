import { describe, expect, it } from 'vitest'
import {
  type Approval,
  type ApprovalState,
  approvalStates,
  approve,
  giveBack,
  isRecalled,
  recall,
  retract,
  type Signer,
  type Step,
  submit,
  untouched,
  voidByEdit,
} from '@/approval'

const now = new Date('2026-11-22T05:00:00.000Z')
const version = 'bản-1'
const person = (id: string, ...roles: string[]): Signer => ({ id, name: id, roles })
const writer = person('Hoa', 'reporter', 'approver')
const approver = person('Mai', 'approver')
const leader = person('Sơn', 'leader')
const reason = 'Thiếu nguồn tin'

const steps = (...roles: string[]): Step[] => roles.map((role, index) => ({ label: `Bước ${index + 1}`, role }))
const at = (state: ApprovalState): Approval => ({ ...untouched, state })

function sign(approval: Approval, signer: Signer, over: { steps?: Step[]; version?: string } = {}) {
  return approve({ approval, signer, now, version, steps: steps('approver'), writers: ['Hoa'], ...over })
}

function approvalOf(answer: ReturnType<typeof approve>): Approval {
  if ('problem' in answer) throw new Error(answer.problem)
  return answer.approval
}

describe('Sign-off', () => {
  /** Which act is taken in which state. */
  const taken: Readonly<Record<string, readonly ApprovalState[]>> = {
    submit: ['draft', 'returned'],
    approve: ['in_review'],
    giveBack: ['in_review'],
    retract: ['approved'],
  }
  const acts: Record<string, (approval: Approval) => object> = {
    submit: (approval) => submit({ approval, signer: writer, now, version }),
    approve: (approval) => sign(approval, approver),
    giveBack: (approval) => giveBack({ approval, signer: approver, now, version, reason }),
    retract: (approval) => retract({ approval, signer: leader, now, version, reason }),
  }
  const pairs = Object.keys(acts).flatMap((act) => approvalStates.map((state) => ({ act, state })))

  it.each(pairs)('takes $act in $state only where the table says so', ({ act, state }) => {
    const answer = acts[act]?.(at(state)) ?? {}
    if (taken[act]?.includes(state)) expect(answer).toHaveProperty('approval')
    else expect(answer).toEqual({ problem: 'wrong-state' })
  })

  it.each([1, 2, 3])('takes %i steps by as many people', (count) => {
    const chain = steps(...Array.from({ length: count }, () => 'approver'))
    let approval = at('in_review')
    for (let index = 0; index < count; index += 1) {
      expect(approval.state).toBe('in_review')
      approval = approvalOf(sign(approval, person(`người ${index}`, 'approver'), { steps: chain }))
    }
    expect(approval.state).toBe('approved')
    expect(approval.decisions.map(({ step }) => step)).toEqual(chain.map(({ label }) => label))
  })

  it('takes no approval of a person’s own work, whatever their roles', () => {
    expect(sign(at('in_review'), writer)).toEqual({ problem: 'own-work' })
    expect(sign(at('in_review'), person('Hoa', 'leader'))).toEqual({ problem: 'own-work' })
  })

  it('takes a step only from its role or from a leader', () => {
    expect(sign(at('in_review'), person('Bình', 'editor', 'publisher'))).toEqual({ problem: 'wrong-role' })
    expect(approvalOf(sign(at('in_review'), leader)).state).toBe('approved')
  })

  it('takes one signature of a person for one version, a new one for the next', () => {
    const chain = steps('approver', 'approver')
    const once = approvalOf(sign(at('in_review'), approver, { steps: chain }))
    expect(sign(once, approver, { steps: chain })).toEqual({ problem: 'already-signed' })
    const edited = voidByEdit({ approval: once, signer: writer, now, version: 'bản-2' })
    const again = approvalOf(submit({ approval: edited, signer: writer, now, version: 'bản-2' }))
    expect(approvalOf(sign(again, approver, { steps: chain, version: 'bản-2' })).step).toBe(1)
  })

  it('takes nothing when an organization has no steps', () =>
    expect(sign(at('in_review'), approver, { steps: [] })).toEqual({ problem: 'wrong-state' }))

  it.each(['', '    ', 'sai', ' ừ thì '.slice(0, 5)])('returns and retracts nothing for the reason “%s”', (because) => {
    const act = { signer: leader, now, version, reason: because }
    expect(giveBack({ approval: at('in_review'), ...act })).toEqual({ problem: 'no-reason' })
    expect(retract({ approval: at('approved'), ...act })).toEqual({ problem: 'no-reason' })
  })

  it.each(approvalStates)('is voided by an edit after submission, or after it was taken back: %s', (state) => {
    const before = at(state)
    const after = voidByEdit({ approval: before, signer: writer, now, version })
    if (!['in_review', 'approved', 'retracted'].includes(state)) return expect(after).toBe(before)
    expect(after).toMatchObject({ state: 'draft', step: 0, decisions: [{ action: 'voided', by: 'Hoa', version }] })
    return undefined
  })

  it.each(approvalStates)('is taken back by a recall from every state: %s', (state) => {
    const act = { approval: at(state), signer: leader, now, version }
    expect(recall({ ...act, reason: 'sai' })).toEqual({ problem: 'no-reason' })
    const recalled = approvalOf(recall({ ...act, reason }))
    expect(recalled).toMatchObject({ state: 'retracted', decisions: [{ action: 'recalled', by: 'Sơn', reason }] })
    expect([isRecalled(recalled), isRecalled(at(state))]).toEqual([true, false])
    expect(sign(recalled, approver)).toEqual({ problem: 'wrong-state' })
    expect(submit({ approval: recalled, signer: writer, now, version })).toEqual({ problem: 'wrong-state' })
  })

  it('forgets no decision', () => {
    const submitted = approvalOf(submit({ approval: untouched, signer: writer, now, version }))
    const returned = approvalOf(giveBack({ approval: submitted, signer: approver, now, version, reason }))
    const again = approvalOf(submit({ approval: returned, signer: writer, now, version }))
    expect(approvalOf(sign(again, approver)).decisions.map(({ action }) => action)).toEqual([
      'submitted',
      'returned',
      'submitted',
      'approved',
    ])
    expect(untouched).toEqual({ state: 'draft', step: 0, decisions: [] })
  })
})
