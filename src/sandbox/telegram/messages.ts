/** Messages as they stand in the chats. */
import type { Desk } from '../contract'
import { badRequest } from './answers'
import { describeChat, type Chat } from './chats'
import type { Entity, Marked } from './markup'

export type Origin = { type: 'channel'; chat: ReturnType<typeof describeChat>; message_id: number; date: number }

export type StoredMessage = {
  chat: string
  id: number
  at: string
  kind: 'text' | 'photo' | 'video'
  text: string
  entities: Entity[]
  /** `/_files/…`; null for text. */
  file: string | null
  replyTo: number | null
  origin: Origin | null
  isRemoved: boolean
}

export type NewMessage = {
  kind: StoredMessage['kind']
  marked: Marked
  file?: string | null
  replyTo?: number | null
  origin?: Origin | null
}

export function addMessage(
  desk: Desk,
  chat: Chat,
  { kind, marked, file = null, replyTo = null, origin = null }: NewMessage,
): StoredMessage {
  const id = desk.next(`telegram.messages.${chat.id}`)
  const message: StoredMessage = {
    chat: String(chat.id),
    id,
    at: desk.now().toISOString(),
    kind,
    ...marked,
    file,
    replyTo,
    origin,
    isRemoved: false,
  }
  desk.records.put('telegram.messages', keyOf(message), message)
  return message
}

/** Null for what is not there, or not any more. */
export function readMessage(desk: Desk, chat: Chat, id: number): StoredMessage | null {
  const message = desk.records.get<StoredMessage>('telegram.messages', keyOf({ chat: String(chat.id), id }))
  return message && !message.isRemoved ? message : null
}

/** @throws TelegramRefusal when it is not there. */
export function removeMessage(desk: Desk, chat: Chat, id: number): void {
  const message = readMessage(desk, chat, id)
  if (!message) throw badRequest('message to delete not found')
  desk.records.put('telegram.messages', keyOf(message), { ...message, isRemoved: true })
}

export function keyOf({ chat, id }: Pick<StoredMessage, 'chat' | 'id'>): string {
  return `${chat}/${id}`
}

export function secondsOf(at: string): number {
  return Math.floor(new Date(at).getTime() / 1000)
}

/** The Message object of the Bot API. */
export function describeMessage(message: StoredMessage, chat: Chat): Record<string, unknown> {
  const described = describeChat(chat)
  return {
    message_id: message.id,
    sender_chat: described,
    chat: described,
    date: secondsOf(message.at),
    ...describeContent(message),
    ...(message.origin ? { forward_origin: message.origin } : {}),
    ...(message.replyTo ? { reply_to_message: { message_id: message.replyTo, chat: described } } : {}),
  }
}

function describeContent({ kind, text, entities, file }: StoredMessage): Record<string, unknown> {
  if (kind === 'text') return { text, ...(entities.length > 0 ? { entities } : {}) }
  const name = { file_id: `AgAC${file?.slice(-24)}`, file_unique_id: `AQ${file?.slice(-12)}` }
  const media = kind === 'photo' ? { photo: [{ ...name, width: 1280, height: 853 }] } : { video: name }
  return { ...media, caption: text, caption_entities: entities }
}
