/** What is wrong and who knows of it: one row per matter, so that the same is told once while it lasts. */
import { addSeconds } from '@/platform/clock'
import type { Engine } from '..'
import type { Detail, Fact, Facts } from './facts'
import { type Kind, kindFacts } from './kinds'

export type Incident = {
  id: string
  key: string
  kind: Kind
  group: string
  organization: string | null
  detail: Detail
  since: Date
  window: Date | null
  toldAt: Date | null
  repeats: number
  endedAt: Date | null
}

/** What comes within this time is told together. */
export const WINDOW_SECONDS = 5 * 60
const REPEAT_SECONDS = 86_400
const MOST_REPEATS = 7

export function readOpen({ rows }: Engine): Promise<Incident[]> {
  return rows.find<Incident>('incidents', { where: { endedAt: null } })
}

/** Whether the rows say something that these incidents do not. */
export function isStale({ facts, isWhole }: Facts, open: readonly Incident[], now: Date): boolean {
  const known = new Set(open.map(({ key }) => key))
  const standing = new Set(facts.map(({ key }) => key))
  return (
    facts.some(({ key }) => !known.has(key)) ||
    open.some((incident) => hasEnded(incident, { standing, isWhole })) ||
    open.some((incident) => incident.toldAt === null || isToRepeat(incident, now))
  )
}

/** Opens, closes and repeats until the incidents say what the rows say; every step may be broken off and done again. */
export async function reconcile(engine: Engine, given: Facts): Promise<void> {
  const open = await readOpen(engine)
  const known = new Set(open.map(({ key }) => key))
  const standing = new Set(given.facts.map(({ key }) => key))
  for (const fact of given.facts.filter(({ key }) => !known.has(key))) await openIncident(engine, fact)
  for (const incident of open) {
    if (hasEnded(incident, { standing, isWhole: given.isWhole }))
      await engine.rows.update('incidents', { id: incident.id, endedAt: null }, { endedAt: engine.now() })
    else if (isToRepeat(incident, engine.now())) await repeat(engine, incident)
  }
}

const ofPosts: ReadonlySet<Kind> = new Set<Kind>(['held', 'late', 'failed', 'unknown', 'preflight'])

/** A post that is not among the newest thousand may be in trouble still. */
function hasEnded(
  { key, kind }: Incident,
  { standing, isWhole }: { standing: ReadonlySet<string>; isWhole: boolean },
): boolean {
  return !standing.has(key) && (isWhole || !ofPosts.has(kind))
}

function isToRepeat({ kind, toldAt, repeats }: Incident, now: Date): boolean {
  return (
    kindFacts[kind].isRepeated &&
    toldAt !== null &&
    repeats < MOST_REPEATS &&
    toldAt <= addSeconds(now, -REPEAT_SECONDS)
  )
}

async function openIncident({ rows, now }: Engine, { detail, ...fact }: Fact): Promise<void> {
  const fresh = { ...fact, detail, since: now(), window: null, toldAt: null, repeats: 0, endedAt: null }
  // One that is open was opened by another worker in between: it is told already, or will be.
  const again = await rows.update('incidents', { key: fact.key, endedAt: { above: new Date(0) } }, fresh)
  if (again) return
  try {
    await rows.insert('incidents', fresh)
  } catch (cause) {
    // Another worker was faster; the unique key let one of us.
    if ((await rows.count('incidents', { key: fact.key })) === 0) throw cause
  }
}

async function repeat({ rows }: Engine, { id, toldAt, repeats }: Incident): Promise<void> {
  await rows.update('incidents', { id, toldAt }, { toldAt: null, window: null, repeats: repeats + 1 })
}

/** Which digest each belongs to, written down before anything is told: a run that is broken off goes on with the same. */
export async function assignWindows(engine: Engine, open: readonly Incident[]): Promise<Incident[]> {
  const windows = openWindows(open, addSeconds(engine.now(), -WINDOW_SECONDS))
  const assigned: Incident[] = []
  for (const incident of open) {
    if (incident.window) {
      assigned.push(incident)
      continue
    }
    const window = await assign(engine, incident, windows.get(incident.group))
    if (!window) continue
    windows.set(incident.group, window)
    assigned.push({ ...incident, window })
  }
  return assigned
}

/** Another run may be faster: then its window is the one, or the same would be told twice. */
async function assign({ rows, now }: Engine, { id }: Incident, known: Date | undefined): Promise<Date | null> {
  const assigned = await rows.update<Incident>('incidents', { id, window: null }, { window: known ?? now() })
  const [present] = assigned ? [assigned] : await rows.find<Incident>('incidents', { where: { id }, limit: 1 })
  return present?.window ?? null
}

function openWindows(open: readonly Incident[], since: Date): Map<string, Date> {
  const recent = open.filter(({ window }) => window !== null && window > since)
  return new Map(recent.map(({ group, window }) => [group, window ?? since]))
}
