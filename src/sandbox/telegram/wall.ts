import type { Desk, WallPost } from '../contract'
import type { Chat } from './chats'
import { keyOf, type StoredMessage } from './messages'

/** Channels only: what happens in the private chat of the operators is no post. */
export function wall(desk: Desk): WallPost[] {
  const channels = new Set(
    desk.records
      .list<Chat>('telegram.chats')
      .filter(({ type }) => type === 'channel')
      .map(({ id }) => String(id)),
  )
  return desk.records
    .list<StoredMessage>('telegram.messages')
    .filter(({ chat }) => channels.has(chat))
    .map(toPost)
}

function toPost(message: StoredMessage): WallPost {
  const { kind, file, text, entities } = message
  return {
    id: keyOf(message),
    platform: 'telegram',
    account: message.chat,
    title: '',
    text,
    pictures: kind === 'photo' && file ? [file] : [],
    video: kind === 'video' ? file : null,
    link: entities.find(({ url }) => url)?.url ?? null,
    at: message.at,
    counters: {},
    state: message.isRemoved ? 'removed' : 'visible',
  }
}
