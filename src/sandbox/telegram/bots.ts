/** Bots: who holds a token, and the accounts that the look-alike hands out. */
import { createHash } from 'node:crypto'
import type { Desk } from '../contract'
import { TelegramRefusal } from './answers'
import { fullRights, keepChat } from './chats'

export type Bot = { id: number; token: string; username: string }

type Account = { account: string; username: string; credentials: { token: string; opsChat: string } }

export function openAccount(desk: Desk, name: string): Account {
  const known = desk.records.get<Account>('telegram.accounts', name)
  if (known) return known
  const number = desk.next('telegram.accounts')
  const username = `${fold(name)}_${number}`
  const bot = makeBot(desk, username)
  const bots = { [bot.id]: fullRights }
  const channel = keepChat(desk, {
    id: -1_001_000_000_000 - number,
    type: 'channel',
    title: name,
    username,
    members: 1200 + number,
    bots,
  })
  const ops = keepChat(desk, {
    id: -1_002_000_000_000 - number,
    type: 'supergroup',
    title: `Vận hành ${name}`,
    username: null,
    members: 3,
    bots,
  })
  const account = { account: String(channel.id), username, credentials: { token: bot.token, opsChat: String(ops.id) } }
  desk.records.put('telegram.accounts', name, account)
  return account
}

export function makeBot(desk: Desk, name: string): Bot {
  const id = 7_000_000_000 + desk.next('telegram.bots')
  const secret = createHash('sha256').update(`${name}${desk.now().toISOString()}`).digest('base64url').slice(0, 35)
  const bot: Bot = { id, token: `${id}:${secret}`, username: `${name}_bot` }
  desk.records.put('telegram.bots', bot.token, bot)
  return bot
}

/** @throws TelegramRefusal 401, in both of the shapes that the server has. */
export function findBot(desk: Desk, token: string): Bot {
  if (!/^\d+:[A-Za-z0-9_-]{20,}$/.test(token)) throw new TelegramRefusal(401, 'Unauthorized: invalid token specified')
  const bot = desk.records.get<Bot>('telegram.bots', token)
  if (!bot) throw new TelegramRefusal(401, 'Unauthorized')
  return bot
}

export function botOf(desk: Desk, id: string): Bot | undefined {
  return desk.records.list<Bot>('telegram.bots').find((bot) => String(bot.id) === id)
}

export function describeBot({ id, username }: Bot) {
  return { id, is_bot: true, first_name: username, username }
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
