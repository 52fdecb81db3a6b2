/** What the public of a channel sees: an album is one post, what happens in the operators' chat is none. */
import type { Desk, WallPost } from '../../contract'
import type { Chat } from '../chats'
import { keyOf, listMessages, releaseQueued, type StoredMessage } from '../messages/store'

export function wall(desk: Desk): WallPost[] {
  releaseQueued(desk)
  const channels = new Map(
    desk.records
      .list<Chat>('telegram.chats')
      .filter(({ type }) => type === 'channel')
      .map((chat) => [String(chat.id), chat]),
  )
  const groups = new Map<string, StoredMessage[]>()
  for (const message of listMessages(desk).filter(({ chat }) => channels.has(chat))) {
    const name = message.group ? `${message.chat}|${message.group}` : keyOf(message)
    groups.set(name, [...(groups.get(name) ?? []), message])
  }
  return [...groups.values()].map((messages) => toPost(messages, channels.get(messages[0]?.chat ?? '')))
}

function toPost(messages: readonly StoredMessage[], chat: Chat | undefined): WallPost {
  const present = messages.filter(({ isRemoved }) => !isRemoved)
  const shown = present.length > 0 ? present : messages
  const [first] = messages
  if (!first) throw new Error('a post has at least one message')
  const { chat: account, at, kind, reactions, replyTo } = first
  return {
    ...describeMedia(shown),
    id: keyOf(first),
    platform: 'telegram',
    account,
    name: chat?.title ?? '',
    title: '',
    text: shown
      .map(({ text }) => text)
      .join('\n')
      .trim(),
    at,
    counters: countersOf(first),
    reactions,
    poll: pollOf(first),
    kind: messages.length > 1 ? 'album' : kind,
    ...marksOf(shown),
    replyTo: replyTo ? `${account}/${replyTo}` : null,
    state: present.length > 0 ? 'visible' : 'removed',
  }
}

function describeMedia(
  shown: readonly StoredMessage[],
): Pick<WallPost, 'pictures' | 'video' | 'duration' | 'document'> {
  const files = (kind: StoredMessage['kind']) =>
    shown.flatMap((message) => (message.kind === kind && message.file ? [message.file] : []))
  const [video, document] = [files('video')[0], files('document')[0]]
  return {
    pictures: [...files('photo').map(({ url }) => url), ...files('video').flatMap(({ thumbnail }) => thumbnail ?? [])],
    video: video?.url ?? null,
    duration: video?.duration ?? null,
    document: document ? { name: document.name, bytes: document.bytes, url: document.url } : null,
  }
}

function marksOf(shown: readonly StoredMessage[]): Pick<WallPost, 'link' | 'pinned' | 'edited'> {
  return {
    link: shown.flatMap(({ entities }) => entities).find(({ url }) => url)?.url ?? null,
    pinned: shown.some(({ isPinned }) => isPinned),
    edited: shown.some(({ editedAt }) => editedAt !== null),
  }
}

function pollOf({ poll }: StoredMessage): WallPost['poll'] {
  return poll ? { question: poll.question, options: poll.options, isClosed: poll.isClosed } : null
}

function countersOf({ views, reactions, poll }: StoredMessage): Record<string, number> {
  const total = Object.values(reactions).reduce((sum, value) => sum + value, 0)
  return { views, reactions: total, ...(poll ? { votes: poll.voters } : {}) }
}
