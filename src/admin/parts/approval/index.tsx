'use client'
/** Where an item stands on its way to being signed, who decided what, and what this person may do about it. */
import { useFormModified, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import type { Decision, Step } from '@/approval'
import { Ask, Choice } from '../ask'
import { Badge, Problems } from '../badges'
import { showHour } from '../hours'
import { useAction } from '../rest'
import { type DeskItem, usePossibleVerbs, type Verb } from './signing'
import { approvalWords, decisionWords, useSay } from '../words'

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
  const { isRunning, problems, run, forget } = useAction(() => {
    setAsking(null)
    onDone()
  })
  const leave = () => {
    setAsking(null)
    forget()
  }
  const { possible, hindrance } = usePossibleVerbs(item, steps)
  // The version in the open form: what this person has read.
  const version = useDocumentInfo().data?.contentHash
  const act = (verb: Verb, reason?: string) => void run(`${path}/${verb.name}`, { reason, version })
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
          onLeave={leave}
        />
      ) : (
        <Choice
          size="medium"
          verbs={possible}
          isBlocked={isRunning || isModified}
          onChoose={(verb) => (verb.ask ? setAsking(verb) : act(verb))}
        />
      )}
      <Problems problems={problems} />
    </div>
  )
}
