/** The one switch over the five kinds of failure: what each means for the row and for the channel. */
import { ChannelError, type FailureKind } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import type { Engine } from '@/engine'
import { needAttention } from '@/engine/channel/attention'
import { countFailure } from '@/engine/channel/breaker/count'
import type { Attempt, ChannelRow, Publication } from '@/engine/rows'
import { easeChannel } from '@/engine/send/call'
import { endAttempt } from '@/engine/send/claim'
import { readPublication, tryTransition } from '@/engine/transition'
import { addSeconds } from '@/platform/clock'
import { MOST_TRIES, retrySeconds } from '@/publishing/backoff'
import type { Outcome } from './definition'

type Failed = { publication: Publication; channel: ChannelRow; attempt: Attempt; cause: unknown }

type Known = Omit<Failed, 'cause'> & { error: ChannelError }

export async function recordFailure(engine: Engine, { cause, ...failed }: Failed): Promise<Outcome> {
  const error = cause instanceof ChannelError ? cause : await asChannelError(engine, failed.publication, cause)
  report(engine, failed.publication, error)
  await decide(engine, { ...failed, error })
  await countFailure(engine, failed.channel, error)
  await endAttempt(engine, failed.attempt, {
    outcome: error.kind,
    httpStatus: error.httpStatus,
    answer: `${error.code}: ${error.message}`,
  })
  return { done: error.kind }
}

/** A fault of ours needs a developer, what a person must mend is a warning, the rest mends itself. */
function report(engine: Engine, { id }: Publication, { kind, code, cause }: ChannelError): void {
  const fields = { publication: id, kind, code, err: cause }
  if (code === 'internal') engine.log.error(fields, 'send failed')
  else if (kind === 'rejected' || kind === 'unauthorized') engine.log.warn(fields, 'send failed')
  else engine.log.info(fields, 'send failed')
}

async function decide(engine: Engine, known: Known): Promise<void> {
  const { publication, channel, error } = known
  const kind: FailureKind = error.kind
  switch (kind) {
    case 'rejected':
      await tryTransition(engine, publication, {
        event: 'fail',
        set: { ...reasonOf(error), ...released, wakeAt: null },
        detail: { code: error.code },
      })
      return
    case 'unauthorized':
      await needAttention(engine, channel, error)
      await release(engine, known, { retryAt: engine.now() })
      return
    case 'throttled':
      await holdBackChannel(engine, known)
      return
    case 'unavailable':
      await retryLater(engine, known)
      return
    case 'outcome-unknown':
      await lose(engine, publication, error)
  }
}

const released = { leaseToken: null, leaseUntil: null }

function reasonOf(error: ChannelError) {
  return { failureKind: error.kind, failureCode: error.code, failureMessage: error.message }
}

/** Proven not sent: it does not count as a send. */
async function release(
  engine: Engine,
  { publication, error }: Known,
  { retryAt, tries = publication.tries }: { retryAt: Date; tries?: number },
): Promise<void> {
  await tryTransition(engine, publication, {
    event: 'release',
    set: { ...reasonOf(error), ...released, retryAt, wakeAt: retryAt, tries, sends: publication.sends },
    detail: { code: error.code, retryAt: retryAt.toISOString() },
  })
}

async function holdBackChannel(engine: Engine, known: Known): Promise<void> {
  const until = addSeconds(engine.now(), known.error.retryAfter ?? 60)
  if (known.error.scope === 'channel') await easeChannel(engine, known.channel, until)
  await release(engine, known, { retryAt: until })
}

async function retryLater(engine: Engine, known: Known): Promise<void> {
  const tries = known.publication.tries + 1
  if (tries > MOST_TRIES) {
    const message = `${known.error.message} Đã thử ${MOST_TRIES} lần; hãy kiểm tra rồi bấm Đăng lại.`
    await tryTransition(engine, known.publication, {
      event: 'fail',
      set: { ...reasonOf(known.error), failureMessage: message, ...released, wakeAt: null },
      detail: { code: known.error.code, tries },
    })
    return
  }
  await release(engine, known, { retryAt: addSeconds(engine.now(), retrySeconds(tries, engine.random())), tries })
}

async function lose(engine: Engine, publication: Publication, error: ChannelError): Promise<void> {
  const wait = channelOf(publication.platform).limits.settling.waitSeconds
  await tryTransition(engine, publication, {
    event: 'lose',
    set: { ...reasonOf(error), ...released, looks: 0, absentSince: null, wakeAt: addSeconds(engine.now(), wait) },
    detail: { code: error.code },
  })
}

/** A fault of ours: whether something may be out there depends on whether the send was armed. */
async function asChannelError(engine: Engine, publication: Publication, cause: unknown): Promise<ChannelError> {
  const present = await readPublication(engine, publication.id)
  const kind = present?.armedAt ? 'outcome-unknown' : 'unavailable'
  return new ChannelError(kind, 'Hệ thống gặp lỗi khi gửi bài; quản trị đã được báo.', { code: 'internal', cause })
}
