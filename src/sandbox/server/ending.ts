/** What the caller sees when a fault is switched on. */
import { setTimeout } from 'node:timers/promises'
import type { Fault, FaultRule, Lookalike, SandboxAnswer } from '../contract'

/** What the socket sees: an answer, a cut, or nothing at all. */
export type Ending = SandboxAnswer | 'drop' | 'silence'

type Met = { rule: FaultRule | null; lookalike: Lookalike; signal: AbortSignal }

export async function withFault(
  { rule, lookalike, signal }: Met,
  handle: () => Promise<SandboxAnswer>,
): Promise<Ending> {
  if (rule === null) return handle()
  const before = insteadOfAccepting(lookalike)[rule.fault]
  if (before) return before
  const answer = await handle()
  if (rule.fault === 'slow') return later(answer, { seconds: rule.seconds ?? 1, signal })
  if (rule.fault === 'truncated') return truncate(answer)
  return afterAccepting[rule.fault] ?? 'drop'
}

function insteadOfAccepting(lookalike: Lookalike): Partial<Record<Fault, Ending>> {
  return {
    unavailable: { status: 503, body: 'Service Unavailable' },
    hang: 'silence',
    throttle: lookalike.throttled(),
    'token-dead': lookalike.tokenDead(),
  }
}

const afterAccepting: Partial<Record<Fault, Ending>> = {
  'accept-then-drop': 'drop',
  'accept-then-hang': 'silence',
  'error-after-accept': { status: 500, body: 'Internal Server Error' },
  garbage: { status: 200, headers: { 'content-type': 'text/html' }, body: '<html><body>Gateway</body></html>' },
}

/** Real time: what is slow here is the line, not the platform's clock. */
async function later(answer: SandboxAnswer, { seconds, signal }: { seconds: number; signal: AbortSignal }) {
  await setTimeout(seconds * 1000, undefined, { signal, ref: false }).catch(() => undefined)
  return answer
}

function truncate({ body, ...answer }: SandboxAnswer): SandboxAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '')
  const headers = { 'content-type': 'application/json; charset=utf-8', ...answer.headers }
  return { ...answer, headers, body: text.slice(0, Math.ceil(text.length / 2)) }
}
