import { ChannelError, type Processing, type Published } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import type { Engine } from '@/engine'
import { needAttention } from '@/engine/channel/attention'
import { freshCredentials } from '@/engine/credentials'
import { readChannel } from '@/engine/desk/read-content'
import type { ChannelRow, Publication } from '@/engine/rows'
import { bareCall } from '@/engine/send/call'
import { hold } from '@/engine/send/hold'
import { recordPublished } from '@/engine/send/record'
import { readPublication, tryTransition, wakeLater } from '@/engine/transition'
import { addSeconds } from '@/platform/clock'
import { lookSeconds } from '@/publishing/backoff'
import type { Outcome } from '../runtime/definition'

export async function handle(engine: Engine, { publication: id }: { publication: string }): Promise<Outcome> {
  const publication = await readPublication(engine, id)
  if (publication?.state !== 'processing') return { skipped: 'not processing' }
  const channel = await readChannel(engine, publication.channel)
  try {
    return await look(engine, publication, channel)
  } catch (cause) {
    if (cause instanceof ChannelError) return recordProblem(engine, { publication, channel, cause })
    engine.log.error({ publication: id, err: cause }, 'could not follow a publication')
    return lookLater(engine, publication, stillWorking(publication))
  }
}

async function look(engine: Engine, publication: Publication, channel: ChannelRow): Promise<Outcome> {
  const driver = channelOf(publication.platform)
  if (!driver.follow) return { skipped: 'nothing to follow' }
  const credentials = await freshCredentials(engine, driver, channel)
  const answer: Published | Processing = await driver.follow(
    publication.ticket,
    bareCall(engine, { driver, channel, credentials }),
  )
  if (answer.outcome === 'published') {
    await recordPublished(engine, publication, answer)
    return { done: 'published' }
  }
  return lookLater(engine, publication, answer)
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

async function recordProblem(
  engine: Engine,
  { publication, channel, cause }: { publication: Publication; channel: ChannelRow; cause: ChannelError },
): Promise<Outcome> {
  if (cause.kind === 'rejected') {
    const set = { failureKind: cause.kind, failureCode: cause.code, failureMessage: cause.message, wakeAt: null }
    await tryTransition(engine, publication, { event: 'fail', set, detail: { code: cause.code } })
    return { done: 'failed' }
  }
  if (cause.kind === 'unauthorized') await needAttention(engine, channel, cause)
  return lookLater(engine, publication, stillWorking(publication, cause.retryAfter))
}

const AGAIN_SECONDS = 30

function stillWorking({ ticket }: Publication, wait: number | null = null): Processing {
  return { outcome: 'processing', ticket, lookAgainIn: wait ?? AGAIN_SECONDS }
}
