import type { Rows, Value } from './contract'

export type Put = {
  /** A unique field, so that of two who come at the same moment one makes the row and the later word stands. */
  key: Record<string, string>
  set: Record<string, Value>
  /** Only of a row that was not there yet. */
  fresh?: Record<string, Value>
}

/** The row of that key says this from now on, whether it was there or not. */
export async function putRow(rows: Rows, slug: string, { key, set, fresh = {} }: Put): Promise<void> {
  if (await rows.set(slug, key, set)) return
  await rows.insert(slug, { ...key, ...fresh, ...set }).catch(async (cause: unknown) => {
    if (!(await rows.set(slug, key, set))) throw cause
  })
}
