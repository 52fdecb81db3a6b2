/** The shapes an answer to a visitor can have, with the headers that keep a page without scripts a page without scripts. */
import { createHash } from 'node:crypto'
import type { ReactElement } from 'react'
import { siteStyle } from './components/style'

const styleHash = createHash('sha256').update(siteStyle).digest('base64')

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  'content-security-policy': [
    "default-src 'none'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    `style-src 'sha256-${styleHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
}

export async function html(status: number, document: ReactElement): Promise<Response> {
  // Imported when used: Next.js refuses a static import of the renderer in a route.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return new Response(`<!doctype html>${renderToStaticMarkup(document)}`, { status, headers: pageHeaders })
}

export function json(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } })
}

export function refuse(status: number, code: string, message: string): Response {
  return json(status, { errors: [{ code, message }] })
}

export function redirect(path: string): Response {
  return new Response(null, {
    status: 302,
    headers: { location: path, 'cache-control': 'no-store', 'referrer-policy': 'strict-origin-when-cross-origin' },
  })
}
