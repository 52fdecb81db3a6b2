/** Which method does what. */
import { z } from 'zod'
import type { Form } from '../body'
import type { Desk } from '../contract'
import { badRequest, TelegramRefusal } from './answers'
import { describeBot, type Bot } from './bots'
import { describeChat, findChat, rightsOf, type Chat } from './chats'
import { sendAlbum } from './messages/album'
import { editCaption, editText, pin, remove, unpin } from './messages/change'
import { describeMessage } from './messages/describe'
import { forward } from './messages/forward'
import { sendFile, sendPoll, sendText } from './messages/send'
import { listMessages } from './messages/store'
import { describeWebhook, subscribe, subscriptionOf } from './updates'

type Method = (desk: Desk, form: Form, bot: Bot) => unknown

const LONGEST_LIST = 100

export const methods: Readonly<Record<string, Method>> = {
  getMe: (_desk, _form, bot) => ({ ...describeBot(bot), can_join_groups: true, supports_inline_queries: false }),
  getChat: (desk, { fields }, bot) => describeFully(desk, findChat(desk, fields['chat_id'], bot)),
  getChatMember: (desk, { fields }, bot) => {
    const chat = findChat(desk, fields['chat_id'], bot)
    const id = Number(fields['user_id'])
    return { user: id === bot.id ? describeBot(bot) : { id }, ...rightsOf(chat, { id }) }
  },
  getChatMemberCount: (desk, { fields }, bot) => findChat(desk, fields['chat_id'], bot).members,
  sendMessage: sendText,
  sendPhoto: (desk, form, bot) => sendFile(desk, form, { kind: 'photo', bot }),
  sendVideo: (desk, form, bot) => sendFile(desk, form, { kind: 'video', bot }),
  sendDocument: (desk, form, bot) => sendFile(desk, form, { kind: 'document', bot }),
  sendMediaGroup: sendAlbum,
  sendPoll,
  editMessageText: editText,
  editMessageCaption: editCaption,
  pinChatMessage: pin,
  unpinChatMessage: unpin,
  forwardMessage: (desk, form, bot) => forward(desk, { form, bot, id: Number(form.fields['message_id']) }),
  forwardMessages: (desk, form, bot) => idsOf(form).flatMap((id) => attempt(() => forward(desk, { form, bot, id }))),
  deleteMessage: (desk, form, bot) => {
    remove(desk, { form, bot, id: Number(form.fields['message_id']) })
    return true
  },
  deleteMessages: (desk, form, bot) => {
    for (const id of idsOf(form)) attempt(() => remove(desk, { form, bot, id }))
    return true
  },
  setWebhook: (desk, { fields }, bot) => subscribe(desk, fields, bot),
  deleteWebhook: (desk, _form, bot) => subscribe(desk, {}, bot),
  getWebhookInfo: (desk, _form, bot) => describeWebhook(desk, bot),
  getUpdates: (desk, _form, bot) => {
    if (subscriptionOf(desk, bot).url === '') return []
    const advice = 'use deleteWebhook to delete the webhook first'
    throw new TelegramRefusal(409, `Conflict: can't use getUpdates method while webhook is active; ${advice}`)
  },
}

function describeFully(desk: Desk, chat: Chat) {
  const pinned = listMessages(desk, String(chat.id)).findLast(({ isPinned, isRemoved }) => isPinned && !isRemoved)
  const protection = chat.protected ? { has_protected_content: true } : {}
  return { ...describeChat(chat), ...protection, ...(pinned ? { pinned_message: describeMessage(pinned, chat) } : {}) }
}

/** @throws TelegramRefusal */
function idsOf({ fields }: Form): number[] {
  const parsed = z.array(z.number()).safeParse(JSON.parse(fields['message_ids'] ?? '[]'))
  if (!parsed.success || parsed.data.length === 0) throw badRequest('message identifiers are not specified')
  if (parsed.data.length > LONGEST_LIST) throw badRequest('too many message identifiers specified')
  return parsed.data
}

/** Methods for many messages skip what is not there or may not be passed on. */
function attempt<Result>(one: () => Result): Result[] {
  try {
    return [one()]
  } catch (cause) {
    if (cause instanceof TelegramRefusal && /not found$|can't be (forwarded|deleted)$/.test(cause.message)) return []
    throw cause
  }
}
