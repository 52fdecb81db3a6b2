/** Where a platform sends the browser back to. Whatever happens, the person ends on a page of the admin that says it. */
import type { Endpoint, PayloadRequest } from 'payload'
import { personOf } from '@/access'
import { engineOf } from '@/engine'
import { returnFromSignIn } from '@/engine/channel/connect/return'
import { Refusal } from '@/platform/errors'
import { actorIn } from '../hooks/actor'

const PAGE = '/admin/collections/channels/connect'
const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

export const returnEndpoint: Endpoint = {
  path: '/connect/:platform',
  method: 'get',
  handler: async (request) => {
    if (isFromOutside(request)) return throughOwnPage(request)
    return goTo(await settle(request))
  },
}

/** Only our own codes travel in the address: a sentence in it could be anybody's. The platform's reason lies in the row. */
async function settle(request: PayloadRequest): Promise<Record<string, string>> {
  const person = personOf(request)
  if (!person) return { problem: 'not_signed_in' }
  try {
    const platform = request.routeParams?.['platform']
    const parameters = Object.fromEntries(request.searchParams)
    const given = {
      platform: typeof platform === 'string' ? platform : '',
      parameters,
      person,
      actor: actorIn(request),
    }
    const { id } = await returnFromSignIn(engineOf(request.payload), given)
    return { signIn: id }
  } catch (cause) {
    if (cause instanceof Refusal) return { problem: cause.code }
    request.payload.logger.error({ err: cause, msg: 'a sign-in came back and failed' })
    return { problem: 'internal' }
  }
}

/**
 * A redirect that began on the platform's site is cross-site, so Payload does not take the login's cookie from it
 * (payload/dist/auth/extractJWT.js: no Origin, Sec-Fetch-Site). A page of ours that calls the same address is not.
 */
function isFromOutside(request: PayloadRequest): boolean {
  return request.headers.get('sec-fetch-site') === 'cross-site'
}

function throughOwnPage(request: PayloadRequest): Response {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
  const address = escape(pathname + search)
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Đang kết nối…</title>
<meta http-equiv="refresh" content="0;url=${address}">
<p>Đang quay lại trang quản trị. <a href="${address}">Bấm vào đây nếu trang không tự chuyển.</a></p></html>`
  return new Response(html, { status: 200, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function goTo(query: Record<string, string>): Response {
  const location = `${PAGE}?${new URLSearchParams(query).toString()}`
  return new Response(null, { status: 303, headers: { ...headers, location } })
}
