/** Webhooks: who is told what, with the secret in the header, tried again with doubling pauses. */
import type { Desk } from '../contract'
import { badRequest } from './answers'
import { botOf, describeBot, type Bot } from './bots'
import { describeChat, rightsOf, type Chat, type Rights } from './chats'

export type Subscription = {
  url: string
  secret: string
  /** Null: what is sent when nobody chose. */
  allowed: string[] | null
  connections: number
}

/** Only named in `allowed_updates` are these sent. */
const onlyWhenAsked = ['chat_member', 'message_reaction', 'message_reaction_count']
const PAUSES = [1, 2, 4, 8, 16, 32, 64, 64, 64]

const none: Subscription = { url: '', secret: '', allowed: null, connections: 40 }

export function subscriptionOf(desk: Desk, bot: Pick<Bot, 'id'>): Subscription {
  return desk.records.get<Subscription>('telegram.webhooks', String(bot.id)) ?? none
}

/** @throws TelegramRefusal for an address or a secret that the server would not take. */
export function subscribe(desk: Desk, fields: Record<string, string>, bot: Bot): true {
  const url = fields['url'] ?? ''
  const secret = fields['secret_token'] ?? ''
  // The real server insists on HTTPS; ours stands on one machine.
  if (url !== '' && !/^https?:\/\//.test(url))
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!/^[A-Za-z0-9_-]{0,256}$/.test(secret))
    throw badRequest('secret token contains unallowed characters, only characters A-Z, a-z, 0-9, _ and - are allowed')
  const allowed = fields['allowed_updates'] ? (JSON.parse(fields['allowed_updates']) as string[]) : null
  const connections = Number(fields['max_connections'] ?? none.connections)
  desk.records.put('telegram.webhooks', String(bot.id), { url, secret, allowed, connections } satisfies Subscription)
  return true
}

export function describeWebhook(desk: Desk, bot: Bot) {
  const { url, allowed, connections } = subscriptionOf(desk, bot)
  const chosen = allowed ? { allowed_updates: allowed } : {}
  return { url, has_custom_certificate: false, pending_update_count: 0, max_connections: connections, ...chosen }
}

/** A post reaches every bot of the channel but the one that made it. */
export function tellOthers(desk: Desk, chat: Chat, { by, message }: { by: number | null; message: unknown }): void {
  if (chat.type === 'channel') tell(desk, chat, { name: 'channel_post', content: message, except: by })
}

type Update = { name: string; content: unknown; except?: number | null }

export function tell(desk: Desk, chat: Chat, { name, content, except = null }: Update): void {
  for (const [id, { status }] of Object.entries(chat.bots))
    if (status !== 'left' && status !== 'kicked' && Number(id) !== except) send(desk, id, { name, content })
}

function send(desk: Desk, botId: string, { name, content }: Update): void {
  const { url, secret, allowed } = subscriptionOf(desk, { id: Number(botId) })
  if (url === '' || !(allowed?.includes(name) ?? !onlyWhenAsked.includes(name))) return
  const body = JSON.stringify({ update_id: 810_000_000 + desk.next(`telegram.updates.${botId}`), [name]: content })
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (secret) headers['x-telegram-bot-api-secret-token'] = secret
  desk.deliver({ platform: 'telegram', url, headers, body, pauses: PAUSES })
}

/** What an administrator of the channel does to a bot there; the bot is told. */
export function changeRights(desk: Desk, chat: Chat, { bot, rights }: { bot: number; rights: Partial<Rights> }): void {
  const before = rightsOf(chat, { id: bot })
  const after = { ...before, ...rights }
  desk.records.put('telegram.chats', String(chat.id), { ...chat, bots: { ...chat.bots, [bot]: after } })
  const who = botOf(desk, String(bot))
  const user = who ? describeBot(who) : { id: bot, is_bot: true, first_name: String(bot) }
  const from = { id: 77, is_bot: false, first_name: 'Quản trị kênh' }
  const date = Math.floor(desk.now().getTime() / 1000)
  const old = { user, ...before }
  const content = { chat: describeChat(chat), from, date, old_chat_member: old, new_chat_member: { user, ...after } }
  send(desk, String(bot), { name: 'my_chat_member', content })
}

/** A group becomes a supergroup under a new number; its bots are told in a service message. */
export function migrate(desk: Desk, chat: Chat, newId: number): void {
  const { id: _id, ...facts } = chat
  desk.records.put('telegram.chats', String(newId), { ...facts, id: newId, type: 'supergroup' })
  desk.records.put('telegram.chats', String(chat.id), { ...chat, migratedTo: newId })
  const date = Math.floor(desk.now().getTime() / 1000)
  const content = {
    message_id: desk.next(`telegram.messages.${chat.id}`),
    date,
    chat: describeChat(chat),
    migrate_to_chat_id: newId,
  }
  tell(desk, chat, { name: 'message', content })
}
