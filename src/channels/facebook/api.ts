/** Calls of the Graph API. The token travels in a header, so that no address ever holds it. */
import { createHmac } from 'node:crypto'
import { z, type ZodType } from 'zod'
import type { HttpRequest } from '../../platform/http/contract'
import type { Call, DraftMedia } from '../contract'
import { exchange } from '../contract/exchange'
import { failureOf } from './failures'
import { API_VERSION } from './limits'
import { credentials, type FacebookPost } from './options'

type Question<Answer> = {
  method: HttpRequest['method']
  path: string
  query?: Record<string, string>
  body?: FormData | Record<string, unknown>
  /** Instead of the Page's own. */
  token?: string
  irreversible?: boolean
  schema: ZodType<Answer>
}

export async function ask<Answer>(call: Call, question: Question<Answer>): Promise<Answer> {
  const irreversible = question.irreversible ?? false
  return exchange(call, {
    request: toRequest(call, question),
    irreversible,
    schema: question.schema,
    failure: (answer) => failureOf(answer, irreversible),
  })
}

function toRequest(call: Call, question: Question<unknown>): HttpRequest {
  const { pageToken, appSecret } = credentials.parse(call.credentials)
  const token = question.token ?? pageToken
  const query = new URLSearchParams(question.query)
  if (appSecret) query.set('appsecret_proof', createHmac('sha256', appSecret).update(token).digest('hex'))
  const url = `${call.addresses['graph']}/${API_VERSION}/${question.path}${query.size === 0 ? '' : `?${query}`}`
  const headers = { authorization: `Bearer ${token}` }
  const { method, body } = question
  if (body === undefined || body instanceof FormData)
    return { method, url, headers, ...(body ? { body, timeout: 120_000 } : {}) }
  return { method, url, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** Invisible until a post names it; vanishes by itself after about a day. */
export async function uploadPhoto(call: Call, media: DraftMedia): Promise<string> {
  const bytes = await new Response(await call.open(media)).arrayBuffer()
  const form = new FormData()
  form.set('published', 'false')
  if (media.alt !== '') form.set('alt_text_custom', media.alt)
  form.set(
    'source',
    new Blob([bytes], { type: media.mimeType }),
    `${media.sha256.slice(0, 16)}.${media.mimeType.split('/')[1]}`,
  )
  const { id } = await ask(call, {
    method: 'POST',
    path: `${call.account}/photos`,
    body: form,
    schema: z.object({ id: z.string().min(1) }),
  })
  return id
}

const createdPost = z.object({ id: z.string().min(1), permalink_url: z.string().nullish() })

/** The one call that makes the post visible. */
export async function createPost(call: Call, { post, photoIds }: { post: FacebookPost; photoIds: string[] }) {
  const body = {
    message: post.message,
    published: true,
    ...(post.link === null ? {} : { link: post.link }),
    ...(photoIds.length === 0 ? {} : { attached_media: photoIds.map((id) => ({ media_fbid: id })) }),
  }
  const query = { fields: 'id,permalink_url' }
  return ask(call, {
    method: 'POST',
    path: `${call.account}/feed`,
    query,
    body,
    irreversible: true,
    schema: createdPost,
  })
}

/** Repeatable: deleting what is gone changes nothing, so a lost answer is no unknown outcome. */
export async function deletePost(call: Call, id: string): Promise<void> {
  await ask(call, { method: 'DELETE', path: id, schema: z.object({ success: z.literal(true) }) })
}

export function urlOf(created: { id: string; permalink_url?: string | null | undefined }): string {
  return created.permalink_url || `https://www.facebook.com/${created.id}`
}
