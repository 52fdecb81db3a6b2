/** A look at everything that a recall still has to take back. Broken off anywhere, it is done again and finds what was done. */
import { addSeconds } from '@/platform/clock'
import { isOver } from '@/publishing/states'
import type { Engine } from '../..'
import { beginRecall, markedPublications } from './begin'
import { recallOne } from './one'
import { claimRecall, lookAgainAt, type Recall } from './row'

/** Whoever was planning a publication at the very moment has ended by then. */
const LAST_LOOK_SECONDS = 60

export async function runRecall(engine: Engine, id: string): Promise<string | null> {
  const recall = await claimRecall(engine, id)
  if (!recall) return null
  await beginRecall(engine, recall)
  const publications = (await markedPublications(engine, recall)).filter(({ state }) => !isOver(state))
  const hours = await Promise.all(publications.map((publication) => recallOne(engine, publication, recall)))
  await lookAgainAt(engine, recall, earliest([...hours, lastLook(engine, recall)]))
  return `${publications.length} publications`
}

function lastLook({ now }: Engine, { at }: Recall): Date | null {
  const hour = addSeconds(at, LAST_LOOK_SECONDS)
  return hour > now() ? hour : null
}

function earliest(hours: readonly (Date | null)[]): Date | null {
  const known = hours.flatMap((hour) => (hour ? [hour.getTime()] : []))
  return known.length > 0 ? new Date(Math.min(...known)) : null
}
