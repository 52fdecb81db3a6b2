import { channelOf } from '@/channels/registry'
import type { Engine } from '@/engine'
import { isEverythingPaused } from '@/engine/channel/pause'
import { freshCredentials } from '@/engine/credentials'
import { readChannel } from '@/engine/desk/read-content'
import type { Attempt, ChannelRow, Publication } from '@/engine/rows'
import { LeaseLost, leasedCall } from '@/engine/send/call'
import { claim, endAttempt, startAttempt } from '@/engine/send/claim'
import { hold, holdForProblems } from '@/engine/send/hold'
import { problemsBeforeSending } from '@/engine/send/inspect'
import { draftOf } from '@/engine/send/parse-draft'
import { keepLease } from '@/engine/send/keep-lease'
import { pointReached } from '@/engine/send/points'
import { recordProcessing, recordPublished } from '@/engine/send/record'
import { readPublication, tryTransition, wakeLater } from '@/engine/transition'
import { decideDue } from '@/publishing/due'
import { hashSnapshot } from '@/publishing/snapshot'
import type { Outcome } from '../runtime/definition'
import { recordFailure } from '../runtime/failure'

/** From due to live: look, claim, send once, record. Whatever happens, the row says so. */
export async function handle(engine: Engine, { publication: id }: { publication: string }): Promise<Outcome> {
  const waiting = await readPublication(engine, id)
  if (!waiting || waiting.state !== 'scheduled') return { skipped: 'not scheduled' }
  // A job that was enqueued for an earlier hour of the row, by a slow sweep of another worker.
  if (waiting.wakeAt && waiting.wakeAt > engine.now()) return { skipped: 'not due' }
  const channel = await readChannel(engine, waiting.channel)
  const stopped = await guard(engine, waiting, channel)
  if (stopped) return stopped
  const publication = await claim(engine, waiting)
  if (!publication) return { skipped: 'taken by another worker' }
  await pointReached('claimed')
  const { attempt, earlier } = await startAttempt(engine, publication)
  await pointReached('attempt-written')
  return send(engine, { publication, channel, attempt, earlier })
}

/** What stands against sending now; the reason is on the row before this returns. */
async function guard(engine: Engine, waiting: Publication, channel: ChannelRow): Promise<Outcome | null> {
  const decision = decideDue({
    now: engine.now(),
    dueAt: waiting.dueAt,
    late: { policy: waiting.latePolicy, afterMinutes: waiting.lateAfterMinutes },
    isPaused: await isEverythingPaused(engine),
    channel: channel.state,
    isApprovedSnapshot: waiting.snapshot !== null && hashSnapshot(waiting.snapshot) === waiting.approvedHash,
  })
  switch (decision.do) {
    case 'wait':
      return { skipped: 'not due' }
    case 'hold':
      await hold(engine, waiting, decision.because)
      return { skipped: `held: ${decision.because}` }
    case 'cancel':
      await tryTransition(engine, waiting, { event: 'cancel', set: { wakeAt: null }, detail: { because: 'late' } })
      return { skipped: 'cancelled: late' }
    case 'send':
      return (await waitForChannel(engine, waiting, channel)) ?? inspectOnceMore(engine, waiting)
  }
}

/** A platform that said "too fast" is left alone by the whole channel. */
async function waitForChannel(
  engine: Engine,
  waiting: Publication,
  { notBefore }: ChannelRow,
): Promise<Outcome | null> {
  if (!notBefore || notBefore <= engine.now()) return null
  await wakeLater(engine, waiting, { wakeAt: notBefore, retryAt: notBefore })
  return { skipped: 'channel waits' }
}

/** The rules of today and the files of today: weeks may lie between the approval and the hour. */
async function inspectOnceMore(engine: Engine, waiting: Publication): Promise<Outcome | null> {
  const problems = await problemsBeforeSending(engine, waiting)
  if (problems.length === 0) return null
  await holdForProblems(engine, waiting, problems)
  return { skipped: 'held: inspection' }
}

type Sending = { publication: Publication; channel: ChannelRow; attempt: Attempt; earlier: Attempt[] }

async function send(engine: Engine, { publication, channel, attempt, earlier }: Sending): Promise<Outcome> {
  const driver = channelOf(publication.platform)
  const lease = keepLease(engine, publication)
  try {
    const credentials = await freshCredentials(engine, driver, channel)
    const call = leasedCall(
      engine,
      { driver, channel, credentials, signal: lease.signal },
      { publication, attempt, earlier },
    )
    const answer = await driver.publish(draftOf(driver, publication), call)
    await (answer.outcome === 'published'
      ? recordPublished(engine, publication, answer)
      : recordProcessing(engine, publication, answer))
    await endAttempt(engine, attempt, { outcome: answer.outcome })
    return { done: answer.outcome }
  } catch (cause) {
    if (cause instanceof LeaseLost) return { skipped: 'lease lost' }
    return recordFailure(engine, { publication, channel, attempt, cause })
  } finally {
    lease.stop()
  }
}
