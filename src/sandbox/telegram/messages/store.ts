/** Messages as they stand in the chats, and those that the server keeps back for a while. */
import type { Desk } from '../../contract'
import { badRequest } from '../answers'
import { channelOf, type Chat } from '../chats'
import type { Entity } from '../markup'
import type { StoredPoll } from './poll'

export type Origin = { type: 'channel'; chat: { id: number; username?: string }; message_id: number; date: number }

export type StoredFile = {
  /** `/_files/…` */
  url: string
  name: string
  mimeType: string
  bytes: number
  width: number | null
  height: number | null
  duration: number | null
  thumbnail: string | null
}

export type StoredMessage = {
  chat: string
  id: number
  at: string
  /** The bot that sent it; null for a person. */
  by: number | null
  kind: 'text' | 'photo' | 'video' | 'document' | 'poll'
  text: string
  entities: Entity[]
  file: StoredFile | null
  poll: StoredPoll | null
  /** What the messages of one album share. */
  group: string | null
  replyTo: number | null
  origin: Origin | null
  isProtected: boolean
  isSilent: boolean
  isPinned: boolean
  isRemoved: boolean
  editedAt: string | null
  views: number
  reactions: Record<string, number>
}

export type NewMessage = Pick<StoredMessage, 'kind' | 'text' | 'entities'> & Partial<StoredMessage>

const COLLECTION = 'telegram.messages'

export function addMessage(desk: Desk, chat: Chat, message: NewMessage): StoredMessage {
  const empty = { by: null, file: null, poll: null, group: null, replyTo: null, origin: null, editedAt: null }
  const marks = { isProtected: false, isSilent: false, isPinned: false, isRemoved: false, views: 0, reactions: {} }
  const id = desk.next(`telegram.messages.${chat.id}`)
  const at = desk.now().toISOString()
  const stored: StoredMessage = { ...empty, ...marks, ...message, chat: String(chat.id), id, at }
  keep(desk, stored)
  return stored
}

/** Null for what is not there, or not any more. */
export function readMessage(desk: Desk, { id: chat }: Pick<Chat, 'id'>, id: number): StoredMessage | null {
  const message = desk.records.get<StoredMessage>(COLLECTION, keyOf({ chat: String(chat), id }))
  return message && !message.isRemoved ? message : null
}

export function changeMessage(desk: Desk, message: StoredMessage, changes: Partial<StoredMessage>): StoredMessage {
  const changed = { ...message, ...changes }
  keep(desk, changed)
  return changed
}

export function listMessages(desk: Desk, chat?: string): StoredMessage[] {
  const all = desk.records.list<StoredMessage>(COLLECTION)
  return chat === undefined ? all : all.filter((message) => message.chat === chat)
}

/** @throws TelegramRefusal when it is not there. */
export function removeMessage(desk: Desk, chat: Chat, id: number): void {
  const message = readMessage(desk, chat, id)
  if (!message) throw badRequest('message to delete not found')
  changeMessage(desk, message, { isRemoved: true, isPinned: false })
}

export function keyOf({ chat, id }: Pick<StoredMessage, 'chat' | 'id'>): string {
  return `${chat}/${id}`
}

export function secondsOf(at: string): number {
  return Math.floor(new Date(at).getTime() / 1000)
}

type Queued = { id: string; chat: string; appearsAt: string; messages: NewMessage[]; isDone: boolean }

/** A heavy video is taken now and appears later; nobody can name it before. */
export function queueMessages(
  desk: Desk,
  chat: Chat,
  { messages, seconds }: { messages: NewMessage[]; seconds: number },
) {
  const id = `${chat.id}-${desk.next('telegram.queued')}`
  const appearsAt = new Date(desk.now().getTime() + seconds * 1000).toISOString()
  desk.records.put('telegram.queued', id, {
    id,
    chat: String(chat.id),
    appearsAt,
    messages,
    isDone: false,
  } satisfies Queued)
}

/** What has waited long enough appears. */
export function releaseQueued(desk: Desk): void {
  const now = desk.now()
  for (const queued of desk.records.list<Queued>('telegram.queued')) {
    const chat = channelOf(desk, queued.chat)
    if (queued.isDone || !chat || new Date(queued.appearsAt) > now) continue
    for (const message of queued.messages) addMessage(desk, chat, message)
    desk.records.put('telegram.queued', queued.id, { ...queued, isDone: true })
  }
}

function keep(desk: Desk, message: StoredMessage): void {
  desk.records.put(COLLECTION, keyOf(message), message)
}
