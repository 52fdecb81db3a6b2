import { Refusal } from '@/platform/errors'
import type { ApprovalProblem } from '@/approval'
import type { ChannelError } from '@/channels/contract'
import { stateLabels } from '@/publishing/labels'
import type { State } from '@/publishing/states'

/** Several problems of one request, each with its own code. */
export class Refusals extends Refusal {
  readonly problems: readonly { code: string; message: string }[]

  constructor(problems: readonly { code: string; message: string }[], status = 422) {
    super(problems[0]?.code ?? 'invalid', problems.map(({ message }) => message).join(' '), status)
    this.problems = problems
  }
}

export function refuseWith(problems: readonly { code: string; message: string }[]): Refusals {
  return new Refusals(problems)
}

const approvalSentences: Readonly<Record<ApprovalProblem, [code: string, message: string, status: number]>> = {
  'wrong-state': ['wrong_state', 'Nội dung không ở bước này nữa; hãy tải lại trang.', 409],
  'own-work': ['own_work', 'Không ai được duyệt bài mình đã viết hoặc sửa; hãy nhờ người khác duyệt.', 403],
  'wrong-role': ['wrong_role', 'Bước duyệt này thuộc vai trò khác.', 403],
  'already-signed': ['already_signed', 'Bạn đã duyệt bản này ở bước trước; bước này cần người khác.', 403],
  'no-reason': ['reason_required', 'Hãy viết lý do (ít nhất 5 ký tự) để người viết biết cần sửa gì.', 422],
}

export function refuseApproval(problem: ApprovalProblem): Refusal {
  return new Refusal(...approvalSentences[problem])
}

export function refuseTransition(state: State): Refusal {
  return new Refusal(
    'wrong_state',
    `Bài đăng đang ở trạng thái “${stateLabels[state]}” nên không làm được việc này; hãy tải lại trang.`,
    409,
  )
}

export function refuseVersion(): Refusal {
  const message = 'Nội dung vừa được sửa sau khi bạn mở; hãy tải lại trang để đọc bản mới rồi duyệt.'
  return new Refusal('version_changed', message, 409)
}

/** What a platform answered to something that a person asked for. */
export function refuseCall({ kind, message }: ChannelError): Refusal {
  return new Refusal(
    `channel_${kind.replaceAll('-', '_')}`,
    message,
    kind === 'unauthorized' || kind === 'rejected' ? 409 : 503,
  )
}
