'use client'
import { Button } from '@payloadcms/ui'
import { type KeyboardEvent, useId, useState } from 'react'
import { ShownHour } from './badges'
import { fromInput, toInput, upcoming, zoneWord } from './hours'
import { useSay, type Word } from './words'

/** What a verb needs before it runs: nothing but a second click, a reason, an hour, an address. */
export type Question = { kind: 'sure' | 'text' | 'hour' | 'address'; label: Word; start?: string }

type Props = { question: Question; action: Word; isRunning: boolean; onAnswer(value: string): void; onLeave(): void }

/** Stands inside the document's own form, hence no form here: Enter answers, Escape leaves. */
export function Ask({ question, action, isRunning, onAnswer, onLeave }: Props) {
  const say = useSay()
  const [value, setValue] = useState(
    question.kind === 'hour' && question.start ? toInput(upcoming(question.start, new Date())) : '',
  )
  const answer = question.kind === 'hour' ? fromInput(value) : value.normalize('NFC').trim()
  const isReady = !isRunning && (question.kind === 'sure' || answer !== '')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave()
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (isReady) onAnswer(answer)
  }
  return (
    <div className="desk-ask" role="group" aria-label={say(action)} onKeyDown={onKeyDown}>
      <Answer question={question} value={value} onChange={setValue} />
      <div className="desk-buttons">
        <Button size="small" margin={false} disabled={!isReady} onClick={() => onAnswer(answer)}>
          {say(action)}
        </Button>
        <Button size="small" margin={false} buttonStyle="secondary" disabled={isRunning} onClick={onLeave}>
          {say({ vi: 'Thôi', en: 'Never mind' })}
        </Button>
      </div>
    </div>
  )
}

const inputTypes = { text: 'text', hour: 'datetime-local', address: 'url' } as const

function Answer({ question, value, onChange }: { question: Question; value: string; onChange(value: string): void }) {
  const say = useSay()
  const id = useId()
  if (question.kind === 'sure') return <p>{say(question.label)}</p>
  return (
    <div className="desk-field">
      <label htmlFor={id}>
        {say(question.label)}
        {question.kind === 'hour' && `, ${say(zoneWord)}`}
      </label>
      <input
        id={id}
        type={inputTypes[question.kind]}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoFocus
      />
      {question.kind === 'hour' && <ShownHour value={value} />}
    </div>
  )
}

type Choosable = { name: string; word: Word; isGrave?: boolean; isMain?: boolean }

/** The verbs as buttons, side by side. */
export function Choice<Verb extends Choosable>({
  size,
  verbs,
  isBlocked,
  onChoose,
}: {
  size: 'small' | 'medium'
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
          size={size}
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
