/** A message as Telegram names it, and the name under which a post of several messages is kept. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ChannelError, type Call, type Draft, type Published } from '../../contract'
import { callTelegram } from '../api'
import { startsWith } from '../failures'
import type { TelegramPart } from '../options'

export const message = z.object({
  message_id: z.number(),
  date: z.number(),
  chat: z.object({ id: z.number(), username: z.string().nullish() }),
  poll: z
    .object({ id: z.string() })
    .nullish()
    .transform((poll) => poll ?? null),
})

export type Message = z.infer<typeof message>

/** A part of the draft that is up: one message, or all of an album. */
export type Sent = { part: number; messages: Message[]; mark: string }

/** A part of a post that is live. `mark` says what it shows beside its words: that cannot be changed by an edit. */
export type LivePart = { ids: number[]; poll: string | null; mark: string }

const NAME = /^(\d+(?:\+\d+)*)(?::(\d+))?(?:~([0-9a-f]+))?$/

/** `57+58~1a2b3c4d,59,60:5432~9f8e7d6c`: parts in order, an album's ids together, a poll with its own id. */
export function nameOf(parts: readonly Sent[]): string {
  return parts
    .map(({ messages, mark }) => {
      const poll = messages[0]?.poll
      const ids = messages.map(({ message_id: id }) => id).join('+')
      return `${ids}${poll ? `:${poll.id}` : ''}${mark ? `~${mark}` : ''}`
    })
    .join(',')
}

/** A post that a person confirmed has its address for a name: one message, whatever it shows. @throws ChannelError */
export function readName(remoteId: string): LivePart[] {
  const confirmed = /^https?:\/\/\S+\/(\d+)(?:[?#]\S*)?$/.exec(remoteId)?.[1]
  if (confirmed) return [{ ids: [Number(confirmed)], poll: null, mark: '?' }]
  return remoteId.split(',').map((name) => {
    const [, ids, poll = null, mark = ''] = NAME.exec(name) ?? []
    if (!ids)
      throw new ChannelError(
        'rejected',
        'Hệ thống không biết số của bài trên Telegram; hãy sửa hoặc gỡ trực tiếp trong kênh.',
        {
          code: 'unknown-message',
        },
      )
    return { ids: ids.split('+').map(Number), poll, mark }
  })
}

/** Short, and the same for the same media or the same poll; empty for text. */
export function markOf(part: TelegramPart, { media }: Pick<Draft, 'media'>): string {
  if (part.kind === 'text') return ''
  const shown =
    part.kind === 'poll'
      ? [part.question, ...part.options, String(part.isMultiple)]
      : part.media.map((id) => media.find((medium) => medium.id === id)?.sha256 ?? id)
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 8)
}

/** The address of a post is that of its first message. */
export function toPublished(parts: readonly Sent[], { addresses }: Pick<Call, 'addresses'>): Published {
  const ordered = parts.toSorted((one, other) => one.part - other.part)
  const first = ordered[0]?.messages[0]
  if (!first) throw new Error('a post has at least one message')
  return {
    outcome: 'published',
    remoteId: nameOf(ordered),
    url: `${addresses['web']}/${pathOf(first)}`,
    publishedAt: new Date(first.date * 1000),
  }
}

function pathOf({ chat, message_id: id }: Message): string {
  return chat.username ? `${chat.username}/${id}` : `c/${String(chat.id).replace(/^-100/, '')}/${id}`
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
