/** Bots and chats: who may write where. */
import { createHash } from 'node:crypto'
import type { Desk } from '../contract'
import { badRequest, TelegramRefusal } from './answers'

export type Bot = { id: number; token: string; username: string }

export type Chat = {
  id: number
  type: 'channel' | 'supergroup'
  title: string
  username: string | null
  members: number
  /** What the bot may do here; tests change it to see a refusal. */
  standing: 'administrator' | 'no-rights' | 'kicked'
  protected: boolean
}

type Account = { account: string; username: string; credentials: { token: string; opsChat: string } }

export function openAccount(desk: Desk, name: string): Account {
  const known = desk.records.get<Account>('telegram.accounts', name)
  if (known) return known
  const number = desk.next('telegram.accounts')
  const token = `${7_000_000_000 + number}:${createHash('sha256').update(`${name}${desk.now().toISOString()}`).digest('base64url').slice(0, 35)}`
  const username = `${fold(name)}_${number}`
  const channel = keepChat(desk, {
    id: -1_001_000_000_000 - number,
    type: 'channel',
    title: name,
    username,
    members: 1200 + number,
  })
  const ops = keepChat(desk, {
    id: -1_002_000_000_000 - number,
    type: 'supergroup',
    title: `Vận hành ${name}`,
    username: null,
    members: 3,
  })
  const account = { account: String(channel.id), username, credentials: { token, opsChat: String(ops.id) } }
  desk.records.put('telegram.bots', token, {
    id: 7_000_000_000 + number,
    token,
    username: `${username}_bot`,
  } satisfies Bot)
  desk.records.put('telegram.accounts', name, account)
  return account
}

function keepChat(desk: Desk, facts: Omit<Chat, 'standing' | 'protected'>): Chat {
  const chat: Chat = { ...facts, standing: 'administrator', protected: false }
  desk.records.put('telegram.chats', String(chat.id), chat)
  return chat
}

/** @throws TelegramRefusal 401 */
export function findBot(desk: Desk, token: string): Bot {
  if (!/^\d+:[A-Za-z0-9_-]{20,}$/.test(token)) throw new TelegramRefusal(401, 'Unauthorized: invalid token specified')
  const bot = desk.records.get<Bot>('telegram.bots', token)
  if (!bot) throw new TelegramRefusal(401, 'Unauthorized')
  return bot
}

/** @throws TelegramRefusal when there is no such chat, or the bot was put out of it. */
export function findChat(desk: Desk, id: string | undefined): Chat {
  if (!id) throw badRequest('chat_id is empty')
  const chats = desk.records.list<Chat>('telegram.chats')
  const chat = chats.find((one) => String(one.id) === id || (one.username !== null && `@${one.username}` === id))
  if (!chat) throw badRequest('chat not found')
  if (chat.standing === 'kicked') throw new TelegramRefusal(403, 'Forbidden: bot was kicked from the channel chat')
  return chat
}

/** @throws TelegramRefusal also when the bot may only read. */
export function findWritableChat(desk: Desk, id: string | undefined): Chat {
  const chat = findChat(desk, id)
  if (chat.standing === 'no-rights') throw badRequest('need administrator rights in the channel chat')
  return chat
}

export function describeChat({ id, type, title, username }: Chat) {
  return { id, type, title, ...(username ? { username } : {}) }
}

function fold(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()
  return (
    plain
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_+|_+$/g, '')
      .slice(0, 24) || 'kenh'
  )
}
