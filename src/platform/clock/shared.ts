/**
 * The database's hour, the one that all processes share: asked now and then, carried on in between by this machine's
 * monotonic counter, which neither NTP nor a person at the machine can move. A worker whose own clock is wrong is right.
 */
import { performance } from 'node:perf_hooks'
import type { Clock } from '.'

const STALE_MILLISECONDS = 30_000

/** An answer that took longer says too little about the hour. */
const SLOW_MILLISECONDS = 2_000

export type SharedClock = {
  /** By this machine's own clock until the database has answered once. */
  now: Clock
  /** @throws when the database does not answer */
  sync(): Promise<void>
}

export function sharedClock(ask: () => Promise<Date>): SharedClock {
  let known: { hour: number; at: number } | null = null
  let askedAt = Number.NEGATIVE_INFINITY
  let isAsking = false

  const sync = async () => {
    askedAt = performance.now()
    const hour = await ask()
    const answeredAt = performance.now()
    // As if it had been read at the very end: rather a little behind the database than ahead of it, so that nothing goes out early.
    if (!known || answeredAt - askedAt < SLOW_MILLISECONDS) known = { hour: hour.getTime(), at: answeredAt }
  }
  const refresh = async () => {
    isAsking = true
    // A database that is away for a moment changes nothing: the counter goes on, and the next question asks again.
    await sync().catch(() => undefined)
    isAsking = false
  }
  return {
    sync,
    now: () => {
      const at = performance.now()
      if (!isAsking && at - askedAt > STALE_MILLISECONDS) void refresh()
      return new Date(known ? known.hour + at - known.at : Date.now())
    },
  }
}
