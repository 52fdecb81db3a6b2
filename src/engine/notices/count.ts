import type { Engine } from '..'

/** One more of what is only counted. Two processes may open the same counter at once; the unique key lets one of them. */
export async function countUp({ rows }: Engine, key: string, by = 1): Promise<void> {
  const isCounted = async () => (await rows.increment('counters', { key }, { field: 'total', by })) !== null
  if (await isCounted()) return
  try {
    await rows.insert('counters', { key, total: by })
  } catch (cause) {
    if (!(await isCounted())) throw cause
  }
}
