'use client'
/** The verbs of a publication as buttons: only those that its state takes and the person's role allows. */
import { useAuth } from '@payloadcms/ui'
import { useState } from 'react'
import { type Duty, idOf, may, type Person } from '@/access/roles'
import { canTake, type EventName, type State } from '@/publishing/states'
import { Ask, Choice, type Question } from './ask'
import { Problems } from './badges'
import { useAction } from './rest'
import type { Word } from './words'

export type VerbTarget = {
  id: string
  state: State
  dueAt: string
  organization: string | { id: string }
  recallStage?: string | null
}

type Verb = {
  name: string
  events: readonly EventName[]
  duty: Duty
  word: Word
  ask?: Question
  body?: (answer: string) => object
  isGrave?: boolean
}

const verbs: readonly Verb[] = [
  {
    name: 'send-now',
    events: ['send-now'],
    duty: 'schedule',
    word: { vi: 'Đăng ngay', en: 'Send now' },
    ask: {
      kind: 'sure',
      label: { vi: 'Bài sẽ lên kênh ngay, mọi người đều thấy.', en: 'It goes out at once, for everybody to see.' },
    },
  },
  { name: 'retry', events: ['retry'], duty: 'schedule', word: { vi: 'Đăng lại', en: 'Try again' } },
  {
    name: 'reschedule',
    events: ['reschedule', 'move'],
    duty: 'schedule',
    word: { vi: 'Hẹn giờ khác', en: 'Reschedule' },
    ask: { kind: 'hour', label: { vi: 'Giờ đăng mới', en: 'New hour' } },
    body: (dueAt) => ({ dueAt }),
  },
  {
    name: 'confirm',
    events: ['confirm'],
    duty: 'schedule',
    word: { vi: 'Xác nhận đã lên', en: 'Confirm it is live' },
    ask: { kind: 'address', label: { vi: 'Đường dẫn của bài trên nền tảng', en: 'Its address on the platform' } },
    body: (url) => ({ url }),
  },
  {
    name: 'cancel',
    events: ['cancel'],
    duty: 'schedule',
    word: { vi: 'Hủy', en: 'Cancel' },
    ask: {
      kind: 'sure',
      label: { vi: 'Bài sẽ không được đăng ở kênh này nữa.', en: 'It will not go out on this channel.' },
    },
    isGrave: true,
  },
  {
    name: 'update',
    events: ['update'],
    duty: 'schedule',
    word: { vi: 'Cập nhật bài', en: 'Update it' },
    ask: {
      kind: 'sure',
      label: {
        vi: 'Bài đang hiện trên kênh sẽ đổi theo bản mới nhất đã được duyệt.',
        en: 'What is live becomes the newest approved version.',
      },
    },
  },
  {
    name: 'withdraw',
    events: ['withdraw'],
    duty: 'withdraw',
    word: { vi: 'Gỡ bài', en: 'Withdraw' },
    ask: { kind: 'sure', label: { vi: 'Bài đang hiện trên kênh sẽ bị gỡ xuống.', en: 'What is live is taken down.' } },
    isGrave: true,
  },
]

export function VerbButtons({ publication, onDone }: { publication: VerbTarget; onDone: () => void }) {
  const possible = usePossibleVerbs(publication)
  const [chosen, setAsking] = useState<Verb | null>(null)
  // The post may move on while somebody is asked: then there is nothing to answer any more.
  const asking = chosen && possible.includes(chosen) ? chosen : null
  const { isRunning, problems, run, forget } = useAction(() => {
    setAsking(null)
    onDone()
  })
  const leave = () => {
    setAsking(null)
    forget()
  }
  const act = (verb: Verb, answer = '') => void run(`/publications/${publication.id}/${verb.name}`, verb.body?.(answer))
  return (
    <div className="desk-verbs" aria-busy={isRunning}>
      {asking?.ask ? (
        <Ask
          question={{ ...asking.ask, start: publication.dueAt }}
          action={asking.word}
          isRunning={isRunning}
          onAnswer={(answer) => act(asking, answer)}
          onLeave={leave}
        />
      ) : (
        <Choice
          size="small"
          verbs={possible}
          isBlocked={isRunning}
          onChoose={(verb) => (verb.ask ? setAsking(verb) : act(verb))}
        />
      )}
      <Problems problems={problems} />
    </div>
  )
}

function usePossibleVerbs({ state, organization, recallStage }: VerbTarget): Verb[] {
  const { user } = useAuth()
  if (!user) return []
  const person = user as unknown as Person
  // What is being taken back takes nothing but its end.
  const taken = recallStage ? verbs.filter(({ name }) => name === 'withdraw') : verbs
  return taken.filter(
    ({ events, duty }) => events.some((event) => canTake(state, event)) && may(person, duty, idOf(organization)),
  )
}
