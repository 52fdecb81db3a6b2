/** Sends the parts in order; what an earlier attempt has sent is not sent again. */
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { ARMED, ChannelError, type Call, type Draft, type DraftMedia, type Live, type Published } from '../contract'
import { callTelegram, type Invocation, type Upload } from './api'
import { findFirstPart } from './find'
import { message, removeMessage, sentParts, toPublished, type Message, type Sent } from './message'
import type { TelegramPart, TelegramPost } from './options'

export async function publish(draft: Draft<TelegramPost>, call: Call): Promise<Published> {
  const sent = await sentBefore(draft, call)
  const waiting = [...draft.post.parts.entries()].filter(([index]) => !sent.some(({ part }) => part === index))
  try {
    for (const [index, part] of waiting) sent.push(await send(draft, call, { index, part, replyTo: sent[0] }))
  } catch (failure) {
    if (failure instanceof ChannelError && failure.kind === 'rejected') await takeBack(sent, call)
    throw failure
  }
  return toPublished(
    sent.map((one) => one.message),
    call,
  )
}

export async function withdraw({ remoteId }: Pick<Live, 'remoteId'>, call: Call): Promise<void> {
  for (const id of remoteId.split(',').toReversed()) await removeMessage(call, call.account, Number(id))
}

type Turn = { index: number; part: TelegramPart; replyTo: Sent | undefined }

async function send(draft: Draft<TelegramPost>, call: Call, turn: Turn): Promise<Sent> {
  const invocation = await prepare(draft, call, turn)
  await call.checkpoint(ARMED, { part: turn.index })
  const answer = await callTelegram(call, invocation)
  // A heavy video may be taken now and posted later; Telegram then names no message.
  if (answer.message_id === 0)
    throw new ChannelError('outcome-unknown', 'Telegram đã nhận phim và sẽ đăng sau; hệ thống sẽ tự kiểm tra.', {
      code: 'queued',
    })
  await call.checkpoint('sent', { part: turn.index, message: answer })
  return { part: turn.index, message: answer }
}

async function prepare(draft: Draft<TelegramPost>, call: Call, { part, replyTo }: Turn): Promise<Invocation<Message>> {
  const common = { chat_id: call.account, parse_mode: 'HTML', disable_notification: draft.post.silent }
  const media = draft.media.find(({ id }) => id === part.media)
  if (part.kind === 'text' || !media) {
    const reply = replyTo ? { reply_parameters: { message_id: replyTo.message.message_id } } : {}
    const preview = { link_preview_options: { is_disabled: !draft.post.linkPreview } }
    return {
      method: 'sendMessage',
      payload: { ...common, ...preview, ...reply, text: part.html },
      schema: message,
      irreversible: true,
    }
  }
  const upload = { field: part.kind, file: await openUpload(call, media) }
  const payload = { ...common, caption: part.html, ...(part.kind === 'video' ? shapeOf(media) : {}) }
  return {
    method: part.kind === 'video' ? 'sendVideo' : 'sendPhoto',
    payload,
    upload,
    schema: message,
    irreversible: true,
  }
}

async function openUpload(call: Call, media: DraftMedia): Promise<Upload> {
  const stream = Readable.fromWeb((await call.open(media)) as WebStream)
  return { stream, name: `${media.sha256.slice(0, 16)}.${media.mimeType.split('/')[1] ?? 'bin'}` }
}

function shapeOf({ width, height, duration }: DraftMedia) {
  return { width, height, duration: duration === null ? null : Math.round(duration), supports_streaming: true }
}

/** A first part that was armed and never answered is looked for before anything is sent a second time. */
async function sentBefore(draft: Draft<TelegramPost>, call: Call): Promise<Sent[]> {
  const sent = sentParts(call.checkpoints)
  const armed = call.checkpoints.findLast(({ step }) => step === ARMED)
  if (sent.length > 0 || !armed || draft.post.parts.length === 1) return sent
  const found = await findFirstPart(draft, { armedAt: new Date(armed.at), call })
  return found ? [{ part: 0, message: found }] : []
}

/** No picture stays alone because its text was refused. */
async function takeBack(sent: readonly Sent[], call: Call): Promise<void> {
  if (sent.length === 0) return
  try {
    for (const one of sent) await removeMessage(call, call.account, one.message.message_id)
    await call.checkpoint('taken-back')
  } catch (cause) {
    call.log.error(
      { code: cause instanceof ChannelError ? cause.code : 'unknown' },
      'a picture without its text could not be taken back',
    )
  }
}
