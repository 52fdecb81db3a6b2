import { channelOf } from '@/channels/registry'
import type { Engine } from '@/engine'
import { freshCredentials } from '@/engine/credentials'
import type { Attempt, ChannelRow, Publication } from '@/engine/rows'
import { leasedCall, Stopped } from '@/engine/send/call'
import { claim, endAttempt, startAttempt } from '@/engine/send/claim'
import { LeaseLost, openLease } from '@/engine/send/lease'
import { draftOf } from '@/engine/send/parse-draft'
import { recordProcessing, recordPublished } from '@/engine/send/record'
import { readPublication, tryTransition } from '@/engine/transition'
import type { Outcome } from '../runtime/definition'
import { recordFailure } from '../runtime/failure'

/** Claim, send once, record. Whatever happens, the row says so. */
export async function send(engine: Engine, waiting: Publication, channel: ChannelRow): Promise<Outcome> {
  const publication = await claim(engine, waiting)
  if (!publication) return { skipped: 'taken by another worker' }
  const { attempt, earlier } = await startAttempt(engine, publication)
  return sendClaimed(engine, { publication, channel, attempt, earlier })
}

type Sending = { publication: Publication; channel: ChannelRow; attempt: Attempt; earlier: Attempt[] }

async function sendClaimed(engine: Engine, { publication, channel, attempt, earlier }: Sending): Promise<Outcome> {
  const driver = channelOf(publication.platform)
  const lease = openLease(engine, publication)
  try {
    const credentials = await freshCredentials(engine, driver, channel)
    const answer = await driver.publish(
      draftOf(driver, publication),
      leasedCall(engine, { driver, channel, credentials }, { lease, attempt, earlier }),
    )
    await (answer.outcome === 'published'
      ? recordPublished(engine, publication, answer)
      : recordProcessing(engine, publication, answer))
    await endAttempt(engine, attempt, { outcome: answer.outcome })
    return { done: answer.outcome }
  } catch (cause) {
    if (cause instanceof LeaseLost) return { skipped: 'lease lost' }
    if (cause instanceof Stopped) return waitAgain(engine, { publication, attempt, because: 'paused' })
    if (await isBrokenOff(engine, publication)) return waitAgain(engine, { publication, attempt, because: 'ending' })
    return recordFailure(engine, { publication, channel, attempt, cause })
  } finally {
    lease.stop()
  }
}

/** This process ends, and nothing was sent that could not be taken back. */
async function isBrokenOff(engine: Engine, { id }: Publication): Promise<boolean> {
  return engine.ending.aborted && !(await readPublication(engine, id))?.armedAt
}

type Waiting = { publication: Publication; attempt: Attempt; because: 'paused' | 'ending' }

/** As if it had not been claimed, but for what was uploaded: whoever takes it next goes on from there. */
async function waitAgain(engine: Engine, { publication, attempt, because }: Waiting): Promise<Outcome> {
  const set = { leaseToken: null, leaseUntil: null, wakeAt: engine.now() }
  await tryTransition(engine, publication, { event: 'release', set, detail: { because } })
  await endAttempt(engine, attempt, { outcome: 'stopped' })
  return { skipped: because }
}
