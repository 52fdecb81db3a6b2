/** A post that is up comes down: by its driver, once; tried again while it may still help, otherwise a person is told what to do. */
import { ChannelError } from '@/channels/contract'
import { channelOf } from '@/channels/registry'
import { addSeconds } from '@/platform/clock'
import { Refusal } from '@/platform/errors'
import { MOST_TRIES, retrySeconds } from '@/publishing/backoff'
import { TransitionError } from '@/publishing/states'
import type { Engine } from '../..'
import { needAttention } from '../../channel/attention'
import type { ChannelRow, Publication } from '../../rows'
import { easeChannel } from '../../send/call'
import { tryTransition } from '../../transition'
import { giveBackLive, takeLive, withoutLease } from '../publication/live-lease'
import { withoutRecall } from '../publication/verbs'
import { takeDown } from '../publication/withdraw'
import { readChannel } from '../read-content'
import type { Recall } from './row'
import { needPerson, tryLater } from './stage'
import { reconnectFirst, silent, slowed, stillTrying, takeDownByHand } from './words'

/** Somebody changes the post at this moment, or took it down a moment ago. */
const BUSY_SECONDS = 3
const LONGEST_WAIT_SECONDS = 900
const THROTTLED_SECONDS = 60

export async function withdrawLive(engine: Engine, publication: Publication, recall: Recall): Promise<Date | null> {
  const { recallStage, recallWakeAt } = publication
  const isPersonsTurn = recallStage !== 'waiting' && !recallWakeAt
  if (isPersonsTurn) return null
  if (recallWakeAt && recallWakeAt > engine.now()) return recallWakeAt
  const taken = await takeLive(engine, publication)
  if (!taken) return addSeconds(engine.now(), BUSY_SECONDS)
  try {
    await takeDown(engine, taken)
    await recordDown(engine, taken, recall)
    return null
  } catch (cause) {
    return recordProblem(engine, taken, cause)
  } finally {
    await giveBackLive(engine, taken)
  }
}

/** Losing the race is no matter: whoever moved it, it is down. */
async function recordDown(engine: Engine, publication: Publication, recall: Recall): Promise<void> {
  await tryTransition(engine, publication, {
    event: 'withdraw',
    set: {
      withdrawnAt: engine.now(),
      wakeAt: null,
      ...withoutLease,
      ...withoutRecall,
      recallMessage: leftBehind(publication),
    },
    actor: { id: recall.by, name: recall.byName },
    detail: { because: 'recall', reason: recall.because },
  })
}

function leftBehind({ platform, snapshot }: Publication): string | null {
  return (snapshot && channelOf(platform).leftBehind?.(snapshot.draft)) ?? null
}

async function recordProblem(engine: Engine, publication: Publication, cause: unknown): Promise<Date | null> {
  const channel = await readChannel(engine, publication.channel)
  if (cause instanceof Refusal)
    return needPerson(engine, publication, {
      stage: 'by-hand',
      code: cause.code,
      message: takeDownByHand(publication, channel, cause.message),
    })
  if (cause instanceof TransitionError) return addSeconds(engine.now(), BUSY_SECONDS)
  if (cause instanceof ChannelError) return recordAnswer(engine, { publication, channel, error: cause })
  engine.log.error({ publication: publication.id, err: cause }, 'a recall could not take a post down')
  return retry(engine, publication, { code: 'internal', message: 'Hệ thống gặp lỗi khi gỡ bài.' })
}

type Answered = { publication: Publication; channel: ChannelRow; error: ChannelError }

async function recordAnswer(engine: Engine, { publication, channel, error }: Answered): Promise<Date | null> {
  const { code, message } = error
  switch (error.kind) {
    case 'rejected':
      return needPerson(engine, publication, {
        stage: 'by-hand',
        code,
        message: takeDownByHand(publication, channel, `Nền tảng không cho gỡ: ${message}`),
      })
    case 'unauthorized':
      await needAttention(engine, channel, error)
      return needPerson(engine, publication, { stage: 'failed', code, message: reconnectFirst(channel, message) })
    case 'throttled':
      return rest(engine, { publication, channel, error })
    case 'unavailable':
    case 'outcome-unknown':
      return retry(engine, publication, { code, message: silent(channel) })
  }
}

/** It was not tried, so it does not count. */
async function rest(engine: Engine, { publication, channel, error }: Answered): Promise<Date> {
  const { code } = error
  const message = slowed(channel)
  const inSeconds = error.retryAfter ?? THROTTLED_SECONDS
  if (error.scope === 'channel') await easeChannel(engine, channel, addSeconds(engine.now(), inSeconds))
  const tries = publication.recallTries ?? 0
  return tryLater(engine, publication, { stage: 'waiting', code, message, tries, inSeconds })
}

/** It does not end after some tries, as a send does: what is wrong and up goes on doing harm. */
async function retry(
  engine: Engine,
  publication: Publication,
  { code, message }: { code: string; message: string },
): Promise<Date> {
  const tries = (publication.recallTries ?? 0) + 1
  const inSeconds = Math.min(LONGEST_WAIT_SECONDS, retrySeconds(tries, engine.random()))
  const isStuck = tries > MOST_TRIES
  const stand = { code, tries, inSeconds, message: isStuck ? stillTrying(message, tries) : message }
  return tryLater(engine, publication, { ...stand, stage: isStuck ? 'failed' : 'waiting' })
}
