/** The four calls to our own web process; the other side is `src/app/(site)/_pages/answer-channel.ts`. */
import { z } from 'zod'
import { ChannelError, type Call } from '../contract'
import { exchange } from '../contract/exchange'
import type { HttpRequest } from '../../platform/http/contract'
import { failureOf } from './failures'
import { siteCredentials } from './options'
import type { SitePost } from './post'

const page = z.object({
  publication: z.string(),
  state: z.enum(['live', 'gone']),
  url: z.string(),
  publishedAt: z.coerce.date(),
})
const unknownPage = z.object({ errors: z.array(z.object({ code: z.literal('page-unknown') })).min(1) })
const counters = z.object({ views: z.record(z.string(), z.number()) })
const section = z.object({ name: z.string() })

export type PageState = z.infer<typeof page>

type Request = Pick<HttpRequest, 'method' | 'body'> & { path: string; irreversible?: boolean }

export async function putPage(call: Call, post: SitePost): Promise<PageState> {
  return ask(
    call,
    { method: 'PUT', path: pagePath(post.publication), body: JSON.stringify(post), irreversible: true },
    page,
  )
}

export async function getPage(call: Call, publication: string): Promise<PageState | null> {
  const answer = await ask(call, { method: 'GET', path: pagePath(publication) }, z.union([page, unknownPage]))
  return 'errors' in answer ? null : answer
}

/** Safe to repeat: a page that is gone or never was stays so. */
export async function deletePage(call: Call, publication: string): Promise<void> {
  await ask(call, { method: 'DELETE', path: pagePath(publication) }, z.union([page, unknownPage]))
}

export async function getViews(call: Call, publications: readonly string[]): Promise<Record<string, number>> {
  const ids = publications.map(encodeURIComponent).join(',')
  const { views } = await ask(call, { method: 'GET', path: `/api/site/views?ids=${ids}` }, counters)
  return views
}

export async function getSection(call: Call): Promise<{ name: string }> {
  return ask(call, { method: 'GET', path: '/api/site' }, section)
}

async function ask<Answer>(
  call: Call,
  { path, irreversible = false, ...request }: Request,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const { address, token } = readCredentials(call)
  const headers = { authorization: `Bearer ${token}`, ...(request.body ? { 'content-type': 'application/json' } : {}) }
  return exchange(call, {
    request: { ...request, url: `${address}${path}`, headers },
    irreversible,
    schema,
    failure: (answer) => failureOf(answer, irreversible),
  })
}

function readCredentials(call: Call): { address: string; token: string } {
  const parsed = siteCredentials.safeParse(call.credentials)
  if (!parsed.success) {
    throw new ChannelError('unauthorized', 'Kênh trang web thiếu mã kết nối; quản trị kênh cần kết nối lại kênh.', {
      code: 'credentials-missing',
    })
  }
  const address = parsed.data.address ?? call.addresses['site'] ?? ''
  return { address: address.replace(/\/+$/, ''), token: parsed.data.token }
}

function pagePath(publication: string): string {
  return `/api/site/pages/${encodeURIComponent(publication)}`
}
