/** One look at one post that the platform works on. */
import { ChannelError, type Processing } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import type { Engine } from '@/engine'
import { needAttention } from '@/engine/channel/attention'
import type { CredentialsOf } from '@/engine/credentials'
import type { ChannelRow, Publication } from '@/engine/rows'
import { bareCall } from '@/engine/send/call'
import { hold } from '@/engine/send/hold'
import { recordPublished } from '@/engine/send/record'
import { tryTransition, wakeLater } from '@/engine/transition'
import { addSeconds } from '@/platform/clock'
import { lookSeconds } from '@/publishing/backoff'
import type { Outcome } from '../runtime/definition'

type Around = { channel: ChannelRow; credentialsOf: CredentialsOf }

type Looked = {
  outcome: Outcome
  /** The channel gives no answers until then; null when it does. */
  awayUntil: Date | null
}

/** What came of it is on the row before this returns. */
export async function look(engine: Engine, publication: Publication, around: Around): Promise<Looked> {
  try {
    return { outcome: await ask(engine, publication, around), awayUntil: null }
  } catch (cause) {
    if (cause instanceof ChannelError) return recordProblem(engine, publication, { channel: around.channel, cause })
    engine.log.error({ publication: publication.id, err: cause }, 'could not follow a publication')
    return { outcome: await lookLater(engine, publication, stillWorking(publication)), awayUntil: null }
  }
}

async function ask(engine: Engine, publication: Publication, { channel, credentialsOf }: Around): Promise<Outcome> {
  const driver = channelOf(publication.platform)
  if (!driver.follow) return { skipped: 'nothing to follow' }
  const credentials = await credentialsOf(channel)
  const answer = await driver.follow(publication.ticket, bareCall(engine, { driver, channel, credentials }))
  if (answer.outcome === 'processing') return lookLater(engine, publication, answer)
  await recordPublished(engine, publication, answer)
  return { done: 'published' }
}

async function lookLater(
  engine: Engine,
  publication: Publication,
  { ticket, lookAgainIn }: Processing,
): Promise<Outcome> {
  if (hasTakenTooLong(engine, publication)) {
    await hold(engine, publication, 'took-too-long')
    return { done: 'held' }
  }
  await wakeLater(engine, publication, {
    ticket,
    looks: publication.looks + 1,
    wakeAt: addSeconds(engine.now(), lookSeconds(lookAgainIn, Math.floor(publication.looks / 4))),
  })
  return { done: 'still processing' }
}

function hasTakenTooLong({ now }: Engine, { platform, armedAt }: Publication): boolean {
  return armedAt !== null && now() > addSeconds(armedAt, channelOf(platform).limits.processingSeconds)
}

type Problem = { channel: ChannelRow; cause: ChannelError }

async function recordProblem(engine: Engine, publication: Publication, { channel, cause }: Problem): Promise<Looked> {
  if (cause.kind === 'rejected') {
    const set = { failureKind: cause.kind, failureCode: cause.code, failureMessage: cause.message, wakeAt: null }
    await tryTransition(engine, publication, { event: 'fail', set, detail: { code: cause.code } })
    return { outcome: { done: 'failed' }, awayUntil: null }
  }
  if (cause.kind === 'unauthorized') await needAttention(engine, channel, cause)
  const working = stillWorking(publication, cause.retryAfter)
  const outcome = await lookLater(engine, publication, working)
  return { outcome, awayUntil: addSeconds(engine.now(), working.lookAgainIn) }
}

const AGAIN_SECONDS = 30

function stillWorking({ ticket }: Publication, wait: number | null = null): Processing {
  return { outcome: 'processing', ticket, lookAgainIn: wait ?? AGAIN_SECONDS }
}
