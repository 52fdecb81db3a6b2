/** Google's two error shapes: of the API, and of the token endpoint. */
import type { SandboxAnswer } from '../contract'

export type Refusal = { status: number; reason: string; message: string; domain?: string }

export function refuse({ status, reason, message, domain = 'global' }: Refusal): SandboxAnswer {
  return { status, body: { error: { code: status, message, errors: [{ message, domain, reason }] } } }
}

export function refuseToken(status: number, error: string, description: string): SandboxAnswer {
  return { status, body: { error, error_description: description } }
}

export function throttled(): SandboxAnswer {
  const answer = refuse({ status: 429, reason: 'rateLimitExceeded', message: 'Too many requests.' })
  return { ...answer, headers: { 'retry-after': '30' } }
}

export function tokenDead(): SandboxAnswer {
  const message = 'Request had invalid authentication credentials. Expected OAuth 2 access token.'
  const errors = [{ message, domain: 'global', reason: 'authError', location: 'Authorization', locationType: 'header' }]
  return { status: 401, body: { error: { code: 401, message, errors, status: 'UNAUTHENTICATED' } } }
}

export function notFound(id: string): SandboxAnswer {
  const message = `The video that you are trying to reach (${id}) cannot be found.`
  return refuse({ status: 404, reason: 'videoNotFound', message, domain: 'youtube.video' })
}

export function listOf(kind: string, items: unknown[]): SandboxAnswer {
  const pageInfo = { totalResults: items.length, resultsPerPage: items.length }
  return { status: 200, body: { kind: `youtube#${kind}ListResponse`, pageInfo, items } }
}
