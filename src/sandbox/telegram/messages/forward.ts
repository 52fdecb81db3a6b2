/** Forwarding makes a copy that keeps where it came from. */
import type { Form } from '../../body'
import type { Desk } from '../../contract'
import { badRequest } from '../answers'
import type { Bot } from '../bots'
import { describeChat, findChat, findWritableChat } from '../chats'
import { spendFlood } from '../flood'
import { describeMessage } from './describe'
import { addMessage, readMessage, secondsOf } from './store'

/** @throws TelegramRefusal */
export function forward(desk: Desk, { form, bot, id }: { form: Form; bot: Bot; id: number }): Record<string, unknown> {
  const from = findChat(desk, form.fields['from_chat_id'], bot)
  const to = findWritableChat(desk, form.fields['chat_id'], bot)
  const original = readMessage(desk, from, id)
  if (!original) throw badRequest('message to forward not found')
  if (from.protected || original.isProtected) throw badRequest("message has protected content and can't be forwarded")
  spendFlood(desk, to, 1)
  const origin = { type: 'channel' as const, chat: describeChat(from), message_id: id, date: secondsOf(original.at) }
  const { kind, text, entities, file, poll } = original
  return describeMessage(addMessage(desk, to, { kind, text, entities, file, poll, origin, by: bot.id }), to)
}
