import type { Json } from '@/channels/contract'
import type { Also, Value } from '@/platform/database'
import { type EventName, isOver, nextState, TransitionError } from '@/publishing/states'
import type { Engine } from '.'
import { type Actor, type Entry, hashEntry, rowOf, theSystem } from './audit'
import type { Publication } from './rows'

export type Change = {
  event: EventName
  set?: Record<string, Value>
  actor?: Actor
  detail?: Json
  /** Written in the same transaction, or not at all. */
  also?: readonly Also[]
}

/**
 * Moves a publication by one event: one conditional update on id, state and revision, and one audit entry, both or neither.
 * The answer is the row as it was known, with what was written: nothing is read back.
 * @throws TransitionError when the event is illegal, or when somebody else moved the row first (with its present state).
 */
export async function transition(engine: Engine, publication: Publication, change: Change): Promise<Publication> {
  const { event } = change
  const state = nextState(publication.state, event)
  const entry = entryOf(engine, publication, change)
  const hash = hashEntry(entry)
  const set = {
    ...(state === 'scheduled' ? unchecked : {}),
    ...change.set,
    ...(isOver(state) ? { placeKey: `free:${publication.id}` } : {}),
    state,
    revision: publication.revision + 1,
    auditHash: hash,
  }
  const where = { id: publication.id, state: publication.state, revision: publication.revision }
  const also = [{ slug: 'audit', row: rowOf(entry, hash) }, ...(change.also ?? [])]
  if (!(await engine.rows.setWith('publications', { where, set }, also)))
    throw await lostRace(engine, publication, event)
  engine.log.info({ publication: publication.id, platform: publication.platform, event, state }, 'publication moved')
  return { ...publication, ...set } as Publication
}

/** Whatever will go out now was not looked at before its hour yet. */
const unchecked = { preflightAt: null, preflightProblems: null }

/** The same, for where losing the race is an answer and not a fault: null. */
export async function tryTransition(
  engine: Engine,
  publication: Publication,
  change: Change,
): Promise<Publication | null> {
  try {
    return await transition(engine, publication, change)
  } catch (cause) {
    if (cause instanceof TransitionError) return null
    throw cause
  }
}

/** A new hour to look at the row again; not a change of state, so neither revision nor audit. False when it has moved on. */
export async function wakeLater(
  engine: Engine,
  publication: Publication,
  set: Record<string, Value>,
): Promise<boolean> {
  const where = { id: publication.id, state: publication.state, revision: publication.revision }
  return engine.rows.set('publications', where, set)
}

export async function readPublication({ rows }: Engine, id: string): Promise<Publication | null> {
  const [publication] = await rows.find<Publication>('publications', { where: { id }, limit: 1 })
  return publication ?? null
}

function entryOf(engine: Engine, publication: Publication, { event, actor, detail }: Change): Entry {
  return {
    action: event,
    subject: `publications:${publication.id}`,
    organization: publication.organization,
    actor: actor ?? theSystem,
    detail: detail ?? null,
    at: engine.now(),
    previousHash: publication.auditHash,
  }
}

async function lostRace(engine: Engine, publication: Publication, event: EventName): Promise<TransitionError> {
  const present = await readPublication(engine, publication.id)
  return new TransitionError(present?.state ?? publication.state, event)
}
