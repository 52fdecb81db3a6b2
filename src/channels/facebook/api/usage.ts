/**
 * How much of the budget is used up, as Facebook tells it in headers (graph-api/overview/rate-limiting). The headers come
 * only after enough calls: a missing one says nothing. Calling on while throttled makes the wait longer.
 */
import { z } from 'zod'
import { readJson } from '../../contract/exchange'

/** Percent used → minutes of rest. The budgets roll over an hour or a day, so a short rest already helps. */
const RESTS = [
  { from: 100, minutes: 60 },
  { from: 95, minutes: 30 },
  { from: 80, minutes: 10 },
] as const

const share = z.object({
  call_count: z.number().nullish(),
  total_time: z.number().nullish(),
  total_cputime: z.number().nullish(),
})

const businessShare = share.extend({
  type: z.string().nullish(),
  estimated_time_to_regain_access: z.number().nullish(),
})
const businessUsage = z.record(z.string(), z.array(businessShare))

/** Until when the channel had better be left alone; null while there is enough left or nothing is known. */
export function restUntil(headers: Headers, now: Date): Date | null {
  const rest = RESTS.find(({ from }) => percentUsed(headers) >= from)
  if (!rest) return null
  const seconds = Math.max(rest.minutes * 60, waitFromUsage(headers) ?? 0)
  return new Date(now.getTime() + seconds * 1000)
}

/** The highest of all shares; 0 when no header came, which is no measurement and never shown. */
function percentUsed(headers: Headers): number {
  const plain = ['x-app-usage', 'x-page-usage'].flatMap((name) => share.safeParse(read(headers, name)).data ?? [])
  const shares = [...plain, ...businessShares(headers)]
  return Math.max(0, ...shares.flatMap((one) => [one.call_count ?? 0, one.total_time ?? 0, one.total_cputime ?? 0]))
}

/** Seconds until access comes back, by the platform's own estimate in minutes; null when it names none. */
export function waitFromUsage(headers: Headers): number | null {
  const longest = Math.max(0, ...businessShares(headers).map((one) => one.estimated_time_to_regain_access ?? 0))
  return longest === 0 ? null : longest * 60
}

/** Advertising has budgets of its own, in the same header. */
function businessShares(headers: Headers) {
  const usage = businessUsage.safeParse(read(headers, 'x-business-use-case-usage')).data ?? {}
  return Object.values(usage)
    .flat()
    .filter(({ type }) => !type || type === 'pages')
}

function read(headers: Headers, name: string): unknown {
  return readJson(headers.get(name) ?? '')
}
