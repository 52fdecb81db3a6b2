/** What every kind of message is sent with. */
import { z } from 'zod'
import type { Form } from '../../body'
import type { Desk } from '../../contract'
import { badRequest } from '../answers'
import type { Chat } from '../chats'
import { lengthOf, parseMarkup, type Marked } from '../markup'
import { readMessage } from './store'

const MOST_RAW_BYTES = 32_768
const MOST_TEXT = 4096
const MOST_CAPTION = 1024

type Fields = Form['fields']

/** @throws TelegramRefusal */
export function readText(fields: Fields): Marked {
  const marked = readMarked(fields['text'] ?? '', fields['parse_mode'])
  if (marked.text === '') throw badRequest(fields['text'] ? 'text must be non-empty' : 'message text is empty')
  if (lengthOf(marked) > MOST_TEXT) throw badRequest('message is too long')
  return marked
}

/** @throws TelegramRefusal */
export function readCaption(fields: Fields): Marked {
  const marked = readMarked(fields['caption'] ?? '', fields['parse_mode'])
  if (lengthOf(marked) > MOST_CAPTION) throw badRequest('message caption is too long')
  return marked
}

function readMarked(raw: string, mode: string | undefined): Marked {
  if (Buffer.byteLength(raw) > MOST_RAW_BYTES) throw badRequest('message is too long')
  if (!mode) return { text: raw.trim(), entities: [] }
  if (mode.toUpperCase() !== 'HTML') throw badRequest('unsupported parse_mode')
  return parseMarkup(raw)
}

/** What stands in the envelope of a message, whatever is inside. */
export function readEnvelope(desk: Desk, chat: Chat, fields: Fields) {
  return {
    replyTo: readReply(desk, chat, fields),
    isSilent: fields['disable_notification'] === 'true',
    isProtected: fields['protect_content'] === 'true',
  }
}

function readReply(desk: Desk, chat: Chat, fields: Fields): number | null {
  if (!fields['reply_parameters']) return null
  const { message_id: id } = z.object({ message_id: z.number() }).parse(JSON.parse(fields['reply_parameters']))
  if (!readMessage(desk, chat, id)) throw badRequest('message to be replied not found')
  return id
}
