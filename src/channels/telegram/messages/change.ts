/** What may be done to a post that is live: its words, and its end. */
import { z } from 'zod'
import { ChannelError, type Call, type Draft, type Live } from '../../contract'
import { callTelegram } from '../api'
import { startsWith } from '../failures'
import type { MessagePart, TelegramPart, TelegramPost } from '../options'
import { markOf, readName, removeMessage, type LivePart } from './message'

/** The last message goes first, so that never words without their picture stay behind. */
export async function withdraw({ remoteId }: Pick<Live, 'remoteId'>, call: Call): Promise<void> {
  const ids = readName(remoteId).flatMap((part) => part.ids)
  for (const id of ids.toReversed()) await removeMessage(call, call.account, id)
}

/** Nothing is edited before it is certain that everything can be. An edit that is repeated changes nothing. */
export async function update({ remoteId }: Live, draft: Draft<TelegramPost>, call: Call): Promise<void> {
  const live = readName(remoteId)
  const { parts } = draft.post
  const isSameShape = live.length === parts.length && parts.every((part, index) => fits(part, live[index], draft))
  if (!isSameShape) throw unchangeable(live.length, parts.length)
  for (const [index, part] of parts.entries()) {
    const id = live[index]?.ids[0]
    if (part.kind !== 'poll' && id) await edit(call, { draft, part, id })
  }
}

function fits(part: TelegramPart, live: LivePart | undefined, draft: Draft<TelegramPost>): boolean {
  return live !== undefined && (live.mark === '?' || live.mark === markOf(part, draft))
}

function unchangeable(before: number, after: number): ChannelError {
  const message =
    before === after
      ? 'Telegram chỉ cho sửa chữ của bài đã đăng: ảnh, phim, tệp và bình chọn không đổi được; hãy gỡ bài rồi đăng lại.'
      : `Bản sửa cần ${after} tin nhắn, bài đang đăng có ${before}; Telegram không cho thêm bớt tin giữa bài, hãy sửa cho vừa hoặc gỡ bài rồi đăng lại.`
  return new ChannelError('rejected', message, { code: 'shape-changed' })
}

type Edit = { draft: Draft<TelegramPost>; part: MessagePart; id: number }

async function edit(call: Call, { draft, part, id }: Edit): Promise<void> {
  const common = { chat_id: call.account, message_id: id, parse_mode: 'HTML' }
  const words =
    part.kind === 'text'
      ? { text: part.html, link_preview_options: { is_disabled: !draft.post.linkPreview } }
      : { caption: part.html }
  await callTelegram(call, {
    method: part.kind === 'text' ? 'editMessageText' : 'editMessageCaption',
    payload: { ...common, ...words },
    schema: z.unknown(),
    expected: (description) => (startsWith(description, 'message is not modified') ? true : undefined),
  })
}
