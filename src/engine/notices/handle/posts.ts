/** What the public or the platform did to a post of ours. */
import type { NoticeEvent } from '@/channels/contract'
import { addSeconds } from '@/platform/clock'
import type { Engine } from '../..'
import type { ChannelRow, Publication } from '../../rows'
import { tryTransition } from '../../transition'
import { findPost } from './find-post'
import type { Settled, Told } from '.'

type Of<Kind extends NoticeEvent['kind']> = Told<Extract<NoticeEvent, { kind: Kind }>>

/** What the desk reads in place of "Đã gỡ". */
export const VANISHED = 'Đã bị gỡ trên nền tảng'

/** While somebody here takes it down, the platform's word of it is about that. */
const WITHDRAWING_SECONDS = 300

export async function removed(engine: Engine, { notice, channel, event }: Of<'removed'>): Promise<Settled> {
  const found = await findPost(engine, channel, event.remoteId)
  if (!found) return unknownPost(engine, channel)
  const { publication } = found
  if (found.share === 'part') return { state: 'ignored', outcome: 'only a part of the post' }
  if (publication.state !== 'published') return { state: 'ignored', outcome: `already ${publication.state}` }
  if (isBeingWithdrawn(engine, publication)) return { state: 'waiting', outcome: 'being withdrawn here' }
  const gone = await tryTransition(engine, publication, {
    event: 'vanish',
    set: { withdrawnAt: notice.at, withdrawnBecause: VANISHED, wakeAt: null },
    detail: { notice: notice.id },
  })
  return gone ? { state: 'handled', outcome: 'withdrawn' } : { state: 'waiting', outcome: 'moved meanwhile' }
}

/** The platform's total at the hour it names; the same notice leaves one reading. */
export async function counted(engine: Engine, { notice, channel, event }: Of<'counted'>): Promise<Settled> {
  const found = await findPost(engine, channel, event.remoteId)
  if (!found) return unknownPost(engine, channel)
  const { publication, share } = found
  const reading = {
    publication: publication.id,
    channel: channel.id,
    organization: publication.organization,
    metric: event.metric,
    value: event.value,
    definition: share === 'whole' ? event.definition : `${event.definition} (${event.remoteId})`,
    apiVersion: 'webhook',
    takenAt: notice.at,
    notice: `${notice.id}:${channel.id}`,
  }
  try {
    await engine.rows.insert('readings', reading)
  } catch (cause) {
    if ((await engine.rows.count('readings', { notice: reading.notice })) === 0) throw cause
  }
  return { state: 'handled', outcome: 'read' }
}

/** Comments are counted by measuring; here only their hour is kept, so that somebody looks. */
export async function commented(engine: Engine, { notice, channel, event }: Of<'commented'>): Promise<Settled> {
  const publication = (await findPost(engine, channel, event.remoteId))?.publication
  if (!publication) return unknownPost(engine, channel)
  const set = { commentedAt: notice.at }
  const first = await engine.rows.update('publications', { id: publication.id, commentedAt: null }, set)
  if (!first) await engine.rows.update('publications', { id: publication.id, commentedAt: { atMost: notice.at } }, set)
  return { state: 'handled', outcome: 'seen' }
}

/** Not ours, or ours whose send has not been recorded yet: then it is asked again. */
async function unknownPost({ rows }: Engine, { id: channel }: ChannelRow): Promise<Settled> {
  const state = { in: ['sending', 'processing', 'unknown'] }
  if ((await rows.count('publications', { channel, state })) > 0) return { state: 'waiting', outcome: 'a send is open' }
  return { state: 'ignored', outcome: 'unknown post' }
}

function isBeingWithdrawn({ now }: Engine, { withdrawAskedAt }: Publication): boolean {
  return withdrawAskedAt instanceof Date && addSeconds(withdrawAskedAt, WITHDRAWING_SECONDS) > now()
}
