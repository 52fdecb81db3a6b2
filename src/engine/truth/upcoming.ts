import { addSeconds } from '@/platform/clock'
import type { Engine } from '..'
import { type Scope, within } from './scope'

export type Upcoming = {
  /** Twenty-four, the present one first; each begins on the hour. */
  hours: { from: Date; count: number }[]
  total: number
  /** True when there is more than is counted. */
  isCapped: boolean
}

const HOURS = 24
const HOUR_MILLISECONDS = 3_600_000
const MOST_COUNTED = 5000

/** Approved posts of the next 24 hours, by the hour at which they will be looked at. */
export async function readUpcoming({ rows, now }: Engine, scope: Scope): Promise<Upcoming> {
  const first = new Date(Math.floor(now().getTime() / HOUR_MILLISECONDS) * HOUR_MILLISECONDS)
  const found = await rows.find<{ id: string; wakeAt: Date }>('publications', {
    where: { ...within(scope), state: 'scheduled', wakeAt: { atMost: addSeconds(now(), HOURS * 3600) } },
    select: ['wakeAt'],
    sort: 'wakeAt',
    limit: MOST_COUNTED,
  })
  const counts = Array.from({ length: HOURS }, () => 0)
  for (const { wakeAt } of found) {
    const hour = Math.floor((wakeAt.getTime() - first.getTime()) / HOUR_MILLISECONDS)
    const place = Math.min(HOURS - 1, Math.max(0, hour))
    counts[place] = (counts[place] ?? 0) + 1
  }
  const hours = counts.map((count, place) => ({ from: new Date(first.getTime() + place * HOUR_MILLISECONDS), count }))
  return { hours, total: found.length, isCapped: found.length === MOST_COUNTED }
}
