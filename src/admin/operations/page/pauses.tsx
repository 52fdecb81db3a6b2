'use client'
/** What stands still, and the switch: everything, or an organization with those below it. Channels have theirs on their own page. */
import { useAuth } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useRef, useState } from 'react'
import { may, type Person } from '@/access/roles'
import { Ask, Choice } from '../../parts/ask'
import { Problems } from '../../parts/badges'
import { showHour } from '../../parts/hours'
import { useAction } from '../../parts/rest'
import { useSay, type Word } from '../../parts/words'
import { PauseForm, useWayBack } from './pause-form'
import type { Truth } from './truth'

type Pause = Truth['pauses'][number]

type Props = { pauses: readonly Pause[]; channels: Truth['channels']; onChange: () => void }

const resume = { name: 'resume', word: { vi: 'Mở lại', en: 'Resume' } }

const consequence: Word = {
  vi: 'Bài bị giữ vì lần tạm dừng này sẽ được đăng tiếp ngay; bài đã quá giờ thì chờ người quyết định.',
  en: 'What this pause holds goes out at once; what has become late waits for a decision.',
}

export function PausesPart({ pauses, channels, onChange }: Props) {
  const say = useSay()
  const router = useRouter()
  const { told, tell, place } = useTold()
  const done = (word: Word) => {
    tell(word)
    onChange()
    // The banner above every page is made by the server.
    router.refresh()
  }
  const title = say({ vi: 'Tạm dừng và mở lại', en: 'Pause and resume' })
  return (
    <section className="desk-panel" aria-label={title}>
      <h2>{title}</h2>
      <p className="desk-note" role="status" tabIndex={-1} ref={place}>
        {told && say(told)}
      </p>
      {pauses.length === 0 && <p>{say({ vi: 'Không có gì đang tạm dừng.', en: 'Nothing is paused.' })}</p>}
      <ul className="desk-list">
        {pauses.map((pause) => (
          <li key={`${pause.what}-${pause.id ?? ''}`}>
            <PauseLine pause={pause} organization={ownerOf(pause, channels)} onDone={done} />
          </li>
        ))}
      </ul>
      <PauseForm pauses={pauses} onDone={done} />
    </section>
  )
}

/** The button that was pressed is gone afterwards: the keyboard goes on at what is said. */
function useTold() {
  const [told, tell] = useState<Word | null>(null)
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (told) place.current?.focus()
  }, [told])
  return { told, tell, place }
}

type Line = { pause: Pause; organization: string | null; onDone(word: Word): void }

function PauseLine({ pause, organization, onDone }: Line) {
  const say = useSay()
  const { user } = useAuth()
  const { because, by, at } = pause
  return (
    <>
      <strong>{subjectOf(pause, say)}</strong>
      {because && `: ${because}`}
      <span className="desk-small">{[by, at && showHour(at)].filter(Boolean).join(', ')}</span>
      {mayResume(user as unknown as Person | null, organization) && <Resume pause={pause} onDone={onDone} />}
    </>
  )
}

function Resume({ pause, onDone }: Omit<Line, 'organization'>) {
  const say = useSay()
  const [isAsking, setAsking] = useState(false)
  const place = useWayBack(isAsking)
  const subject = subjectOf(pause, say)
  const { isRunning, problems, run, forget } = useAction(() =>
    onDone({ vi: `Đã mở lại: ${subject}.`, en: `Resumed: ${subject}.` }),
  )
  const leave = () => {
    setAsking(false)
    forget()
  }
  return (
    <div aria-busy={isRunning} ref={place}>
      {isAsking ? (
        <Ask
          question={{ kind: 'sure', label: consequence }}
          action={resume.word}
          isRunning={isRunning}
          onAnswer={() => void run(`${pathOf(pause)}/resume`)}
          onLeave={leave}
        />
      ) : (
        <div role="group" aria-label={subject}>
          <Choice size="medium" verbs={[resume]} isBlocked={isRunning} onChoose={() => setAsking(true)} />
        </div>
      )}
      <Problems problems={problems} />
    </div>
  )
}

function subjectOf({ what, name }: Pause, say: (word: Word) => string): string {
  return what === 'everything' ? say({ vi: 'Toàn bộ hệ thống', en: 'Everything' }) : (name ?? '')
}

function pathOf({ what, id }: Pause): string {
  return what === 'everything' ? '' : `/${what}s/${id}`
}

/** Whose channels it stops; null: everybody's. */
function ownerOf({ what, id }: Pause, channels: Truth['channels']): string | null {
  if (what !== 'channel') return id
  return channels.find((channel) => channel.id === id)?.organization ?? null
}

function mayResume(person: Person | null, organization: string | null): boolean {
  if (!person) return false
  return organization === null ? Boolean(person.systemAdmin) : may(person, 'connect', organization)
}
