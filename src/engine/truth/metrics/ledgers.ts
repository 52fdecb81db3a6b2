/** What is counted in rows of their own: budgets that we have used, events that platforms sent or that were forged. */
import { addSeconds } from '@/platform/clock'
import type { Engine } from '../..'
import type { Metric } from './metric'

export type BudgetUse = { platform: string; budget: string; owner: string; window: string; used: number }

export type Counter = { key: string; total: number }

const BUDGET_SECONDS = 32 * 86_400
const MOST_ROWS = 500

/** The newest window of every budget; the key is `platform|name|owner|window`. */
export async function readBudgets({ rows, now }: Engine): Promise<BudgetUse[]> {
  const found = await rows.find<{ id: string; key: string; used: number }>('budgets', {
    where: { createdAt: { above: addSeconds(now(), -BUDGET_SECONDS) } },
    select: ['key', 'used'],
    sort: '-createdAt',
    limit: MOST_ROWS,
  })
  const newest = new Map<string, BudgetUse>()
  for (const { key, used } of found) {
    const [platform = '', budget = '', owner = '', window = ''] = key.split('|')
    const place = [platform, budget, owner].join('|')
    if (!newest.has(place)) newest.set(place, { platform, budget, owner, window, used })
  }
  return [...newest.values()]
}

export function readCounters({ rows }: Engine): Promise<Counter[]> {
  return rows.find<Counter & { id: string }>('counters', { where: {}, select: ['key', 'total'], limit: MOST_ROWS })
}

export async function ofLedgers(engine: Engine): Promise<Metric[]> {
  const [budgets, counters] = await Promise.all([readBudgets(engine), readCounters(engine)])
  return [
    {
      name: 'budget_used',
      help: 'Used of what a platform counts and does not tell, in its newest window',
      samples: budgets.map(({ used, ...labels }) => ({ labels, value: used })),
    },
    {
      name: 'events_total',
      help: 'Events that are counted and not kept: forged webhooks, follows',
      samples: counters.map(({ key, total }) => ({ labels: { event: key }, value: total })),
    },
  ]
}
