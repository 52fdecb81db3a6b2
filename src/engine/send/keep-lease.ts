import type { Engine } from '..'
import type { Publication } from '../rows'
import { LEASE_SECONDS, renewLease } from './call'

/** Renews the lease while a long upload runs; `signal` aborts when it is lost, so that nothing more is sent. */
export function keepLease(engine: Engine, publication: Publication): { signal: AbortSignal; stop(): void } {
  const lost = new AbortController()
  const timer = setInterval(
    () => {
      renewLease(engine, publication).catch((cause: unknown) => lost.abort(cause))
    },
    (LEASE_SECONDS * 1000) / 4,
  )
  timer.unref()
  return { signal: lost.signal, stop: () => clearInterval(timer) }
}
