/** Chats, and what each bot may do in them. */
import type { Desk } from '../contract'
import { badRequest, TelegramRefusal } from './answers'
import type { Bot } from './bots'

export type Rights = {
  status: 'creator' | 'administrator' | 'member' | 'left' | 'kicked'
  can_post_messages: boolean
  can_edit_messages: boolean
  can_delete_messages: boolean
}

export type Chat = {
  id: number
  type: 'channel' | 'supergroup' | 'group' | 'private'
  title: string
  username: string | null
  members: number
  /** By the bot's id; a bot that does not stand here is no member. */
  bots: Record<string, Rights>
  protected: boolean
  /** Where a group went when it became a supergroup. */
  migratedTo: number | null
}

export const fullRights: Rights = {
  status: 'administrator',
  can_post_messages: true,
  can_edit_messages: true,
  can_delete_messages: true,
}

const noRights = { can_post_messages: false, can_edit_messages: false, can_delete_messages: false }

type NewChat = Pick<Chat, 'id' | 'type' | 'title' | 'username' | 'members' | 'bots'>

export function keepChat(desk: Desk, facts: NewChat): Chat {
  const chat: Chat = { ...facts, protected: false, migratedTo: null }
  desk.records.put('telegram.chats', String(chat.id), chat)
  return chat
}

/** For tests and trainers: whatever of a chat is to be different from now on. */
export function changeChat(desk: Desk, id: string | number, facts: Partial<Chat>): void {
  const chat = desk.records.get<Chat>('telegram.chats', String(id))
  if (chat) desk.records.put('telegram.chats', String(id), { ...chat, ...facts })
}

export function rightsOf({ bots }: Chat, { id }: Pick<Bot, 'id'>): Rights {
  return bots[String(id)] ?? { status: 'left', ...noRights }
}

export function hasRight(chat: Chat, bot: Pick<Bot, 'id'>, right: keyof typeof noRights): boolean {
  const rights = rightsOf(chat, bot)
  return rights.status === 'creator' || rights[right]
}

/** By its number or its public name. */
export function channelOf(desk: Desk, id: string | undefined): Chat | undefined {
  const wanted = (id ?? '').toLowerCase()
  return desk.records
    .list<Chat>('telegram.chats')
    .find((one) => String(one.id) === wanted || (one.username !== null && `@${one.username}`.toLowerCase() === wanted))
}

/** @throws TelegramRefusal when there is no such chat, it went elsewhere, or the bot is not in it. */
export function findChat(desk: Desk, id: string | undefined, bot: Bot): Chat {
  if (!id) throw badRequest('chat_id is empty')
  const chat = channelOf(desk, id)
  if (!chat) throw badRequest('chat not found')
  if (chat.migratedTo)
    throw new TelegramRefusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    })
  const { status } = rightsOf(chat, bot)
  const place = chat.type === 'channel' ? 'channel chat' : `${chat.type} chat`
  if (status === 'kicked') throw new TelegramRefusal(403, `Forbidden: bot was kicked from the ${place}`)
  if (status === 'left') throw new TelegramRefusal(403, `Forbidden: bot is not a member of the ${place}`)
  return chat
}

/** @throws TelegramRefusal also when the bot may only read. */
export function findWritableChat(desk: Desk, id: string | undefined, bot: Bot): Chat {
  const chat = findChat(desk, id, bot)
  const rights = rightsOf(chat, bot)
  if (chat.type !== 'channel' || rights.status === 'creator') return chat
  if (rights.status === 'member' || !rights.can_post_messages)
    throw badRequest('need administrator rights in the channel chat')
  return chat
}

export function describeChat({ id, type, title, username }: Chat) {
  return { id, type, title, ...(username ? { username } : {}) }
}
