/** The pure domain of sign-off: one to three steps, four eyes, and what voids an approval. */
export const approvalStates = ['draft', 'in_review', 'returned', 'approved', 'retracted', 'archived'] as const

export type ApprovalState = (typeof approvalStates)[number]

export type Decision = {
  at: string
  by: string
  byName: string
  action: 'submitted' | 'approved' | 'returned' | 'retracted' | 'recalled' | 'voided'
  step: string
  reason: string
  /** Hash of the content that was decided upon. */
  version: string
}

export type Approval = { state: ApprovalState; step: number; decisions: Decision[] }

export type Step = { label: string; role: string }

export type Signer = { id: string; name: string; roles: readonly string[] }

export type ApprovalProblem = 'wrong-state' | 'own-work' | 'wrong-role' | 'already-signed' | 'no-reason'

export type Answer = { approval: Approval } | { problem: ApprovalProblem }

export const untouched: Approval = { state: 'draft', step: 0, decisions: [] }

type Act = { approval: Approval; signer: Signer; now: Date; version: string }

export function submit({ approval, ...act }: Act): Answer {
  if (approval.state !== 'draft' && approval.state !== 'returned') return { problem: 'wrong-state' }
  return { approval: { state: 'in_review', step: 0, decisions: [...approval.decisions, decision(act, 'submitted')] } }
}

/** The last step makes it `approved`; an earlier one moves on to the next. */
export function approve({
  approval,
  steps,
  writers,
  ...act
}: Act & { steps: readonly Step[]; writers: readonly string[] }): Answer {
  const step = steps[approval.step]
  if (approval.state !== 'in_review' || !step) return { problem: 'wrong-state' }
  if (writers.includes(act.signer.id)) return { problem: 'own-work' }
  if (!act.signer.roles.includes(step.role) && !act.signer.roles.includes('leader')) return { problem: 'wrong-role' }
  if (hasSigned(approval, act.signer.id, act.version)) return { problem: 'already-signed' }
  const next = approval.step + 1
  const decisions = [...approval.decisions, decision(act, 'approved', { step: step.label })]
  return { approval: { state: next === steps.length ? 'approved' : 'in_review', step: next, decisions } }
}

export function giveBack({ approval, reason, ...act }: Act & { reason: string }): Answer {
  if (approval.state !== 'in_review') return { problem: 'wrong-state' }
  if (reason.trim().length < 5) return { problem: 'no-reason' }
  return {
    approval: { state: 'returned', step: 0, decisions: [...approval.decisions, decision(act, 'returned', { reason })] },
  }
}

export function retract({ approval, reason, ...act }: Act & { reason: string }): Answer {
  if (approval.state !== 'approved') return { problem: 'wrong-state' }
  if (reason.trim().length < 5) return { problem: 'no-reason' }
  return {
    approval: {
      state: 'retracted',
      step: 0,
      decisions: [...approval.decisions, decision(act, 'retracted', { reason })],
    },
  }
}

/** In whatever state: what went out before it was edited is out all the same. */
export function recall({ approval, reason, ...act }: Act & { reason: string }): Answer {
  if (reason.trim().length < 5) return { problem: 'no-reason' }
  const decisions = [...approval.decisions, decision(act, 'recalled', { reason })]
  return { approval: { state: 'retracted', step: 0, decisions } }
}

export function isRecalled({ state, decisions }: Approval): boolean {
  return state === 'retracted' && decisions.at(-1)?.action === 'recalled'
}

const voided: Readonly<Partial<Record<ApprovalState, string>>> = {
  in_review: 'Nội dung đã được sửa sau khi gửi duyệt',
  approved: 'Nội dung đã được sửa sau khi gửi duyệt',
  retracted: 'Nội dung đã được sửa sau khi bị gỡ; cần duyệt lại từ đầu',
}

/** An edit after submission, or after it was taken back: a draft again, visibly. The same approval when there is nothing to void. */
export function voidByEdit({ approval, ...act }: Act): Approval {
  const reason = voided[approval.state]
  if (!reason) return approval
  return { state: 'draft', step: 0, decisions: [...approval.decisions, decision(act, 'voided', { reason })] }
}

/** One person signs one version once, also where two steps name roles that the same person holds. */
function hasSigned(approval: Approval, person: string, version: string): boolean {
  return approval.decisions.some((made) => made.action === 'approved' && made.by === person && made.version === version)
}

function decision(
  { signer, now, version }: Omit<Act, 'approval'>,
  action: Decision['action'],
  { step = '', reason = '' } = {},
): Decision {
  return { at: now.toISOString(), by: signer.id, byName: signer.name, action, step, reason, version }
}
