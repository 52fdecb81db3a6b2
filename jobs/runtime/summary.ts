import type { Outcome } from './definition'

/** Of one turn: its only outcome, or how many there were. */
export function summary(outcomes: readonly Outcome[]): Outcome {
  const [first] = outcomes
  if (!first) return { skipped: 'nothing due' }
  return outcomes.length === 1 ? first : { done: `${outcomes.length} publications` }
}
