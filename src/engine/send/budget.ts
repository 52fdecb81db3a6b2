import type { Budget } from '@/channels/contract'
import type { Engine } from '..'

/** What is left after `cost` was taken, or null when it was not enough: one statement, so that no two takers share a unit. */
export async function spendBudget(engine: Engine, platform: string, budget: Budget): Promise<number | null> {
  const { name, owner, window, limit, cost } = budget
  const key = [platform, name, owner, window].join('|')
  const where = { key, used: { atMost: limit - cost } }
  const take = () => engine.rows.increment('budgets', where, { field: 'used', by: cost })
  const used = (await take()) ?? (await open(engine, key).then(take))
  return used === null ? null : limit - used
}

/** Two processes may open the same window at once; the unique key lets one of them, and both go on. */
async function open({ rows }: Engine, key: string): Promise<void> {
  if ((await rows.count('budgets', { key })) > 0) return
  try {
    await rows.insert('budgets', { key, used: 0 })
  } catch (cause) {
    if ((await rows.count('budgets', { key })) === 0) throw cause
  }
}
