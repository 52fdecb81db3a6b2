import { environment } from '@/platform/env'

/** Where a worker's death leaves different traces. */
export type Point = 'claimed' | 'attempt-written' | 'armed' | 'renewal-locked' | 'renewal-answered' | 'renewal-stored'

/** Stands still at the point that STOP_AT names, until the process is killed; everywhere else it is nothing. */
export async function pointReached(point: Point): Promise<void> {
  const { TRAINING, STOP_AT } = environment()
  if (!TRAINING || STOP_AT !== point) return
  process.send?.({ reached: point })
  await new Promise(() => undefined)
}
