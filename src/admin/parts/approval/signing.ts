'use client'
/** Which verbs of the sign-off this person may use on this item now; the server asks all of it again. */
import { useAuth } from '@payloadcms/ui'
import { type Duty, idOf, may, type Person, rolesIn } from '@/access/roles'
import { type Approval, type ApprovalProblem, type ApprovalState, approve, type Step } from '@/approval'
import type { Question } from '../ask'
import type { Word } from '../words'

export type DeskItem = {
  id: string
  approval: Approval
  organization: string | { id: string }
  contentHash?: string | null
  createdBy?: string | { id: string } | null
  writers?: (string | { id: string })[] | null
}

export type Verb = { name: string; word: Word; ask?: Question; isGrave?: boolean; isMain?: boolean }

const reasonLabel = { vi: 'Lý do (ít nhất 5 ký tự)', en: 'Reason (at least 5 characters)' }

const submit: Verb = { name: 'submit', word: { vi: 'Gửi duyệt', en: 'Submit' }, isMain: true }
const approval: Verb = { name: 'approve', word: { vi: 'Duyệt', en: 'Approve' }, isMain: true }
const giveBack: Verb = {
  name: 'return',
  word: { vi: 'Trả lại', en: 'Return' },
  ask: { kind: 'text', label: reasonLabel },
}

const hindrances: Readonly<Partial<Record<ApprovalProblem, Word>>> = {
  'own-work': {
    vi: 'Bạn đã viết hoặc sửa bài này, nên người khác phải duyệt.',
    en: 'You wrote or edited this item, so somebody else has to approve it.',
  },
  'wrong-role': { vi: 'Bước duyệt này thuộc vai trò khác.', en: 'This step belongs to another role.' },
  'already-signed': {
    vi: 'Bạn đã duyệt bản này ở bước trước; bước này cần người khác.',
    en: 'You signed an earlier step; this one needs somebody else.',
  },
}

type Possibility = { possible: Verb[]; hindrance?: Word }

/** `ownUnless`: only for the item's writers, or those who hold that duty as well. */
type Offer = { duty: Duty; ownUnless?: Duty; verbs: Verb[] }

/** What the state takes, and whose duty it is; signing is the domain's own question. */
const offers: Readonly<Record<ApprovalState, Offer | null>> = {
  draft: { duty: 'write', ownUnless: 'edit', verbs: [submit] },
  returned: { duty: 'write', ownUnless: 'edit', verbs: [submit] },
  in_review: { duty: 'approve', verbs: [approval, giveBack] },
  // What is signed is taken back below, from everywhere at once.
  approved: null,
  retracted: null,
  archived: null,
}

export function usePossibleVerbs(item: DeskItem, steps: readonly Step[]): Possibility {
  const { user } = useAuth()
  const person = user as unknown as Person | null
  const offer = offers[item.approval.state]
  if (!person || !offer || !isTheirs(offer, { item, person })) return { possible: [] }
  if (item.approval.state !== 'in_review') return { possible: offer.verbs }
  const problem = problemOfSigning(item, { steps, person })
  return problem ? { possible: [giveBack], hindrance: hindrances[problem] } : { possible: offer.verbs }
}

function isTheirs({ duty, ownUnless }: Offer, { item, person }: { item: DeskItem; person: Person }): boolean {
  const organization = idOf(item.organization)
  if (!may(person, duty, organization)) return false
  const writers = [item.createdBy, ...(item.writers ?? [])]
  return (
    !ownUnless || may(person, ownUnless, organization) || writers.some((writer) => writer && idOf(writer) === person.id)
  )
}

/** The domain itself says whether this person may sign this step; the server asks it again. */
function problemOfSigning(
  { approval: current, organization, contentHash, writers }: DeskItem,
  { steps, person }: { steps: readonly Step[]; person: Person },
): ApprovalProblem | null {
  const signer = { id: person.id, name: '', roles: rolesIn(person, idOf(organization)) }
  const answer = approve({
    approval: current,
    signer,
    now: new Date(),
    version: contentHash ?? '',
    steps,
    writers: (writers ?? []).map(idOf),
  })
  return 'problem' in answer ? answer.problem : null
}
