import type { Payload } from 'payload'
import { environment } from '../env'
import type { Rows } from './contract'
import { mongoRows } from './mongo-rows'
import { postgresRows } from './postgres-rows'

export type * from './contract'

const known = new WeakMap<Payload, Rows>()

/** Native rows of the configured database, over the connection that Payload opened. */
export function rowsOf(payload: Payload): Rows {
  const rows =
    known.get(payload) ?? (environment().databaseKind === 'mongodb' ? mongoRows(payload) : postgresRows(payload))
  known.set(payload, rows)
  return rows
}
