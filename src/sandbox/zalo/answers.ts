/** Every answer is HTTP 200; a failure is a negative `error` without `data`. */
import type { SandboxAnswer } from '../contract'

const headers = { 'X-RateLimit-Limit': '4000', 'X-RateLimit-Remain': '3999' }

export function ok(data?: unknown): SandboxAnswer {
  return { status: 200, headers, body: { ...(data === undefined ? {} : { data }), error: 0, message: 'Success' } }
}

export function failed(error: number, message: string): SandboxAnswer {
  return { status: 200, headers, body: { error, message } }
}

export function throttled(): SandboxAnswer {
  return {
    ...failed(-32, 'Application has reached limit call api'),
    headers: { ...headers, 'X-RateLimit-Remain': '0' },
  }
}

export function tokenDead(): SandboxAnswer {
  return failed(-216, 'Access token is invalid')
}
