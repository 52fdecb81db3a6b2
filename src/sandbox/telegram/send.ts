/** What makes a post: text, photo, video; and forwarding, which makes a copy. */
import type { Form, UploadedFile } from '../body'
import type { Desk } from '../contract'
import { badRequest } from './answers'
import { describeChat, findChat, findWritableChat, type Chat } from './chats'
import { lengthOf, parseMarkup, type Marked } from './markup'
import { addMessage, describeMessage, keyOf, readMessage, secondsOf, type StoredMessage } from './messages'

const MOST_RAW_BYTES = 32_768
const MOST_PHOTO_BYTES = 10 * 1024 * 1024
const MOST_FILE_BYTES = 50 * 1024 * 1024

export function sendText(desk: Desk, form: Form): unknown {
  const chat = findWritableChat(desk, form.fields['chat_id'])
  const marked = readText(form.fields['text'] ?? '', form)
  if (marked.text === '') throw badRequest('message text is empty')
  if (lengthOf(marked) > 4096) throw badRequest('message is too long')
  return record(desk, chat, {
    call: 'sendMessage',
    message: addMessage(desk, chat, { kind: 'text', marked, replyTo: readReply(desk, chat, form) }),
  })
}

export function sendFile(desk: Desk, form: Form, kind: 'photo' | 'video'): unknown {
  const chat = findWritableChat(desk, form.fields['chat_id'])
  const marked = readText(form.fields['caption'] ?? '', form)
  if (lengthOf(marked) > 1024) throw badRequest('message caption is too long')
  const file = keepFile(desk, form, kind)
  const message = addMessage(desk, chat, { kind, marked, file, replyTo: readReply(desk, chat, form) })
  return record(desk, chat, { call: kind === 'photo' ? 'sendPhoto' : 'sendVideo', message })
}

export function forward(desk: Desk, form: Form, id: number): unknown {
  const from = findChat(desk, form.fields['from_chat_id'])
  const to = findWritableChat(desk, form.fields['chat_id'])
  const original = readMessage(desk, from, id)
  if (!original) throw badRequest('message to forward not found')
  if (from.protected) throw badRequest("message has protected content and can't be forwarded")
  const origin = { type: 'channel' as const, chat: describeChat(from), message_id: id, date: secondsOf(original.at) }
  const { kind, text, entities, file } = original
  return describeMessage(addMessage(desk, to, { kind, marked: { text, entities }, file, origin }), to)
}

function record(desk: Desk, chat: Chat, { call, message }: { call: string; message: StoredMessage }): unknown {
  const { text, file, replyTo } = message
  desk.log({ platform: 'telegram', call, account: String(chat.id), id: keyOf(message), text, file, replyTo })
  return describeMessage(message, chat)
}

function readText(raw: string, { fields }: Form): Marked {
  if (Buffer.byteLength(raw) > MOST_RAW_BYTES) throw badRequest('message is too long')
  const mode = fields['parse_mode']
  if (!mode) return { text: raw.trim(), entities: [] }
  if (mode.toUpperCase() !== 'HTML') throw badRequest('unsupported parse_mode')
  return parseMarkup(raw)
}

function readReply(desk: Desk, chat: Chat, { fields }: Form): number | null {
  if (!fields['reply_parameters']) return null
  const { message_id: id } = JSON.parse(fields['reply_parameters']) as { message_id: number }
  if (!readMessage(desk, chat, id)) throw badRequest('message to be replied not found')
  return id
}

function keepFile(desk: Desk, { files }: Form, kind: 'photo' | 'video'): string {
  const file = files.find(({ field }) => field === kind)
  if (!file) throw badRequest(`there is no ${kind} in the request`)
  if (file.bytes.length > (kind === 'photo' ? MOST_PHOTO_BYTES : MOST_FILE_BYTES)) throw badRequest('file is too big')
  return desk.keep(file.bytes, typeOf(file, kind))
}

const signatures: readonly (readonly [head: string, mimeType: string])[] = [
  ['ffd8ff', 'image/jpeg'],
  ['89504e47', 'image/png'],
  ['52494646', 'image/webp'],
]

/** By the bytes, not by the name: a disguised file is refused. */
function typeOf({ bytes }: UploadedFile, kind: 'photo' | 'video'): string {
  if (kind === 'video') return 'video/mp4'
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  const known = signatures.find(([start]) => head.startsWith(start))
  if (!known) throw badRequest('IMAGE_PROCESS_FAILED')
  return known[1]
}
