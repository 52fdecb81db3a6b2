/** What may be done to a message that is up: its words, its removal, its place at the top. */
import type { Form } from '../../body'
import type { Desk } from '../../contract'
import { badRequest, TelegramRefusal } from '../answers'
import type { Bot } from '../bots'
import { findChat, hasRight, type Chat } from '../chats'
import type { Marked } from '../markup'
import { describeMessage } from './describe'
import { readCaption, readText } from './read'
import { record } from './send'
import { changeMessage, keyOf, listMessages, readMessage, removeMessage, type StoredMessage } from './store'

const DELETE_WINDOW_HOURS = 48

export function editText(desk: Desk, form: Form, bot: Bot): unknown {
  return edit(desk, { form, bot, call: 'editMessageText', marked: readText(form.fields) })
}

export function editCaption(desk: Desk, form: Form, bot: Bot): unknown {
  return edit(desk, { form, bot, call: 'editMessageCaption', marked: readCaption(form.fields) })
}

type Edit = { form: Form; bot: Bot; call: 'editMessageText' | 'editMessageCaption'; marked: Marked }

function edit(desk: Desk, { form, bot, call, marked }: Edit): unknown {
  const chat = findChat(desk, form.fields['chat_id'], bot)
  const message = readMessage(desk, chat, Number(form.fields['message_id']))
  if (!message) throw badRequest('message to edit not found')
  const isText = message.kind === 'text'
  if (call === 'editMessageText' && !isText) throw badRequest('there is no text in the message to edit')
  if (call === 'editMessageCaption' && isText) throw badRequest('there is no caption in the message to edit')
  if (!mayChange(chat, bot, message)) throw badRequest("message can't be edited")
  if (isSame(message, marked))
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  const changed = changeMessage(desk, message, { ...marked, editedAt: desk.now().toISOString() })
  record(desk, call, changed)
  return describeMessage(changed, chat)
}

function isSame(message: StoredMessage, { text, entities }: Marked): boolean {
  return message.text === text && JSON.stringify(message.entities) === JSON.stringify(entities)
}

function mayChange(chat: Chat, bot: Bot, { by }: StoredMessage): boolean {
  return (by === bot.id && hasRight(chat, bot, 'can_post_messages')) || hasRight(chat, bot, 'can_edit_messages')
}

/** @throws TelegramRefusal also for what is too old for a bot without the right to delete. */
export function remove(desk: Desk, { form, bot, id }: { form: Form; bot: Bot; id: number }): void {
  const chat = findChat(desk, form.fields['chat_id'], bot)
  const message = readMessage(desk, chat, id)
  if (message && !mayDelete(desk, { chat, bot, message })) throw badRequest("message can't be deleted")
  removeMessage(desk, chat, id)
  desk.log({ platform: 'telegram', call: 'deleteMessage', account: String(chat.id), id: `${chat.id}/${id}`, text: '' })
}

function mayDelete(desk: Desk, { chat, bot, message }: { chat: Chat; bot: Bot; message: StoredMessage }): boolean {
  if (chat.type !== 'channel' || hasRight(chat, bot, 'can_delete_messages')) return true
  const hours = (desk.now().getTime() - new Date(message.at).getTime()) / 3_600_000
  return message.by === bot.id && hasRight(chat, bot, 'can_post_messages') && hours < DELETE_WINDOW_HOURS
}

/** In a channel it takes the right to edit, and tells nobody. */
export function pin(desk: Desk, { fields }: Form, bot: Bot): true {
  const chat = findChat(desk, fields['chat_id'], bot)
  const message = readMessage(desk, chat, Number(fields['message_id']))
  if (!message) throw badRequest('message to pin not found')
  if (!hasRight(chat, bot, 'can_edit_messages'))
    throw badRequest('not enough rights to manage pinned messages in the chat')
  changeMessage(desk, message, { isPinned: true })
  desk.log({ platform: 'telegram', call: 'pinChatMessage', account: message.chat, id: keyOf(message), text: '' })
  return true
}

export function unpin(desk: Desk, { fields }: Form, bot: Bot): true {
  const chat = findChat(desk, fields['chat_id'], bot)
  const wanted = fields['message_id'] ? Number(fields['message_id']) : null
  const pinned = listMessages(desk, String(chat.id)).filter(({ isPinned, id }) => isPinned && (wanted ?? id) === id)
  const last = pinned.at(-1)
  if (!last) throw new TelegramRefusal(400, 'Bad Request: message to unpin not found')
  changeMessage(desk, last, { isPinned: false })
  return true
}
