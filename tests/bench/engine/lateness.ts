import type { Publication } from '@/engine/rows'
import type { Stage } from '../../support/engine'

/** Milliseconds from the hour of each to its armed mark. */
export async function lateness(
  { engine }: Stage,
  publications: readonly { id: string }[],
): Promise<{ p50: number; p99: number }> {
  const ids = publications.map(({ id }) => id)
  const rows = await engine.rows.find<Publication>('publications', {
    where: { id: { in: ids } },
    select: ['dueAt', 'armedAt'],
  })
  const late = rows
    .map(({ dueAt, armedAt }) => (armedAt?.getTime() ?? Number.NaN) - dueAt.getTime())
    .toSorted((one, other) => one - other)
  const at = (share: number) => late[Math.min(late.length - 1, Math.floor(late.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99) }
}
