/**
 * Failures in a row, kept in the channel's own row. A good send writes nothing: the next failure asks whether one came in
 * between, and then begins to count anew.
 */
import type { ChannelError } from '@/channels/contract'
import { addSeconds } from '@/platform/clock'
import type { Value } from '@/platform/database'
import { describeBreak, failureClassOf, mostInARow, probeSeconds } from '@/publishing/breaker'
import type { Engine } from '../..'
import { appendAudit, theSystem } from '../../audit'
import type { ChannelRow, Publication } from '../../rows'
import { isNewer } from '../attention'

const MOST_ATTEMPTS = 20

/** One conditional update on the count as it was read: of two workers that fail at once, none is lost. */
export async function countFailure(engine: Engine, channel: ChannelRow, cause: ChannelError): Promise<void> {
  const failureClass = failureClassOf(cause)
  if (failureClass === null) return
  let present = channel
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    // What failed with credentials that were replaced meanwhile says nothing about the new ones.
    if (isNewer(present, channel)) return
    const set = await nextCount(engine, present, failureClass)
    const { id, state, failures, failedAt } = present
    const counted = await engine.rows.update<ChannelRow>('channels', { id, state, failures, failedAt }, set)
    if (counted) return set['brokenAt'] ? tell(engine, counted) : undefined
    const [now] = await engine.rows.find<ChannelRow>('channels', { where: { id }, limit: 1 })
    if (!now) return
    present = now
  }
  throw new Error(`channel ${channel.id} changes faster than its failures can be counted`)
}

async function nextCount(engine: Engine, channel: ChannelRow, failureClass: string): Promise<Record<string, Value>> {
  const goesOn = channel.failureClass === failureClass && !(await hasSucceededSince(engine, channel))
  const failures = goesOn ? (channel.failures ?? 0) + 1 : 1
  const probes = goesOn ? (channel.probes ?? 0) : 0
  const counted = { failures, failureClass, failedAt: engine.now(), probes }
  const isBroken = channel.state === 'connected' && failures >= mostInARow(failureClass)
  return isBroken ? { ...counted, ...broken(engine, { failureClass, probes }) } : counted
}

function broken({ now }: Engine, { failureClass, probes }: { failureClass: string; probes: number }) {
  return {
    state: 'attention',
    problem: describeBreak(failureClass),
    brokenAt: now(),
    probes: probes + 1,
    probeAt: addSeconds(now(), probeSeconds(probes)),
  }
}

/** Within the index of channel and hour; the platform's hour may differ from ours, the hour of arming is ours. */
const TOLERANCE_SECONDS = 86_400

async function hasSucceededSince({ rows }: Engine, { id, failedAt }: ChannelRow): Promise<boolean> {
  if (!failedAt) return false
  const armedAt = { above: failedAt }
  const isThere = async (where: object) =>
    (
      await rows.find<Publication>('publications', {
        where: { channel: id, armedAt, ...where },
        select: ['state'],
        limit: 1,
      })
    ).length > 0
  const publishedAt = { above: addSeconds(failedAt, -TOLERANCE_SECONDS) }
  return (await isThere({ publishedAt })) || isThere({ state: 'processing' })
}

async function tell(engine: Engine, { id, organization, failureClass, failures }: ChannelRow): Promise<void> {
  engine.log.warn({ channel: id, failureClass, failures }, 'nothing more is sent on a channel')
  await appendAudit(engine, {
    action: 'channel-broken',
    subject: `channels:${id}`,
    organization,
    actor: theSystem,
    detail: { failureClass, failures },
  })
}
