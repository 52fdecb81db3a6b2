/** People are told what is wrong: from the rows' states alone, each matter once, many together as one. */
import type { Engine } from '..'
import { gatherFacts } from './facts'
import { isStale, readOpen, reconcile } from './incidents'
import { isSomethingWaiting, sendWaiting } from './send'
import { tellIncidents } from './tell'

/** Whether a run would do anything. */
export async function isSomethingToTell(engine: Engine): Promise<boolean> {
  if (await isSomethingWaiting(engine)) return true
  return isStale(await gatherFacts(engine), await readOpen(engine), engine.now())
}

export async function notify(engine: Engine): Promise<{ told: number; sent: number }> {
  await reconcile(engine, await gatherFacts(engine))
  return { told: await tellIncidents(engine), sent: await sendWaiting(engine) }
}
