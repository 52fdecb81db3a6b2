/** Broadcasts: to all followers or some, reviewed by Zalo by hand; there is no list, no status and no taking back. */
import { z } from 'zod'
import type { Call } from '../../contract'
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
