/** The Message object of the Bot API. */
import { describeChat, type Chat } from '../chats'
import { describePoll } from './poll'
import { secondsOf, type StoredFile, type StoredMessage } from './store'

export function describeMessage(message: StoredMessage, chat: Chat): Record<string, unknown> {
  const described = describeChat(chat)
  return {
    message_id: message.id,
    sender_chat: described,
    chat: described,
    date: secondsOf(message.at),
    ...(message.editedAt ? { edit_date: secondsOf(message.editedAt) } : {}),
    ...(message.group ? { media_group_id: message.group } : {}),
    ...(message.isProtected || chat.protected ? { has_protected_content: true } : {}),
    ...(message.origin ? { forward_origin: message.origin } : {}),
    ...(message.replyTo ? { reply_to_message: { message_id: message.replyTo, chat: described } } : {}),
    ...describeContent(message),
  }
}

/** What is sent for a message that only waits to be one. */
export function describeQueued(message: Record<string, unknown>): Record<string, unknown> {
  return { ...message, message_id: 0 }
}

function describeContent(message: StoredMessage): Record<string, unknown> {
  const { kind, text, entities, file, poll } = message
  if (kind === 'text') return { text, ...(entities.length > 0 ? { entities } : {}) }
  if (poll) return { poll: describePoll(poll) }
  const caption = text === '' ? {} : { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) }
  return { ...describeMedia(kind, file), ...caption }
}

const noFile = { url: '', name: '', mimeType: '', bytes: 0, width: 90, height: 60, duration: 0 }

function describeMedia(kind: StoredMessage['kind'], file: StoredFile | null): Record<string, unknown> {
  const { url, name, mimeType, bytes, width, height, duration } = file ?? noFile
  const mark = url.slice(-24)
  const common = { file_id: `AgAC${mark}`, file_unique_id: `AQ${mark.slice(-12)}`, file_size: bytes }
  const names = { file_name: name, mime_type: mimeType }
  if (kind === 'photo') return { photo: [{ ...common, width, height }] }
  if (kind === 'video') return { video: { ...common, width, height, ...names, duration } }
  return { document: { ...common, ...names } }
}
