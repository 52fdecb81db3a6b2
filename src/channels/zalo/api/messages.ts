/** Broadcasts: to all followers or some, reviewed by Zalo by hand; there is no list, no status and no taking back. And a word to one person. */
import { z } from 'zod'
import type { Call, Tell, Word } from '../../contract'
import { MOST_WORD_CHARACTERS } from '../limits'
import { ask } from './ask'

type Sending = { target: Record<string, string>; articles: string[] }

/** The id of the message that Zalo has taken for review. */
export async function sendBroadcast(call: Call, { target, articles }: Sending): Promise<string> {
  const elements = articles.map((article) => ({ media_type: 'article', attachment_id: article }))
  const payload = { template_type: 'media', elements }
  const { data } = await ask(call, {
    path: 'oa/message',
    body: { recipient: { target }, message: { attachment: { type: 'template', payload } } },
    irreversible: true,
    schema: z.object({ data: z.object({ message_id: z.coerce.string().min(1) }) }),
  })
  return data.message_id
}

const amounts = z.object({ remain: z.coerce.number().nullish(), total: z.coerce.number().nullish() })

export type Quota = { remain: number | null; total: number | null }

/** Its shape is known second-hand only: with and without `data` around it. */
export async function readQuota(call: Call): Promise<Quota> {
  const schema = z.object({ data: amounts.nullish(), remain: amounts.shape.remain, total: amounts.shape.total })
  const { data, remain, total } = await ask(call, { path: 'oa/quota/message', body: {}, schema })
  return { remain: data?.remain ?? remain ?? null, total: data?.total ?? total ?? null }
}

/** Free within 48 hours after the person last wrote, paid for within seven days, refused afterwards (-230). */
async function sendWord({ to, text }: Word, call: Call): Promise<void> {
  await ask(call, {
    version: 'v3.0',
    path: 'oa/message/cs',
    body: { recipient: { user_id: to }, message: { text: text.slice(0, MOST_WORD_CHARACTERS) } },
    irreversible: true,
    schema: z.object({ data: z.object({ message_id: z.coerce.string() }) }),
  })
}

export const tell: Tell = {
  hint: 'OA của cơ quan gửi; địa chỉ là mã người dùng (user id) với OA; người trực phải nhắn cho OA trong 7 ngày gần nhất (trong 48 giờ thì miễn phí).',
  send: sendWord,
}
