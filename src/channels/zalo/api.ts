/** Calls of the OA API: a plain `access_token` header, JSON bodies, and every failure inside HTTP 200. */
import { createHmac } from 'node:crypto'
import { z, type ZodType } from 'zod'
import type { HttpRequest } from '../../platform/http/contract'
import type { Call } from '../contract'
import { exchange } from '../contract/exchange'
import { failureOf } from './failures'
import { SLICE_SIZE } from './limits'
import { credentials, type ZaloPost } from './options'

type Question<Answer> = {
  path: string
  query?: Record<string, string>
  body?: Record<string, unknown>
  irreversible?: boolean
  schema: ZodType<Answer>
}

/** A GET, or a POST when there is a body. */
export async function ask<Answer>(call: Call, question: Question<Answer>): Promise<Answer> {
  const irreversible = question.irreversible ?? false
  return exchange(call, {
    request: toRequest(call, question),
    irreversible,
    schema: question.schema,
    failure: (answer) => failureOf(answer, irreversible),
  })
}

function toRequest(call: Call, { path, query, body }: Question<unknown>): HttpRequest {
  const { accessToken, appSecret } = credentials.parse(call.credentials)
  const headers = {
    access_token: accessToken,
    appsecret_proof: createHmac('sha256', appSecret).update(accessToken).digest('hex'),
  }
  const url = `${call.addresses['openapi']}/v2.0/${path}${query ? `?${new URLSearchParams(query)}` : ''}`
  if (!body) return { method: 'GET', url, headers }
  return {
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
}

const id = z.string().min(1)
const tokenAnswer = z.object({ data: z.object({ token: id }) })

/** Nobody can see it; that is why a lost answer here is no unknown outcome. */
export async function createHidden(call: Call, post: ZaloPost): Promise<string> {
  const { data } = await ask(call, { path: 'article/create', body: toArticle(post, 'hide'), schema: tokenAnswer })
  return data.token
}

/** The call that makes the article visible. It replaces the whole article, so doing it twice shows the same one. */
export async function show(call: Call, { article, post }: { article: string; post: ZaloPost }): Promise<string> {
  const body = { ...toArticle(post, 'show'), id: article }
  const { data } = await ask(call, { path: 'article/update', body, irreversible: true, schema: tokenAnswer })
  return data.token
}

function toArticle({ coverUrl, ...post }: ZaloPost, status: 'show' | 'hide') {
  return { type: 'normal', ...post, cover: { cover_type: 'photo', photo_url: coverUrl, status: 'show' }, status }
}

/** The id of the article that a `create` or `update` worked on. @throws ChannelError -214 while it is processing. */
export async function verify(call: Call, token: string): Promise<string> {
  const { data } = await ask(call, {
    path: 'article/verify',
    body: { token },
    schema: z.object({ data: z.object({ id }) }),
  })
  return data.id
}

export async function remove(call: Call, article: string): Promise<void> {
  await ask(call, { path: 'article/remove', body: { id: article }, schema: z.object({ error: z.literal(0) }) })
}

const block = z.object({ type: z.string().nullish(), content: z.string().nullish() })
const detail = z.object({
  data: z.object({ title: z.string().nullish(), status: z.string().nullish(), body: z.array(block).nullish() }),
})
export type Detail = z.infer<typeof detail>['data']

export async function readDetail(call: Call, article: string): Promise<Detail> {
  const { data } = await ask(call, { path: 'article/getdetail', query: { id: article }, schema: detail })
  return data
}

/** Numbers and dates were seen as numbers and as text. */
const count = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).nullish()
const listed = z.object({
  id,
  title: z.string().nullish(),
  status: z.string().nullish(),
  total_view: count,
  total_share: count,
  create_date: z.union([z.number(), z.string()]).nullish(),
  link_view: z.string().nullish(),
})
export type Listed = z.infer<typeof listed>
const slice = z.object({ data: z.object({ total: count, medias: z.array(listed).nullish() }) })

export async function readSlice(call: Call, offset: number): Promise<Listed[]> {
  const query = { offset: String(offset), limit: String(SLICE_SIZE), type: 'normal' }
  const { data } = await ask(call, { path: 'article/getslice', query, schema: slice })
  return data.medias ?? []
}
