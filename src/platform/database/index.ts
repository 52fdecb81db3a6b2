import type { Payload } from 'payload'
import { moved } from '../clock'
import { sharedClock, type SharedClock } from '../clock/shared'
import { environment } from '../env'
import type { Rows } from './rows/contract'
import { mongoRows } from './rows/mongo'
import { postgresRows } from './rows/postgres'

export type * from './rows/contract'

const known = new WeakMap<Payload, { rows: Rows; clock: SharedClock }>()

/** Native rows of the configured database, over the connection that Payload opened. */
export function rowsOf(payload: Payload): Rows {
  return open(payload).rows
}

/** The hour by that database's clock. */
export function clockOf(payload: Payload): SharedClock {
  return open(payload).clock
}

function open(payload: Payload): { rows: Rows; clock: SharedClock } {
  const opened = known.get(payload)
  if (opened) return opened
  const rows = environment().databaseKind === 'mongodb' ? mongoRows(payload) : postgresRows(payload)
  const { now, sync } = sharedClock(() => rows.now())
  const made = { rows, clock: { sync, now: () => moved(now()) } }
  known.set(payload, made)
  return made
}
