/** Budgets of calls: a Page's by the day, told in headers only once enough was used; who calls on is refused. */
import type { Desk, SandboxAnswer } from '../../contract'
import type { Caller } from '../state/people'
import { graphError } from './errors'

const HOURS = 24
/** Below this the platform sends no header. */
const TOLD_FROM = 10

type Budget = { owner: string; header: 'page' | 'app' }

/** Counts the call and says what part is used up, in percent. */
export function countCall(desk: Desk, caller: Caller): number {
  const { owner } = budgetOf(caller)
  const hour = hourOf(desk)
  desk.records.put('facebook.calls', `${owner}/${hour}`, callsIn(desk, owner, hour) + 1)
  const limit = desk.knob('facebook', 'callsADay', 100_000)
  const hours = Array.from({ length: HOURS }, (_, past) => hour - past)
  const used = hours.reduce((sum, one) => sum + callsIn(desk, owner, one), 0)
  return desk.knob('facebook', 'usagePercent', Math.floor((used * 100) / limit))
}

function callsIn(desk: Desk, owner: string, hour: number): number {
  return desk.records.get<number>('facebook.calls', `${owner}/${hour}`) ?? 0
}

function hourOf(desk: Desk): number {
  return Math.floor(desk.now().getTime() / 3_600_000)
}

function budgetOf(caller: Caller): Budget {
  return caller.is === 'page' ? { owner: caller.page.id, header: 'page' } : { owner: 'app', header: 'app' }
}

/** 80001 for a Page's token, 32 for a person's on a Page, 4 for the application's. */
export function refuseTooMany(caller: Caller, percent: number): SandboxAnswer | null {
  if (percent < 100) return null
  const codes: Readonly<Record<string, number>> = { page: 80001, person: 32, app: 4 }
  const code = codes[caller.is] ?? 4
  return graphError({ code, message: `(#${code}) There have been too many calls. Wait a bit and try again.` })
}

export function withUsage(
  answer: SandboxAnswer,
  { caller, percent }: { caller: Caller; percent: number },
): SandboxAnswer {
  if (percent < TOLD_FROM) return answer
  const { owner, header } = budgetOf(caller)
  const share = { call_count: percent, total_cputime: Math.floor(percent / 4), total_time: Math.floor(percent / 3) }
  const wait = percent >= 100 ? 15 : 0
  const usage = { [owner]: [{ type: 'pages', ...share, estimated_time_to_regain_access: wait }] }
  const told: Record<string, string> =
    header === 'page'
      ? { 'x-business-use-case-usage': JSON.stringify(usage), 'x-page-usage': JSON.stringify(share) }
      : { 'x-app-usage': JSON.stringify(share) }
  return { ...answer, headers: { ...answer.headers, ...told } }
}
