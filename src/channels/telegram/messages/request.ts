/** One part of a post as the call that sends it. */
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { z } from 'zod'
import type { Call, Draft, DraftMedia } from '../../contract'
import type { Invocation, Upload } from '../api'
import type { MessagePart, PollPart, TelegramPart, TelegramPost } from '../options'
import { message, type Message } from './message'

type Request = { draft: Draft<TelegramPost>; call: Call; part: TelegramPart; replyTo: number | null }

type Send = Pick<Invocation<Message[]>, 'method' | 'payload' | 'uploads' | 'schema'>

/** One message is a list of one. */
const single = message.transform((one) => [one])

export async function requestOf({ draft, call, part, replyTo }: Request): Promise<Send> {
  const common = {
    chat_id: call.account,
    disable_notification: draft.post.silent,
    protect_content: draft.post.protectContent,
    // A post that waits for its first message has nothing to answer to.
    ...(replyTo ? { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } } : {}),
  }
  if (part.kind === 'poll') return { method: 'sendPoll', payload: { ...common, ...pollOf(part) }, schema: single }
  if (part.kind === 'text') {
    const preview = { link_preview_options: { is_disabled: !draft.post.linkPreview } }
    const payload = { ...common, ...preview, text: part.html, parse_mode: 'HTML' }
    return { method: 'sendMessage', payload, schema: single }
  }
  return withMedia(common, { draft, call, part, replyTo })
}

function pollOf({ question, options, isMultiple }: PollPart) {
  // Channels take only anonymous polls.
  return {
    question,
    options: options.map((text) => ({ text })),
    is_anonymous: true,
    allows_multiple_answers: isMultiple,
  }
}

type WithMedia = Omit<Request, 'part'> & { part: MessagePart }

async function withMedia(common: Record<string, unknown>, { draft, call, part }: WithMedia): Promise<Send> {
  const media = part.media.flatMap((id) =>
    draft.media.filter((one) => one.id === id && one.role !== 'poster').slice(0, 1),
  )
  if (part.kind === 'album') return albumOf(common, { media, call, html: part.html })
  const [first] = media
  if (!first) throw new Error('a message with media has a medium')
  const words = { caption: part.html, parse_mode: 'HTML' }
  const file = await openUpload(call, first, nameFor(part, draft))
  if (part.kind !== 'video') {
    const method = part.kind === 'photo' ? 'sendPhoto' : 'sendDocument'
    return { method, payload: { ...common, ...words, [part.kind]: file }, uploads: [file], schema: single }
  }
  const poster = draft.media.find(({ role }) => role === 'poster')
  const thumbnail = poster ? await openUpload(call, poster) : null
  const payload = { ...common, ...words, ...shapeOf(first), video: file, ...(thumbnail ? { thumbnail } : {}) }
  return { method: 'sendVideo', payload, uploads: [file, ...(thumbnail ? [thumbnail] : [])], schema: single }
}

type Album = { media: readonly DraftMedia[]; call: Call; html: string }

/** The caption of the first is shown as the album's. */
async function albumOf(common: Record<string, unknown>, { media, call, html }: Album): Promise<Send> {
  const uploads: Upload[] = []
  const items: Record<string, unknown>[] = []
  for (const [index, medium] of media.entries()) {
    const file = await openUpload(call, medium)
    const words = index === 0 ? { caption: html, parse_mode: 'HTML' } : {}
    const isVideo = medium.role === 'video'
    uploads.push(file)
    items.push({ type: isVideo ? 'video' : 'photo', media: file, ...(isVideo ? shapeOf(medium) : {}), ...words })
  }
  return { method: 'sendMediaGroup', payload: { ...common, media: items }, uploads, schema: z.array(message) }
}

async function openUpload(call: Call, media: DraftMedia, name = ''): Promise<Upload> {
  const source = Readable.fromWeb((await call.open(media)) as WebStream)
  return { source, filename: `${name || media.sha256.slice(0, 16)}.${endingOf(media.mimeType)}` }
}

const LONGEST_NAME = 80

/** A document keeps its name on the phone of whoever takes it; of other media nobody sees one. */
function nameFor({ kind }: MessagePart, { title }: Draft): string {
  if (kind !== 'document') return ''
  return title
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
}

function endingOf(mimeType: string): string {
  return mimeType.split('/')[1]?.replace('jpeg', 'jpg') ?? 'bin'
}

function shapeOf({ width, height, duration }: DraftMedia): Record<string, unknown> {
  return {
    ...(width ? { width } : {}),
    ...(height ? { height } : {}),
    ...(duration === null ? {} : { duration: Math.round(duration) }),
    supports_streaming: true,
  }
}
