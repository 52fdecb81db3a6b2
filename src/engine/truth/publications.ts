/** The posts that wait, that are due, and that need a person. */
import { addSeconds } from '@/platform/clock'
import type { Where } from '@/platform/database'
import { type State, wakingStates } from '@/publishing/states'
import type { Engine } from '..'
import type { Publication } from '../rows'
import { busyLanes } from '../send/lane/due'
import { type Scope, within } from './scope'

export type Waiting = {
  id: string
  title: string
  platform: string
  dueAt: Date
  secondsWaiting: number
  /** `channel`: a worker is at work there, or the platform or the distance between posts lets it rest. */
  waitsFor: 'worker' | 'channel'
}

export type Troubled = {
  id: string
  title: string
  state: State
  channel: string
  platform: string
  dueAt: Date
  because: string | null
  message: string | null
  code: string | null
  changedAt: Date
}

type Row = Publication & {
  heldMessage: string | null
  failureMessage: string | null
  failureCode: string | null
  updatedAt: Date
}

/** The post that has waited longest since it was due, before all one that waits for a worker; null when nothing waits. */
export async function readOldestDue(engine: Engine, scope: Scope): Promise<Waiting | null> {
  const busy = await busyLanes(engine)
  const forWorker = await readOldest(engine, {
    ...within(scope),
    ...(busy.length > 0 ? { channel: { notIn: busy } } : {}),
  })
  if (forWorker) return { ...forWorker, waitsFor: 'worker' }
  const forChannel = busy.length > 0 ? await readOldest(engine, within(scope)) : null
  return forChannel && { ...forChannel, waitsFor: 'channel' }
}

async function readOldest({ rows, now }: Engine, where: Where): Promise<Omit<Waiting, 'waitsFor'> | null> {
  const [oldest] = await rows.find<Publication>('publications', {
    where: { ...where, state: 'scheduled', wakeAt: { atMost: now() } },
    select: ['title', 'platform', 'dueAt', 'wakeAt'],
    sort: 'wakeAt',
    limit: 1,
  })
  if (!oldest?.wakeAt) return null
  const { id, title, platform, dueAt, wakeAt } = oldest
  return { id, title, platform, dueAt, secondsWaiting: (now().getTime() - wakeAt.getTime()) / 1000 }
}

/** Rows that a worker could take at this moment. */
export function countDue({ rows, now }: Engine, scope: Scope): Promise<number> {
  return rows.count('publications', {
    ...within(scope),
    state: { in: [...wakingStates] },
    wakeAt: { atMost: now() },
  })
}

export function countIn({ rows }: Engine, scope: Scope, state: State): Promise<number> {
  return rows.count('publications', { ...within(scope), state })
}

const MOST_TROUBLED = 200

/** Held and unknown, the newest first: what waits for somebody, or for the platform's word. */
export function readTroubled(engine: Engine, scope: Scope): Promise<Troubled[]> {
  return readPosts(engine, { where: { ...within(scope), state: { in: ['held', 'unknown'] } }, limit: MOST_TROUBLED })
}

const FAILURE_SECONDS = 7 * 86_400
const MOST_FAILURES = 20

/** Of the last seven days. */
export function readFailures(engine: Engine, scope: Scope): Promise<Troubled[]> {
  const since = addSeconds(engine.now(), -FAILURE_SECONDS)
  return readPosts(engine, {
    where: { ...within(scope), state: 'failed', updatedAt: { above: since } },
    limit: MOST_FAILURES,
  })
}

type Question = { where: Where; limit: number }

const shown = [
  'title',
  'state',
  'channel',
  'platform',
  'dueAt',
  'heldBecause',
  'heldMessage',
  'failureMessage',
  'failureCode',
  'updatedAt',
]

async function readPosts({ rows }: Engine, { where, limit }: Question): Promise<Troubled[]> {
  const found = await rows.find<Row>('publications', {
    where,
    select: shown,
    sort: '-updatedAt',
    limit,
  })
  return found.map(describe)
}

function describe({ id, title, state, channel, platform, dueAt, updatedAt, ...row }: Row): Troubled {
  const isHeld = state === 'held'
  return {
    id,
    title,
    state,
    channel,
    platform,
    dueAt,
    because: isHeld ? row.heldBecause : null,
    message: isHeld ? row.heldMessage : row.failureMessage,
    code: row.failureCode,
    changedAt: updatedAt,
  }
}
