import { ChannelError } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import type { Engine } from '@/engine'
import { needAttention } from '@/engine/channel/attention'
import { freshCredentials } from '@/engine/credentials'
import { readChannel } from '@/engine/desk/read-content'
import type { Publication } from '@/engine/rows'
import { bareCall, checkpointsOf } from '@/engine/send/call'
import { readAttempts } from '@/engine/send/claim'
import { hold } from '@/engine/send/hold'
import { draftOf } from '@/engine/send/parse-draft'
import { recordProcessing, recordPublished } from '@/engine/send/record'
import { readPublication, tryTransition, wakeLater } from '@/engine/transition'
import { addSeconds } from '@/platform/clock'
import { lookSeconds, MOST_SENDS, MOST_TRIES } from '@/publishing/backoff'
import type { Outcome } from '../runtime/definition'

/** Looks that may fail before a person is asked. */
const MOST_LOOKS = 20

export async function handle(engine: Engine, { publication: id }: { publication: string }): Promise<Outcome> {
  const publication = await readPublication(engine, id)
  if (publication?.state === 'sending') return recordLostWorker(engine, publication)
  if (publication?.state !== 'unknown') return { skipped: 'not unknown' }
  try {
    return await search(engine, publication)
  } catch (cause) {
    await report(engine, publication, cause)
    return lookAgain(engine, publication, publication.absentSince)
  }
}

/** A fault of ours waits as long as one of the platform: a row that is looked at every second helps nobody. */
async function report(engine: Engine, publication: Publication, cause: unknown): Promise<void> {
  if (!(cause instanceof ChannelError))
    engine.log.error({ publication: publication.id, err: cause }, 'could not look for a publication')
  else if (cause.kind === 'unauthorized')
    await needAttention(engine, await readChannel(engine, publication.channel), cause)
}

/** The lease ran out: the worker is gone. Without the armed mark nothing was sent, and it simply waits again. */
async function recordLostWorker(engine: Engine, publication: Publication): Promise<Outcome> {
  if (publication.leaseUntil && publication.leaseUntil > engine.now()) return { skipped: 'still leased' }
  if (!publication.armedAt) return waitAgain(engine, publication)
  const wait = channelOf(publication.platform).limits.settling.waitSeconds
  await tryTransition(engine, publication, {
    event: 'lose',
    set: { ...cleared, wakeAt: addSeconds(engine.now(), wait) },
    detail: { because: 'worker lost while sending' },
  })
  return { done: 'unknown' }
}

const cleared = { leaseToken: null, leaseUntil: null, looks: 0, absentSince: null }

/** Counted like an unreachable platform, so that what kills its worker does not kill one after the other for ever. */
async function waitAgain(engine: Engine, publication: Publication): Promise<Outcome> {
  const tries = publication.tries + 1
  if (tries > MOST_TRIES) {
    const failureMessage = `Tiến trình đăng bài đã dừng ${tries} lần khi chuẩn bị bài này; quản trị cần kiểm tra.`
    await tryTransition(engine, publication, {
      event: 'fail',
      set: { ...cleared, failureKind: 'unavailable', failureCode: 'worker-lost', failureMessage, wakeAt: null },
      detail: { because: 'worker lost before sending', tries },
    })
    return { done: 'given up' }
  }
  await tryTransition(engine, publication, {
    event: 'release',
    set: { ...cleared, tries, wakeAt: engine.now() },
    detail: { because: 'worker lost before sending' },
  })
  return { done: 'waits again' }
}

async function search(engine: Engine, publication: Publication): Promise<Outcome> {
  const driver = channelOf(publication.platform)
  const channel = await readChannel(engine, publication.channel)
  const credentials = await freshCredentials(engine, driver, channel)
  const checkpoints = checkpointsOf(await readAttempts(engine, publication))
  const call = { ...bareCall(engine, { driver, channel, credentials }), checkpoints }
  const found = await driver.find(
    { draft: draftOf(driver, publication), armedAt: publication.armedAt ?? publication.dueAt },
    call,
  )
  if (found === 'cannot-tell') {
    await hold(engine, publication, 'cannot-tell')
    return { done: 'held' }
  }
  if (found === 'absent') return recordAbsence(engine, publication)
  if (found.outcome === 'processing') {
    await recordProcessing(engine, publication, found)
    return { done: 'found, still processing' }
  }
  await recordPublished(engine, publication, found)
  return { done: 'found' }
}

/** One "absent" is no proof: lists lag. It must have lasted as long as the driver says, over at least two looks. */
async function recordAbsence(engine: Engine, publication: Publication): Promise<Outcome> {
  const since = publication.absentSince ?? engine.now()
  const needed = channelOf(publication.platform).limits.settling.absenceSeconds
  const isProven = publication.absentSince !== null && engine.now() >= addSeconds(since, needed)
  if (!isProven) return lookAgain(engine, publication, since)
  // The platform told us by itself that it is there: its list is wrong, and a second send would be a second post.
  if (publication['witnessedAt']) {
    await hold(engine, publication, 'cannot-tell')
    return { done: 'held' }
  }
  if (publication.sends >= MOST_SENDS) {
    await hold(engine, publication, 'too-many-tries')
    return { done: 'held' }
  }
  await tryTransition(engine, publication, {
    event: 'resend',
    set: { wakeAt: engine.now(), looks: 0, absentSince: null },
    detail: { absentSince: since.toISOString() },
  })
  return { done: 'absent' }
}

async function lookAgain(engine: Engine, publication: Publication, absentSince: Date | null): Promise<Outcome> {
  if (publication.looks >= MOST_LOOKS) {
    await hold(engine, publication, 'cannot-tell')
    return { done: 'held' }
  }
  const { waitSeconds } = channelOf(publication.platform).limits.settling
  const wakeAt = addSeconds(engine.now(), lookSeconds(waitSeconds, publication.looks))
  await wakeLater(engine, publication, { looks: publication.looks + 1, absentSince, wakeAt })
  return { done: 'looks again' }
}
