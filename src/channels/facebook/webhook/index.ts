/** Page webhooks (graph-api/webhooks/getting-started): one address for the application, a signature over the raw bytes. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Webhook } from '../../contract'
import { read } from './read'
import { subscribe } from './subscribe'

function verify(
  { headers, body }: Parameters<Webhook['verify']>[0],
  { application }: Parameters<Webhook['verify']>[1],
) {
  const { appSecret } = application
  const [method, given] = (headers['x-hub-signature-256'] ?? '').split('=')
  if (!appSecret || method !== 'sha256' || !given) return 'forged'
  return isSame(given, createHmac('sha256', appSecret).update(body).digest('hex')) ? 'genuine' : 'forged'
}

const greet: Webhook['greet'] = (query, { secret }) => {
  const isForUs = query['hub.mode'] === 'subscribe' && isSame(query['hub.verify_token'] ?? '', secret)
  return isForUs ? (query['hub.challenge'] ?? null) : null
}

export const webhook: Webhook = { scope: 'application', verify, greet, read, subscribe }

/** In the same time whatever is different. */
function isSame(given: string, expected: string): boolean {
  const one = Buffer.from(given)
  const other = Buffer.from(expected)
  return one.length === other.length && other.length > 0 && timingSafeEqual(one, other)
}
