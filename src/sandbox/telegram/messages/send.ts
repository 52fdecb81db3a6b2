/** What makes a post: text, photo, video, document, poll. */
import type { Form } from '../../body'
import type { Desk } from '../../contract'
import { findWritableChat, type Chat } from '../chats'
import type { Bot } from '../bots'
import { spendFlood } from '../flood'
import { tellOthers } from '../updates'
import { describeMessage, describeQueued } from './describe'
import { takeFile, type MediaKind } from './files'
import { readPoll } from './poll'
import { readCaption, readEnvelope, readText } from './read'
import { addMessage, keyOf, queueMessages, type NewMessage, type StoredMessage } from './store'

export const queueKnobs = {
  queuedVideos: { label: 'Phim được nhận nhưng đăng sau, message_id = 0 (1 = bật)', fallback: 0 },
  queueSeconds: { label: 'Phim đăng sau bao lâu (giây)', fallback: 45 },
} as const

export function sendText(desk: Desk, { fields }: Form, bot: Bot): unknown {
  const chat = findWritableChat(desk, fields['chat_id'], bot)
  const marked = readText(fields)
  const envelope = readEnvelope(desk, chat, fields)
  spendFlood(desk, chat, 1)
  return post(desk, chat, { call: 'sendMessage', bot, messages: [{ kind: 'text', ...marked, ...envelope }] })[0]
}

export async function sendFile(desk: Desk, form: Form, { kind, bot }: { kind: MediaKind; bot: Bot }): Promise<unknown> {
  const { fields } = form
  const chat = findWritableChat(desk, fields['chat_id'], bot)
  const marked = readCaption(fields)
  const envelope = readEnvelope(desk, chat, fields)
  const file = await takeFile(desk, form, { kind, field: kind, fields })
  spendFlood(desk, chat, 1)
  const call = { photo: 'sendPhoto', video: 'sendVideo', document: 'sendDocument' }[kind]
  return post(desk, chat, { call, bot, messages: [{ kind, ...marked, ...envelope, file }] })[0]
}

export function sendPoll(desk: Desk, form: Form, bot: Bot): unknown {
  const chat = findWritableChat(desk, form.fields['chat_id'], bot)
  const poll = readPoll(desk, form, chat.type)
  const envelope = readEnvelope(desk, chat, form.fields)
  spendFlood(desk, chat, 1)
  const message: NewMessage = { kind: 'poll', text: poll.question, entities: [], poll, ...envelope }
  return post(desk, chat, { call: 'sendPoll', bot, messages: [message] })[0]
}

type Post = { call: string; bot: Bot; messages: readonly NewMessage[] }

/** Puts messages up, or keeps heavy ones back; every one is in the log with the words that it was sent with. */
export function post(desk: Desk, chat: Chat, { call, bot, messages }: Post): Record<string, unknown>[] {
  const own = messages.map((message) => ({ ...message, by: bot.id }))
  if (isHeavy(desk, own)) return keepBack(desk, chat, { call, messages: own })
  return own.map((message) => {
    const stored = addMessage(desk, chat, message)
    record(desk, call, stored)
    tellOthers(desk, chat, { by: bot.id, message: describeMessage(stored, chat) })
    return describeMessage(stored, chat)
  })
}

export function record(desk: Desk, call: string, message: StoredMessage): void {
  const { text, file, replyTo, group, poll, entities } = message
  const facts = {
    file: file?.url ?? null,
    replyTo,
    group,
    options: poll?.options.map((option) => option.text),
    entities,
  }
  desk.log({ platform: 'telegram', call, account: message.chat, id: keyOf(message), text, ...facts })
}

function isHeavy(desk: Desk, messages: readonly NewMessage[]): boolean {
  const isOn = desk.knob('telegram', 'queuedVideos', queueKnobs.queuedVideos.fallback) > 0
  return isOn && messages.some(({ kind }) => kind === 'video')
}

function keepBack(desk: Desk, chat: Chat, { call, messages }: { call: string; messages: NewMessage[] }) {
  const seconds = desk.knob('telegram', 'queueSeconds', queueKnobs.queueSeconds.fallback)
  queueMessages(desk, chat, { messages, seconds })
  return messages.map((message) => {
    const { text, file, group = null } = message
    desk.log({ platform: 'telegram', call, account: String(chat.id), id: `${chat.id}/0`, text, file: file?.url, group })
    const at = desk.now().toISOString()
    const marks = { isPinned: false, isRemoved: false, isSilent: false, isProtected: false, views: 0, reactions: {} }
    const empty = { by: null, file: null, poll: null, group: null, replyTo: null, origin: null, editedAt: null }
    return describeQueued(describeMessage({ ...empty, ...marks, ...message, chat: String(chat.id), id: 0, at }, chat))
  })
}
