/** A message as Telegram names it: its shape, its address, what the checkpoints hold of it, its removal. */
import { z } from 'zod'
import type { Call, Checkpoint, Published } from '../contract'
import { callTelegram } from './api'
import { startsWith } from './failures'

export const message = z.object({
  message_id: z.number(),
  date: z.number(),
  chat: z.object({ id: z.number(), username: z.string().nullish() }),
})

export type Message = z.infer<typeof message>
export type Sent = { part: number; message: Message }

/** The id of a post of several messages is all their ids, in order; its address is that of the first. */
export function toPublished(messages: readonly Message[], { addresses }: Pick<Call, 'addresses'>): Published {
  const [first] = messages
  if (!first) throw new Error('a post has at least one message')
  const remoteId = messages.map(({ message_id }) => message_id).join(',')
  return {
    outcome: 'published',
    remoteId,
    url: `${addresses['web']}/${pathOf(first)}`,
    publishedAt: new Date(first.date * 1000),
  }
}

function pathOf({ chat, message_id }: Message): string {
  if (chat.username) return `${chat.username}/${message_id}`
  return `c/${String(chat.id).replace(/^-100/, '')}/${message_id}`
}

/** Parts that are known to be up: sent, and not taken back since. */
export function sentParts(checkpoints: readonly Checkpoint[]): Sent[] {
  const last = checkpoints.findLastIndex(({ step }) => step === 'taken-back')
  const stored = z.object({ part: z.number(), message })
  return checkpoints
    .slice(last + 1)
    .filter(({ step }) => step === 'sent')
    .map(({ data }) => stored.parse(data))
}

/** What is already gone is not an error. */
export async function removeMessage(call: Call, chat: string, id: number): Promise<void> {
  await callTelegram(call, {
    method: 'deleteMessage',
    payload: { chat_id: chat, message_id: id },
    schema: z.boolean(),
    expected: (description) => (startsWith(description, 'message to delete not found') ? true : undefined),
  })
}
