/** Incidents that nobody has been told of become notifications: one per addressee and digest. */
import { DateTime } from 'luxon'
import { addSeconds } from '@/platform/clock'
import type { Value } from '@/platform/database'
import { environment } from '@/platform/env'
import type { Engine } from '..'
import { assignWindows, type Incident, readOpen, WINDOW_SECONDS } from './incidents'
import { type Kind, kindFacts } from './kinds'
import { type Addressee, type Everybody, readEverybody } from './people'
import { describe } from './sentences'

type Digest = { kind: Kind; group: string; organization: string | null; window: Date; incidents: Incident[] }

/** May be broken off anywhere: a second run finds the same digests, and what was written of them stands. */
export async function tellIncidents(engine: Engine): Promise<number> {
  const open = await assignWindows(engine, await readOpen(engine))
  const digests = toDigests(open).filter(({ incidents }) => incidents.some(({ toldAt }) => toldAt === null))
  if (digests.length === 0) return 0
  const everybody = await readEverybody(engine)
  for (const digest of digests) await tellDigest(engine, digest, everybody)
  return digests.length
}

function toDigests(incidents: readonly Incident[]): Digest[] {
  const digests = new Map<string, Digest>()
  for (const incident of incidents) {
    const { kind, group, organization, window } = incident
    if (!window) continue
    const key = `${group}|${window.getTime()}`
    const digest = digests.get(key) ?? { kind, group, organization, window, incidents: [] }
    digest.incidents.push(incident)
    digests.set(key, digest)
  }
  return [...digests.values()]
}

async function tellDigest(engine: Engine, digest: Digest, everybody: Everybody): Promise<void> {
  const { kind, organization } = digest
  // What is only repeated stays inside the admin.
  const isQuiet = digest.incidents.every(({ repeats }) => repeats > 0)
  for (const addressee of everybody.addressees(kind, organization)) {
    const sendAt = isQuiet ? null : mailHour(engine, digest, addressee)
    await write(engine, digest, { key: addressee.person, set: { person: addressee.person, sendAt } })
  }
  for (const contact of isQuiet ? [] : everybody.contacts(kind, organization))
    await write(engine, digest, { key: contact, set: { contact, sendAt: engine.now() } })
  for (const { id } of digest.incidents.filter(({ toldAt }) => toldAt === null))
    await engine.rows.update('incidents', { id, toldAt: null }, { toldAt: engine.now() })
}

type Entry = { key: string; set: Record<string, Value> & { sendAt: Date | null } }

/** A notification whose digest has grown is new again: unread, and sent once more if it was sent already. */
async function write(engine: Engine, digest: Digest, { key, set }: Entry): Promise<void> {
  const { rows, now } = engine
  const { kind, group, organization, window, incidents } = digest
  const isRepeat = incidents.every(({ repeats }) => repeats > 0)
  const told = describe(
    kind,
    incidents.map(({ detail }) => detail),
    isRepeat,
  )
  const place = { key: `${key}|${group}|${window.getTime()}` }
  const fresh = { ...place, kind, group, organization, at: now(), readAt: null, sentAt: null, tries: 0, problem: null }
  const count = incidents.length
  if (await rows.update('notifications', { ...place, count }, told)) return
  const grown = { ...told, count, readAt: null, sendAt: set.sendAt && later(set.sendAt, window) }
  if (await rows.update('notifications', place, grown)) return
  try {
    await rows.insert('notifications', { ...fresh, ...set, ...told, count })
  } catch (cause) {
    if ((await rows.count('notifications', place)) === 0) throw cause
  }
}

function later(hour: Date, window: Date): Date {
  const end = addSeconds(window, WINDOW_SECONDS)
  return hour > end ? hour : end
}

/** When the mail leaves; null when there is none. */
function mailHour({ now, zone }: Engine, { kind, window }: Digest, { mutedKinds, pace }: Addressee): Date | null {
  if (!environment().SMTP_URL || mutedKinds.includes(kind)) return null
  if (pace === 'daily') return nextMorning(now(), zone)
  return kindFacts[kind].isImmediate ? now() : addSeconds(window, WINDOW_SECONDS)
}

const MORNING_HOUR = 7

function nextMorning(now: Date, zone: string): Date {
  const local = DateTime.fromJSDate(now, { zone })
  const morning = local.set({ hour: MORNING_HOUR, minute: 0, second: 0, millisecond: 0 })
  return (morning > local ? morning : morning.plus({ days: 1 })).toJSDate()
}
