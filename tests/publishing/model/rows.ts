/** Rows in memory, with the conditions of the real ones: for walks of thousands of steps, where a database would take hours. */
import type { Change, Condition, Range, Row, Rows, Value, Where } from '@/platform/database'
import { isOperator } from '@/platform/database/rows/operators'

export function rowsInMemory(now: () => Date): Rows {
  const tables = new Map<string, Row[]>()
  let count = 0
  const table = (slug: string): Row[] => {
    const known = tables.get(slug) ?? []
    tables.set(slug, known)
    return known
  }
  const newId = () => `id-${(count += 1)}`
  const matching = (slug: string, where: Where) => table(slug).filter((row) => isMatch(row, where))
  const change = (slug: string, { where, set }: Change): Row | null => {
    const [row] = matching(slug, where)
    return row ? Object.assign(row, structuredClone(set)) : null
  }
  const insert = (slug: string, row: Record<string, Value>) => {
    const id = typeof row['id'] === 'string' ? row['id'] : newId()
    table(slug).push({ ...structuredClone(row), id })
    return id
  }
  return {
    async find<Shape extends Row>(
      slug: string,
      { where, sort, limit }: { where: Where; sort?: string; limit?: number },
    ) {
      const found = sorted(matching(slug, where), sort)
      return structuredClone(limit ? found.slice(0, limit) : found) as Shape[]
    },
    count: async (slug, where) => matching(slug, where).length,
    async update<Shape extends Row>(slug: string, where: Where, set: Record<string, Value>) {
      return structuredClone(change(slug, { where, set })) as Shape | null
    },
    set: async (slug, where, set) => change(slug, { where, set }) !== null,
    async setWith(slug, first, also) {
      if (!change(slug, first)) return false
      for (const one of also)
        if ('row' in one) insert(one.slug, one.row)
        else change(one.slug, one)
      return true
    },
    newId,
    insert: async (slug, row) => insert(slug, row),
    insertAll: async (slug, rows) => void rows.map((row) => insert(slug, row)),
    async increment(slug, where, { field, by = 1 }) {
      const [row] = matching(slug, where)
      if (row) row[field] = Number(row[field] ?? 0) + by
      return row ? Number(row[field]) : null
    },
    ping: async () => undefined,
    now: async () => now(),
  }
}

function sorted(rows: Row[], sort: string | undefined): Row[] {
  if (!sort) return rows
  const field = sort.replace(/^-/, '')
  const sign = sort.startsWith('-') ? -1 : 1
  return rows.toSorted((one, other) => sign * (plain(one[field]) - plain(other[field])))
}

function isMatch(row: Row, where: Where): boolean {
  return Object.entries(where).every(([field, condition]) => meets(row[field] ?? null, condition))
}

function meets(value: unknown, condition: Condition): boolean {
  if (!isOperator(condition)) return isSame(value, condition ?? null)
  if ('in' in condition) return condition.in.includes(value as string)
  if ('notIn' in condition) return !condition.notIn.includes(value as string)
  if ('not' in condition) return value !== condition.not
  return value !== null && isOrdered(plain(value), condition)
}

function isSame(value: unknown, other: unknown): boolean {
  return value instanceof Date && other instanceof Date ? value.getTime() === other.getTime() : value === other
}

function isOrdered(value: number, { above, atMost }: Range): boolean {
  return (above === undefined || value > plain(above)) && (atMost === undefined || value <= plain(atMost))
}

function plain(value: unknown): number {
  return value instanceof Date ? value.getTime() : Number(value)
}
