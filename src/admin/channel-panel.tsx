'use client'
import './parts/admin.css'
import { Button, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { idOf, may, type Person, rolesIn } from '@/access/roles'
import { Ask, type Question } from './parts/ask'
import { Badge, Problems } from './parts/badges'
import { useAction, useRows } from './parts/rest'
import { type Mood, useSay, type Word } from './parts/words'

type Channel = {
  id: string
  platform: string
  state: 'connected' | 'attention' | 'paused' | 'off'
  organization: string
  problem?: string | null
  identity?: string | null
  legalNoteAcceptedBy?: string | null
}

type Verb = {
  name: string
  word: Word
  isPossible(channel: Channel, person: Person, needsNote: boolean): boolean
  ask?: Question
}

const channelWords: Readonly<Record<Channel['state'], Word & { sign: string; mood: Mood }>> = {
  connected: { vi: 'Đã kết nối', en: 'Connected', sign: '✓', mood: 'good' },
  attention: { vi: 'Cần kết nối lại', en: 'Reconnect', sign: '!', mood: 'warning' },
  paused: { vi: 'Tạm dừng', en: 'Paused', sign: '‖', mood: 'waiting' },
  off: { vi: 'Chưa kết nối', en: 'Not connected', sign: '–', mood: 'quiet' },
}

const legalNote = {
  vi: 'Nền tảng này có lưu ý pháp lý tại Việt Nam. Cơ quan đã kiểm tra và chịu trách nhiệm về việc dùng nó.',
  en: 'There is a legal note about this platform in Vietnam. The organization has checked it and answers for its use.',
}

const verbs: readonly Verb[] = [
  { name: 'check', word: { vi: 'Kiểm tra kết nối', en: 'Check the connection' }, isPossible: () => true },
  {
    name: 'pause',
    word: { vi: 'Tạm dừng', en: 'Pause' },
    isPossible: ({ state }) => state !== 'paused',
    ask: { kind: 'text', label: { vi: 'Lý do tạm dừng (ít nhất 5 ký tự)', en: 'Reason (at least 5 characters)' } },
  },
  { name: 'resume', word: { vi: 'Mở lại', en: 'Resume' }, isPossible: ({ state }) => state === 'paused' },
  {
    name: 'accept-legal-note',
    word: { vi: 'Xác nhận lưu ý pháp lý', en: 'Accept the legal note' },
    isPossible: (channel, person, needsNote) =>
      needsNote && !channel.legalNoteAcceptedBy && rolesIn(person, idOf(channel.organization)).includes('leader'),
    ask: { kind: 'sure', label: legalNote },
  },
]

export function ChannelPanel({ platformsWithLegalNote = [] }: { platformsWithLegalNote?: readonly string[] }) {
  const router = useRouter()
  const { id } = useDocumentInfo()
  const { row, refresh } = useRows<Channel>(id ? `/channels/${id}?depth=0` : null)
  const done = () => {
    refresh()
    router.refresh()
  }
  if (!row) return null
  return (
    <div className="desk-panel">
      <p className="desk-line">
        <Badge word={channelWords[row.state]} />
        {row.identity && <span>{row.identity}</span>}
      </p>
      {row.problem && <p className="desk-note">{row.problem}</p>}
      <ChannelVerbs channel={row} needsNote={platformsWithLegalNote.includes(row.platform)} onDone={done} />
    </div>
  )
}

function ChannelVerbs({ channel, needsNote, onDone }: { channel: Channel; needsNote: boolean; onDone: () => void }) {
  const say = useSay()
  const { user } = useAuth()
  const person = user as unknown as Person | null
  const [asking, setAsking] = useState<Verb | null>(null)
  const { isRunning, problems, run, forget } = useAction(() => {
    setAsking(null)
    onDone()
  })
  const leave = () => {
    setAsking(null)
    forget()
  }
  if (!person || !may(person, 'connect', channel.organization)) return null
  const act = ({ name }: Verb, because?: string) => void run(`/channels/${channel.id}/${name}`, { because })
  return (
    <div aria-busy={isRunning}>
      {asking?.ask ? (
        <Ask
          question={asking.ask}
          action={asking.word}
          isRunning={isRunning}
          onAnswer={(because) => act(asking, because)}
          onLeave={leave}
        />
      ) : (
        <div className="desk-buttons">
          {verbs
            .filter(({ isPossible }) => isPossible(channel, person, needsNote))
            .map((verb) => (
              <Button
                key={verb.name}
                size="medium"
                margin={false}
                buttonStyle="secondary"
                disabled={isRunning}
                onClick={() => (verb.ask ? setAsking(verb) : act(verb))}
              >
                {say(verb.word)}
              </Button>
            ))}
        </div>
      )}
      <Problems problems={problems} />
    </div>
  )
}
