'use client'
import './admin.css'
import type { State } from '@/publishing/states'
import { fromInput, showHour } from './hours'
import type { Problem } from './rest'
import { type Mood, stateWords, useSay, type Word } from './words'

export function Badge({ word }: { word: Word & { sign: string; mood: Mood } }) {
  const say = useSay()
  return (
    <span className={`desk-badge desk-badge--${word.mood}`}>
      <span aria-hidden="true">{word.sign}</span> {say(word)}
    </span>
  )
}

/** `because`: what took it from where it was, told in place of our own withdrawal. */
export function StateBadge({ state, because }: { state: State; because?: string | null }) {
  if (state !== 'withdrawn' || !because) return <Badge word={stateWords[state]} />
  return <Badge word={{ vi: because, en: 'Taken down by the platform', sign: '!', mood: 'warning' }} />
}

/** Always in the page, so that a screen reader hears what is put into it. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  const say = useSay()
  return (
    <div role="alert">
      {problems.length > 0 && (
        <ul className="desk-problems">
          {problems.map(({ code, message }, index) => (
            <li key={`${code}-${index}`}>{typeof message === 'string' ? message : say(message)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** An address that an outside platform gave: only the web's own schemes become a link. */
export function OutsideLink({ url, label, children }: { url: string; label: string; children: React.ReactNode }) {
  if (!/^https?:\/\//.test(url)) return <>{children}</>
  return (
    <a className="desk-link" href={url} target="_blank" rel="noopener noreferrer" aria-label={label}>
      {children}
    </a>
  )
}

/** What an hour field holds, day first: the browser writes it in its own language's order. */
export function ShownHour({ value }: { value: string }) {
  const say = useSay()
  const instant = fromInput(value)
  const text = instant ? showHour(instant) : say({ vi: 'Hãy chọn đủ ngày và giờ.', en: 'Choose a day and an hour.' })
  return <span className="desk-small">{text}</span>
}
