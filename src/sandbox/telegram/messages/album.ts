/** `sendMediaGroup`: two to ten that share one number. */
import { z } from 'zod'
import type { Form } from '../../body'
import type { Desk } from '../../contract'
import { badRequest } from '../answers'
import type { Bot } from '../bots'
import { findWritableChat } from '../chats'
import { spendFlood } from '../flood'
import { takeFile } from './files'
import { readCaption, readEnvelope } from './read'
import { post } from './send'
import type { NewMessage } from './store'

const MOST = 10

const item = z.object({
  type: z.string(),
  media: z.string(),
  caption: z.string().nullish(),
  parse_mode: z.string().nullish(),
  width: z.number().nullish(),
  height: z.number().nullish(),
  duration: z.number().nullish(),
  thumbnail: z.string().nullish(),
})

type Item = z.infer<typeof item>

export async function sendAlbum(desk: Desk, form: Form, bot: Bot): Promise<unknown> {
  const chat = findWritableChat(desk, form.fields['chat_id'], bot)
  const items = readItems(form)
  const envelope = readEnvelope(desk, chat, form.fields)
  const group = String(13_000_000_000_000_000n + BigInt(desk.next('telegram.albums')))
  const messages: NewMessage[] = []
  for (const one of items) messages.push({ ...(await readItem(desk, form, one)), ...envelope, group })
  spendFlood(desk, chat, messages.length)
  return post(desk, chat, { call: 'sendMediaGroup', bot, messages })
}

/** @throws TelegramRefusal */
function readItems({ fields }: Form): Item[] {
  const parsed = z.array(item).safeParse(parse(fields['media']))
  if (!parsed.success) throw badRequest("can't parse InputMedia JSON object")
  const items = parsed.data
  if (items.length === 0) throw badRequest('there are no messages to send')
  if (items.length > MOST) throw badRequest('too many messages to send as an album')
  refuseMixture(new Set(items.map(({ type }) => type)))
  return items
}

/** Photos and videos go together; documents and audio files only with their own kind. */
function refuseMixture(kinds: ReadonlySet<string>): void {
  if ([...kinds].some((kind) => !['photo', 'video', 'document', 'audio'].includes(kind)))
    throw badRequest("can't use the media of the specified type in the album")
  const alone = [...kinds].find((kind) => kind === 'document' || kind === 'audio')
  if (alone && kinds.size > 1) throw badRequest(`${alone} can't be mixed with other media types`)
}

async function readItem(desk: Desk, form: Form, one: Item): Promise<NewMessage> {
  const kind = one.type === 'photo' || one.type === 'video' ? one.type : 'document'
  const marked = readCaption({ caption: one.caption ?? '', ...(one.parse_mode ? { parse_mode: one.parse_mode } : {}) })
  const numbers = Object.entries({ width: one.width, height: one.height, duration: one.duration })
  const fields = Object.fromEntries(numbers.flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
  const field = one.media.replace(/^attach:\/\//, '')
  const all = { ...fields, [kind]: one.media, ...(one.thumbnail ? { thumbnail: one.thumbnail } : {}) }
  return { kind, ...marked, file: await takeFile(desk, form, { kind, field, fields: all }) }
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
