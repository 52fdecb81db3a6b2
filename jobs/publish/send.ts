import type { Processing, Published } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import type { Engine } from '@/engine'
import type { CredentialsOf } from '@/engine/credentials'
import type { Attempt, ChannelRow, Publication } from '@/engine/rows'
import { leasedCall, Stopped } from '@/engine/send/call'
import { claim, type Claimed, endWith } from '@/engine/send/claim'
import { LeaseLost, openLease } from '@/engine/send/lease'
import { draftOf } from '@/engine/send/parse-draft'
import { recordProcessing, recordPublished } from '@/engine/send/record'
import { readPublication, tryTransition } from '@/engine/transition'
import type { Outcome } from '../runtime/definition'
import { recordFailure } from '../runtime/failure'

type Lane = { channel: ChannelRow; credentialsOf: CredentialsOf }

/** Claim, send once, record. Whatever happens, the row says so. */
export async function send(engine: Engine, waiting: Publication, lane: Lane): Promise<Outcome> {
  const claimed = await claim(engine, waiting)
  return claimed ? sendClaimed(engine, claimed, lane) : { skipped: 'taken by another worker' }
}

async function sendClaimed(engine: Engine, claimed: Claimed, { channel, credentialsOf }: Lane): Promise<Outcome> {
  const { publication, attempt, earlier } = claimed
  const driver = channelOf(publication.platform)
  const lease = openLease(engine, publication)
  try {
    const credentials = await credentialsOf(channel)
    const answer = await driver.publish(
      draftOf(driver, publication),
      leasedCall(engine, { driver, channel, credentials }, { lease, attempt, earlier }),
    )
    await record(engine, { attempt, publication: { ...publication, armedAt: lease.armedAt } }, answer)
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

async function record(
  engine: Engine,
  { publication, attempt }: Pick<Claimed, 'publication' | 'attempt'>,
  answer: Published | Processing,
): Promise<void> {
  await endWith(engine, { attempt, ending: answer }, (also) =>
    answer.outcome === 'published'
      ? recordPublished(engine, publication, { ...answer, also })
      : recordProcessing(engine, publication, { ...answer, also }),
  )
}

/** This process ends, and nothing was sent that could not be taken back. */
async function isBrokenOff(engine: Engine, { id }: Publication): Promise<boolean> {
  return engine.ending.aborted && !(await readPublication(engine, id))?.armedAt
}

type Waiting = { publication: Publication; attempt: Attempt; because: 'paused' | 'ending' }

/** As if it had not been claimed, but for what was uploaded: whoever takes it next goes on from there. */
async function waitAgain(engine: Engine, { publication, attempt, because }: Waiting): Promise<Outcome> {
  const set = { leaseToken: null, leaseUntil: null, wakeAt: engine.now() }
  await endWith(engine, { attempt, ending: { outcome: 'stopped' } }, (also) =>
    tryTransition(engine, publication, { event: 'release', set, detail: { because }, also }),
  )
  return { skipped: because }
}
