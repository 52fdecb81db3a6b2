/** One publication on its way back. Each look does what its state allows and says when to look again; null: never, by itself. */
import { addSeconds } from '@/platform/clock'
import type { State } from '@/publishing/states'
import type { Engine } from '../..'
import type { Publication } from '../../rows'
import { readPublication, tryTransition } from '../../transition'
import { withoutRecall } from '../publication/verbs'
import { readChannel } from '../read-content'
import { needPerson } from './stage'
import { withdrawLive } from './live'
import type { Recall } from './row'
import { lookByHand } from './words'

export type Look = (engine: Engine, publication: Publication, recall: Recall) => Promise<Date | null>

const looks: Readonly<Record<State, Look>> = {
  draft: cancel,
  scheduled: cancel,
  failed: cancel,
  held: cancelUnlessUp,
  sending: takeBack,
  processing: wait,
  unknown: wait,
  published: withdrawLive,
  cancelled: async () => null,
  withdrawn: async () => null,
}

export async function recallOne(engine: Engine, publication: Publication, recall: Recall): Promise<Date | null> {
  return looks[publication.state](engine, publication, recall)
}

/** As often as its outcome may become known. */
const WAIT_SECONDS = 3

async function wait({ now }: Engine): Promise<Date> {
  return addSeconds(now(), WAIT_SECONDS)
}

async function cancel(engine: Engine, publication: Publication, recall: Recall): Promise<Date | null> {
  const cancelled = await tryTransition(engine, publication, {
    event: 'cancel',
    set: { wakeAt: null, ...withoutRecall },
    actor: { id: recall.by, name: recall.byName },
    detail: { because: 'recall', reason: recall.because },
  })
  return cancelled ? null : again(engine, publication, recall)
}

/** Somebody moved it first, a worker most likely: what it is now decides. */
async function again(engine: Engine, { id }: Publication, recall: Recall): Promise<Date | null> {
  const present = await readPublication(engine, id)
  return present ? recallOne(engine, present, recall) : null
}

const mayBeUp = ['cannot-tell', 'took-too-long']

/** Nobody knows whether it is up: cancelled it would be forgotten. */
async function cancelUnlessUp(engine: Engine, publication: Publication, recall: Recall): Promise<Date | null> {
  if (!mayBeUp.includes(publication.heldBecause ?? '')) return cancel(engine, publication, recall)
  const channel = await readChannel(engine, publication.channel)
  return needPerson(engine, publication, { stage: 'by-hand', message: lookByHand(publication, channel) })
}

/**
 * While it is not armed, the lease is taken from its worker, which can arm no more; then nothing was sent. Armed, it may
 * land, and is caught as soon as its outcome is known.
 */
async function takeBack(engine: Engine, publication: Publication, recall: Recall): Promise<Date | null> {
  const { id, revision, leaseToken } = publication
  const where = { id, state: 'sending', revision, leaseToken, armedAt: null }
  const taken = await engine.rows.update<Publication>('publications', where, { leaseToken: null, leaseUntil: null })
  if (!taken) return wait(engine)
  const set = { wakeAt: null, leaseToken: null, leaseUntil: null }
  const released = await tryTransition(engine, taken, { event: 'release', set, detail: { because: 'recall' } })
  return released ? cancel(engine, released, recall) : wait(engine)
}
