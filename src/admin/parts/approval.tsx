'use client'
/** Where an item stands on its way to being signed, who decided what, and what this person may do about it. */
import { Button, useAuth, useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import { type Duty, idOf, may, type Person, rolesIn } from '@/access/roles'
import { type Approval, type ApprovalProblem, type ApprovalState, approve, type Decision, type Step } from '@/approval'
import { Ask, type Question } from './ask'
import { Badge, Problems } from './badges'
import { showHour } from './hours'
import { useAction } from './rest'
import { approvalWords, decisionWords, useSay, type Word } from './words'

export type DeskItem = {
  id: string
  approval: Approval
  organization: string | { id: string }
  contentHash?: string | null
  writers?: (string | { id: string })[] | null
}

type Verb = { name: string; word: Word; ask?: Question; isGrave?: boolean; isMain?: boolean }

const reasonLabel = { vi: 'Lý do (ít nhất 5 ký tự)', en: 'Reason (at least 5 characters)' }

const submit: Verb = { name: 'submit', word: { vi: 'Gửi duyệt', en: 'Submit' }, isMain: true }
const approval: Verb = { name: 'approve', word: { vi: 'Duyệt', en: 'Approve' }, isMain: true }
const giveBack: Verb = {
  name: 'return',
  word: { vi: 'Trả lại', en: 'Return' },
  ask: { kind: 'text', label: reasonLabel },
}
const retract: Verb = {
  name: 'retract',
  word: { vi: 'Gỡ', en: 'Retract' },
  ask: { kind: 'text', label: reasonLabel },
  isGrave: true,
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

export function ApprovalPart({
  path,
  item,
  steps,
  onDone,
}: {
  path: string
  item: DeskItem
  steps: readonly Step[]
  onDone: () => void
}) {
  const say = useSay()
  const { approval: current } = item
  const step = steps[current.step]
  return (
    <section aria-label={say({ vi: 'Duyệt bài', en: 'Approval' })}>
      <h3>{say({ vi: 'Duyệt bài', en: 'Approval' })}</h3>
      <p className="desk-line">
        <Badge word={approvalWords[current.state]} />
        {current.state === 'in_review' && step && (
          <span>
            {say({ vi: 'Bước', en: 'Step' })} {current.step + 1}/{steps.length}: {step.label}
          </span>
        )}
      </p>
      <Decisions decisions={current.decisions} />
      <Verbs path={path} item={item} steps={steps} onDone={onDone} />
    </section>
  )
}

function Decisions({ decisions }: { decisions: readonly Decision[] }) {
  const say = useSay()
  if (decisions.length === 0) return null
  return (
    <ol className="desk-decisions">
      {decisions.map(({ at, byName, action, step, reason }) => (
        <li key={at + action}>
          <time dateTime={at}>{showHour(at)}</time> <strong>{say(decisionWords[action])}</strong>
          {step && ` (${step})`}
          {byName && `, ${byName}`}
          {reason && `: ${reason}`}
        </li>
      ))}
    </ol>
  )
}

function Verbs({
  path,
  item,
  steps,
  onDone,
}: {
  path: string
  item: DeskItem
  steps: readonly Step[]
  onDone: () => void
}) {
  const say = useSay()
  const isModified = useFormModified()
  const [asking, setAsking] = useState<Verb | null>(null)
  const { isRunning, problems, run } = useAction(() => {
    setAsking(null)
    onDone()
  })
  const { possible, hindrance } = usePossibleVerbs(item, steps)
  const act = (verb: Verb, reason?: string) => void run(`${path}/${verb.name}`, { reason })
  return (
    <div aria-busy={isRunning}>
      {hindrance && <p className="desk-note">{say(hindrance)}</p>}
      {isModified && possible.length > 0 && (
        <p className="desk-note">{say({ vi: 'Hãy lưu những gì vừa sửa trước đã.', en: 'Save your changes first.' })}</p>
      )}
      {asking?.ask ? (
        <Ask
          question={asking.ask}
          action={asking.word}
          isRunning={isRunning}
          onAnswer={(reason) => act(asking, reason)}
          onLeave={() => setAsking(null)}
        />
      ) : (
        <Choice
          verbs={possible}
          isBlocked={isRunning || isModified}
          onChoose={(verb) => (verb.ask ? setAsking(verb) : act(verb))}
        />
      )}
      <Problems problems={problems} />
    </div>
  )
}

function Choice({
  verbs,
  isBlocked,
  onChoose,
}: {
  verbs: readonly Verb[]
  isBlocked: boolean
  onChoose(verb: Verb): void
}) {
  const say = useSay()
  return (
    <div className="desk-buttons">
      {verbs.map((verb) => (
        <Button
          key={verb.name}
          size="medium"
          margin={false}
          buttonStyle={verb.isMain ? 'primary' : 'secondary'}
          className={verb.isGrave ? 'desk-grave' : ''}
          disabled={isBlocked}
          onClick={() => onChoose(verb)}
        >
          {say(verb.word)}
        </Button>
      ))}
    </div>
  )
}

type Possibility = { possible: Verb[]; hindrance?: Word }

/** What the state takes, and whose duty it is; signing is the domain's own question. */
const offers: Readonly<Record<ApprovalState, { duty: Duty; verbs: Verb[] } | null>> = {
  draft: { duty: 'write', verbs: [submit] },
  returned: { duty: 'write', verbs: [submit] },
  in_review: { duty: 'approve', verbs: [approval, giveBack] },
  approved: { duty: 'withdraw', verbs: [retract] },
  retracted: null,
  archived: null,
}

function usePossibleVerbs(item: DeskItem, steps: readonly Step[]): Possibility {
  const { user } = useAuth()
  const person = user as unknown as Person | null
  const offer = offers[item.approval.state]
  if (!person || !offer || !may(person, offer.duty, idOf(item.organization))) return { possible: [] }
  if (item.approval.state !== 'in_review') return { possible: offer.verbs }
  const problem = problemOfSigning(item, { steps, person })
  return problem ? { possible: [giveBack], hindrance: hindrances[problem] } : { possible: offer.verbs }
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
