import type { Form } from '../body'
import type { Desk } from '../contract'
import { TelegramRefusal } from './answers'
import { describeChat, findChat, type Bot } from './chats'
import { removeMessage } from './messages'
import { forward, sendFile, sendText } from './send'

type Method = (desk: Desk, form: Form, bot: Bot) => unknown

export const methods: Readonly<Record<string, Method>> = {
  getMe: (_desk, _form, { id, username }) => ({
    id,
    is_bot: true,
    first_name: username,
    username,
    can_join_groups: true,
  }),
  getChat: (desk, { fields }) => {
    const chat = findChat(desk, fields['chat_id'])
    return { ...describeChat(chat), ...(chat.protected ? { has_protected_content: true } : {}) }
  },
  getChatMember: (desk, { fields }, { id, username }) => {
    const mayPost = findChat(desk, fields['chat_id']).standing === 'administrator'
    const user = { id, is_bot: true, first_name: username, username }
    return {
      user,
      status: 'administrator',
      can_post_messages: mayPost,
      can_edit_messages: mayPost,
      can_delete_messages: mayPost,
    }
  },
  getChatMemberCount: (desk, { fields }) => findChat(desk, fields['chat_id']).members,
  sendMessage: sendText,
  sendPhoto: (desk, form) => sendFile(desk, form, 'photo'),
  sendVideo: (desk, form) => sendFile(desk, form, 'video'),
  forwardMessage: (desk, form) => forward(desk, form, Number(form.fields['message_id'])),
  forwardMessages: (desk, form) => idsOf(form).flatMap((id) => attempt(() => forward(desk, form, id))),
  deleteMessage: (desk, form) => {
    remove(desk, form, Number(form.fields['message_id']))
    return true
  },
  deleteMessages: (desk, form) => {
    for (const id of idsOf(form)) attempt(() => remove(desk, form, id))
    return true
  },
}

function remove(desk: Desk, { fields }: Form, id: number): void {
  const chat = findChat(desk, fields['chat_id'])
  removeMessage(desk, chat, id)
  desk.log({ platform: 'telegram', call: 'deleteMessage', account: String(chat.id), id: `${chat.id}/${id}`, text: '' })
}

function idsOf({ fields }: Form): number[] {
  return JSON.parse(fields['message_ids'] ?? '[]') as number[]
}

/** Methods for many messages skip what is not there. */
function attempt<Result>(one: () => Result): Result[] {
  try {
    return [one()]
  } catch (cause) {
    if (cause instanceof TelegramRefusal && cause.message.endsWith('not found')) return []
    throw cause
  }
}
