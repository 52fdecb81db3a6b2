'use client'
import { useState } from 'react'
import { idOf, type Person, rolesIn } from '@/access/roles'
import { Ask, Choice, type Question } from '../parts/ask'
import { Problems } from '../parts/badges'
import { useAction } from '../parts/rest'
import type { Word } from '../parts/words'
import type { ChannelDocument, PlatformFacts } from './panel'
import { legalNote } from './words'

type Context = { channel: ChannelDocument; person: Person; facts: PlatformFacts }

type Verb = {
  name: string
  word: Word
  isPossible(context: Context): boolean
  ask?: Question
  /** Where it is posted, when that is not the channel's own verb. */
  place?: (channel: ChannelDocument) => { path: string; body: object }
}

const verbs: readonly Verb[] = [
  { name: 'check', word: { vi: 'Kiểm tra kết nối', en: 'Check the connection' }, isPossible: () => true },
  {
    name: 'probe',
    word: { vi: 'Gửi thử và xóa', en: 'Post a word and remove it' },
    isPossible: ({ channel, facts }) =>
      channel.state === 'connected' && facts.platformsWithProbe.includes(channel.platform),
    ask: {
      kind: 'sure',
      label: {
        vi: 'Một tin thử sẽ hiện trên kênh trong giây lát rồi được xóa.',
        en: 'A word appears on the channel for a moment and is removed again.',
      },
    },
  },
  {
    name: 'reconnect',
    word: { vi: 'Đăng nhập để kết nối lại', en: 'Sign in to reconnect' },
    isPossible: ({ channel, facts }) => facts.platformsWithSignIn.includes(channel.platform),
    place: ({ id, platform, organization }) => ({
      path: '/channels/connect',
      body: { platform, organization: idOf(organization), returnTo: `/admin/collections/channels/${id}` },
    }),
  },
  {
    name: 'pause',
    word: { vi: 'Tạm dừng', en: 'Pause' },
    isPossible: ({ channel }) => channel.state !== 'paused',
    ask: { kind: 'text', label: { vi: 'Lý do tạm dừng (ít nhất 5 ký tự)', en: 'Reason (at least 5 characters)' } },
  },
  { name: 'resume', word: { vi: 'Mở lại', en: 'Resume' }, isPossible: ({ channel }) => channel.state === 'paused' },
  {
    name: 'accept-legal-note',
    word: { vi: 'Xác nhận lưu ý pháp lý', en: 'Accept the legal note' },
    isPossible: ({ channel, person, facts }) =>
      facts.platformsWithLegalNote.includes(channel.platform) &&
      !channel.legalNoteAcceptedBy &&
      rolesIn(person, idOf(channel.organization)).includes('leader'),
    ask: { kind: 'sure', label: legalNote },
  },
]

type Props = Context & { onDone: () => void }

/** For those who may connect here. */
export function ChannelVerbs({ channel, facts, person, onDone }: Props) {
  const [asking, setAsking] = useState<Verb | null>(null)
  const { isRunning, problems, run, forget } = useAction((answer) => {
    const { address } = answer as { address?: string }
    if (address) return window.location.assign(address)
    setAsking(null)
    onDone()
  })
  const leave = () => {
    setAsking(null)
    forget()
  }
  const act = (verb: Verb, because?: string) => {
    const { path, body } = verb.place?.(channel) ?? { path: `/channels/${channel.id}/${verb.name}`, body: { because } }
    void run(path, body)
  }
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
        <Choice
          size="medium"
          verbs={verbs.filter(({ isPossible }) => isPossible({ channel, person, facts }))}
          isBlocked={isRunning}
          onChoose={(verb) => (verb.ask ? setAsking(verb) : act(verb))}
        />
      )}
      <Problems problems={problems} />
    </div>
  )
}
