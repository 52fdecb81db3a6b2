/** Every answer is HTTP 200; a failure is a negative `error` without `data`. */
import type { Desk, SandboxAnswer } from '../contract'
import { turned } from './knobs'

export function ok(data?: unknown): SandboxAnswer {
  return { status: 200, body: { ...(data === undefined ? {} : { data }), error: 0, message: 'Success' } }
}

export function failed(error: number, message: string): SandboxAnswer {
  return { status: 200, body: { error, message } }
}

export function throttled(): SandboxAnswer {
  return failed(-32, 'Application has reached limit call api')
}

export function tokenDead(): SandboxAnswer {
  return failed(-216, 'Access token is invalid')
}

/** Requests of the minute that is running, per sandbox; a restart forgets them, as a minute would. */
const minutes = new WeakMap<Desk['records'], { minute: number; used: number }>()

/** Counted per application, told in two headers, refused with -32 when the minute is used up. */
export async function withinLimit(desk: Desk, answer: () => Promise<SandboxAnswer>): Promise<SandboxAnswer> {
  const limit = turned(desk, 'rateLimit')
  const minute = Math.floor(desk.now().getTime() / 60_000)
  const before = minutes.get(desk.records)
  const used = before?.minute === minute ? before.used + 1 : 1
  minutes.set(desk.records, { minute, used })
  const given = used > limit ? throttled() : await answer()
  const headers = { 'X-RateLimit-Limit': String(limit), 'X-RateLimit-Remain': String(Math.max(0, limit - used)) }
  return { ...given, headers: { ...headers, ...given.headers } }
}
