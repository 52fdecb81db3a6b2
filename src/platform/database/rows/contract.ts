/**
 * Native row access for what must be one atomic statement: claims, transitions, counters. Everything an editor does
 * goes through Payload; everything a worker does to a publication goes through here.
 *
 * Fields are named as in the collection, dates are `Date`, ids and relationships are strings on both databases.
 */

/** What a JSON column takes. */
type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain }

export type Value = Date | Plain | undefined

/** After `above`, until `atMost` and with it; either or both. */
export type Range = { above?: Date | number; atMost?: Date | number }

export type Operator =
  | { in: readonly (string | number)[] }
  | { notIn: readonly string[] }
  | { not: string | number | null }
  | Range

export type Condition = Value | Operator

export type Where = Readonly<Record<string, Condition>>

export type Row = { id: string } & Record<string, unknown>

export type Query = { where: Where; sort?: string; limit?: number; select?: readonly string[] }

export type Change = { where: Where; set: Record<string, Value> }

/** What is written together with a change: a new row, or a change of another one that is there for certain. */
export type Also = { slug: string } & ({ row: Record<string, Value> } | Change)

/** One call of `setWith`. */
export type Whole = { slug: string; change: Change; also: readonly Also[] }

export function keyOfWhole({ slug, change }: Whole): string {
  return `${slug} ${JSON.stringify(change.where['id'])}`
}

export type Rows = {
  /** Rows that match; `sort` is a field, with a leading `-` for descending. */
  find<Shape extends Row>(slug: string, query: Query): Promise<Shape[]>
  count(slug: string, where: Where): Promise<number>
  /** One conditional update in one statement; null when no row matched. `where` names an id or a unique field. */
  update<Shape extends Row>(slug: string, where: Where, set: Record<string, Value>): Promise<Shape | null>
  /** The same without reading the row back; false when no row matched. */
  set(slug: string, where: Where, set: Record<string, Value>): Promise<boolean>
  /**
   * The same, and what belongs to it, in one transaction: all of it or nothing, so that no death comes between. Nothing
   * is written when the update matched no row. Calls of one moment share a transaction (`together`), those that name a unique
   * field instead of an id only one of each collection.
   */
  setWith(slug: string, change: Change, also: readonly Also[]): Promise<boolean>
  /** An id for a row that is yet to be written, given as its `id`. */
  newId(): string
  insert(slug: string, row: Record<string, Value>): Promise<string>
  /** Of one shape, in one statement. */
  insertAll(slug: string, rows: readonly Record<string, Value>[]): Promise<void>
  /** Adds to a number in one statement, and says what it is now; null when no row matched. */
  increment(slug: string, where: Where, amount: { field: string; by?: number }): Promise<number | null>
  /** @throws when the database does not answer. */
  ping(): Promise<void>
  /** The hour by the database's own clock, the one that every process shares. */
  now(): Promise<Date>
}
