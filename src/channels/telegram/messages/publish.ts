/** Sends the parts in order; what an earlier attempt has sent is not sent again. */
import { z } from 'zod'
import { ARMED, ChannelError, type Call, type Draft, type Processing, type Published } from '../../contract'
import { callTelegram } from '../api'
import type { TelegramPart, TelegramPost } from '../options'
import { lookFor } from './find'
import { ticketOf } from './follow'
import { markOf, removeMessage, toPublished, type Message, type Sent } from './message'
import { highestId, NOT_SENT, noteSent, PINNED, QUEUED, readProgress, TAKEN_BACK, type Progress } from './progress'
import { requestOf } from './request'

type Send = { draft: Draft<TelegramPost>; call: Call; progress: Progress }

export async function publish(draft: Draft<TelegramPost>, call: Call): Promise<Published | Processing> {
  const send: Send = { draft, call, progress: readProgress(call.checkpoints) }
  await settleOpen(send)
  try {
    await sendMissing(send)
  } catch (failure) {
    if (failure instanceof ChannelError && failure.kind === 'rejected') await takeBack(send)
    throw failure
  }
  return send.progress.queued.length > 0 ? ticketOf(send) : finish(send)
}

async function sendMissing(send: Send): Promise<void> {
  const missing = [...send.draft.post.parts.entries()].filter(([index]) => isMissing(send.progress, index))
  for (const [index, part] of missing) await sendPart(send, index, part)
}

function isMissing({ sent, queued }: Progress, index: number): boolean {
  return ![...sent, ...queued].some(({ part }) => part === index)
}

/**
 * A part that was armed and never answered is looked for before anything is sent a second time. The last part is not:
 * the engine sends again only once `find` has proven that it is absent.
 */
async function settleOpen({ draft, call, progress }: Send): Promise<void> {
  const { open } = progress
  if (!open || open.part === draft.post.parts.length - 1) return
  const found = await lookFor(draft, { call, waiting: open, above: highestId(progress.sent) })
  if (typeof found === 'string') return
  await keep({ draft, call, progress }, open.part, found)
}

async function sendPart(send: Send, index: number, part: TelegramPart): Promise<void> {
  const { draft, call, progress } = send
  const replyTo = progress.sent.find((one) => one.part === 0)?.messages[0]?.message_id ?? null
  const request = await requestOf({ draft, call, part, replyTo })
  await call.checkpoint(ARMED, { part: index })
  const messages = await callTelegram(call, { ...request, irreversible: true }).catch((failure: unknown) =>
    noteRefusal(call, failure, index),
  )
  // A heavy video may be taken now and posted later; Telegram then names no message.
  if (!messages.some(({ message_id: id }) => id === 0)) return keep(send, index, messages)
  await call.checkpoint(QUEUED, { part: index })
  progress.queued.push({ part: index, armedAt: call.now().toISOString() })
}

async function keep({ draft, call, progress }: Send, index: number, messages: Message[]): Promise<void> {
  const part = draft.post.parts[index]
  const sent: Sent = { part: index, messages, mark: part ? markOf(part, draft) : '' }
  await noteSent(call, sent)
  progress.sent.push(sent)
}

/** What was certainly not sent need not be looked for, least of all in a chat that is told to wait. */
async function noteRefusal(call: Call, failure: unknown, index: number): Promise<never> {
  if (failure instanceof ChannelError && failure.kind !== 'outcome-unknown')
    await call.checkpoint(NOT_SENT, { part: index })
  throw failure
}

async function finish({ draft, call, progress }: Send): Promise<Published> {
  const published = toPublished(progress.sent, call)
  const first = progress.sent.find(({ part }) => part === 0)?.messages[0]
  if (!draft.post.pin || progress.isPinned || !first) return published
  try {
    const payload = { chat_id: call.account, message_id: first.message_id, disable_notification: true }
    await callTelegram(call, { method: 'pinChatMessage', payload, schema: z.boolean() })
  } catch (failure) {
    if (!(failure instanceof ChannelError)) throw failure
    return { ...published, remarks: [{ code: 'not-pinned', message: notPinned(failure) }] }
  }
  await call.checkpoint(PINNED)
  return published
}

function notPinned({ message }: ChannelError): string {
  return `Bài đã lên nhưng chưa được ghim; hãy cấp cho bot quyền sửa tin rồi ghim trực tiếp trong kênh. (${message})`
}

/** No picture stays alone because its text was refused. */
async function takeBack({ call, progress }: Send): Promise<void> {
  const ids = progress.sent.flatMap(({ messages }) => messages.map(({ message_id: id }) => id))
  if (ids.length === 0) return
  try {
    for (const id of ids.toReversed()) await removeMessage(call, call.account, id)
    await call.checkpoint(TAKEN_BACK)
  } catch (cause) {
    if (!(cause instanceof ChannelError)) throw cause
    call.log.error({ code: cause.code, ids }, 'a part of a refused post could not be taken back')
  }
}
