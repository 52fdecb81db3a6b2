import { ARMED, type Call, type Channel, ChannelError, type Checkpoint, type DraftMedia } from '@/channels/contract'
import { readAddresses } from '@/platform/env'
import { openStored } from '~/media/storage'
import { join } from 'node:path'
import type { Engine } from '..'
import type { Attempt, AttemptStep, ChannelRow } from '../rows'
import { findStop, stateOf } from '../channel/stops'
import { spendBudget } from './budget'
import { type Lease, LeaseLost } from './lease'

/** Somebody paused it while it was being prepared, or this process ends: nothing was sent, and nothing will be. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

type MediaRow = { id: string; renditions: { name: string; file: string; sha256: string }[] | null }

type Place = {
  driver: Channel
  channel: Pick<ChannelRow, 'id' | 'externalId'>
  credentials: unknown
  signal?: AbortSignal
}

/** A call that sends nothing irreversible: check, measure, find, follow, renew, withdraw. */
export function bareCall(engine: Engine, { driver, channel, credentials, signal }: Place): Call {
  return {
    account: channel.externalId,
    credentials,
    addresses: readAddresses(driver.addresses),
    http: engine.http,
    now: engine.now,
    log: engine.log.child({ channel: channel.id, platform: driver.platform }),
    signal: signal ?? new AbortController().signal,
    checkpoint: () => Promise.reject(new Error('this call may not send')),
    checkpoints: [],
    ease: (until) => easeChannel(engine, channel, until),
    spend: (budget) => spendBudget(engine, driver.platform, budget),
    open: (media, from) => openMedia(engine, media, from),
  }
}

type Sending = { lease: Lease; attempt: Attempt; earlier: Attempt[] }

/** A call under a lease: every checkpoint is durable, one that arms proves that the row is still ours, and every request looks at the lease. */
export function leasedCall(
  engine: Engine,
  place: Place & { channel: ChannelRow },
  { lease, attempt, earlier }: Sending,
): Call {
  const steps: AttemptStep[] = []
  const signal = AbortSignal.any([lease.signal, engine.ending])
  const mayGo = () => !lease.isOver() && !signal.aborted
  const base = bareCall(engine, place)
  return {
    ...base,
    http: (request) => base.http({ ...request, mayGo }),
    get signal() {
      lease.isOver()
      return signal
    },
    checkpoints: checkpointsOf(earlier),
    async checkpoint(step, data = null) {
      if (step === ARMED && !steps.some(isArming)) await refuseStopped(engine, place.channel)
      steps.push({ at: engine.now().toISOString(), step, data })
      const kept = { slug: 'attempts', where: { id: attempt.id }, set: { steps: [...steps] } }
      // A step that only remembers is the attempt's own: it needs no proof that the row is still ours while the lease is fresh.
      if (step === ARMED || !lease.isFresh()) await lease.renew({ isArming: step === ARMED, also: [kept] })
      else await engine.rows.setWith(kept.slug, kept, [])
      if (lease.isOver()) throw new LeaseLost('the lease ran out while this was written')
    },
  }
}

function isArming({ step }: AttemptStep): boolean {
  return step === ARMED
}

/**
 * A pause takes effect before the next post that cannot be taken back. One of several messages that has begun to go out is
 * ended: half of it would stand there while its row says that nothing was sent. @throws Stopped
 */
async function refuseStopped(engine: Engine, channel: Pick<ChannelRow, 'id' | 'organization'>): Promise<void> {
  if (engine.ending.aborted) throw new Stopped('ending')
  const [state, stop] = await Promise.all([stateOf(engine, channel), findStop(engine, channel)])
  if (state === 'paused' || stop) throw new Stopped('paused')
}

export function checkpointsOf(attempts: Attempt[]): Checkpoint[] {
  return attempts.flatMap(({ number, steps }) => (steps ?? []).map((step) => ({ attempt: number, ...step })))
}

/** Only ever later: a longer wait that somebody else wrote stays. */
export async function easeChannel({ rows }: Engine, { id }: Pick<ChannelRow, 'id'>, until: Date): Promise<void> {
  const free = await rows.update('channels', { id, notBefore: null }, { notBefore: until })
  if (!free) await rows.update('channels', { id, notBefore: { atMost: until } }, { notBefore: until })
}

async function openMedia(engine: Engine, media: DraftMedia, from = 0): Promise<ReadableStream<Uint8Array>> {
  const [row] = await engine.rows.find<MediaRow>('media', { where: { id: media.id }, limit: 1 })
  const stored = row?.renditions?.find(({ name }) => name === media.rendition)
  if (!stored || stored.sha256 !== media.sha256)
    throw new ChannelError(
      'rejected',
      'Tệp ảnh hoặc video đã duyệt không còn như cũ; hãy kiểm tra tư liệu và duyệt lại.',
      { code: 'media-changed' },
    )
  return openStored(join(engine.mediaDirectory, stored.file), { from })
}
