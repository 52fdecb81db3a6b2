import { channelOf } from '@/channels/registry'
import type { Engine } from '@/engine'
import { credentialsForTurn } from '@/engine/credentials'
import { readChannel } from '@/engine/desk/read-content'
import { findDueOn } from '@/engine/send/lane/due'
import { takeLane } from '@/engine/send/lane/take'
import type { ChannelRow } from '@/engine/rows'
import { easeChannel } from '@/engine/send/call'
import { addSeconds } from '@/platform/clock'
import type { Outcome } from '../runtime/definition'
import { type Entry, entryOf } from './entry'
import { type CredentialsOf, giveBack, send } from './send'

/** Then the lane is given back, so that a busy channel does not keep a place in the queue for itself. */
const MOST_AT_ONCE = 50

/** A channel's lane: what is due goes out one after the other, as far apart as the channel wants. */
export async function handle(engine: Engine, { channel: id }: { channel: string }): Promise<Outcome> {
  const lane = await takeLane(engine, id)
  if (!lane) return { skipped: 'somebody is at work on this channel' }
  try {
    if (mustRest(engine, lane.channel)) return { skipped: 'channel waits' }
    return summary(await walk(engine, lane.channel))
  } finally {
    await lane.stop()
  }
}

/** What is to be sent next, and what was read with it. */
type Turn = { channel: ChannelRow; entry: Entry; more: Entry[] }

async function walk(engine: Engine, channel: ChannelRow): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const seen = new Set<string>()
  const credentialsOf = credentialsForTurn(engine, channelOf(channel.platform))
  let turn = await lookFor(engine, channel, seen)
  while (turn) {
    const isLast = outcomes.length + 1 >= MOST_AT_ONCE
    const next = isLast ? null : (turn.more[0] ?? null)
    const outcome = await take(engine, turn, { next, credentialsOf })
    seen.add(turn.entry.mark)
    outcomes.push(outcome)
    turn = isLast || isOver(outcome) ? await leave(engine, next) : await nextTurn(engine, turn, { outcome, seen })
  }
  return outcomes
}

type Taking = { next: Entry | null; credentialsOf: CredentialsOf }

async function take(engine: Engine, { channel, entry }: Turn, { next, credentialsOf }: Taking): Promise<Outcome> {
  const taken = await entry.take()
  if ('skipped' in taken) return taken.skipped
  next?.prepare()
  const outcome = await send(engine, taken.claimed, { channel, credentialsOf, meanwhile: () => takeNext(engine, next) })
  const pacing = pacingOf(channel)
  if ('done' in outcome && pacing > 0) await easeChannel(engine, channel, addSeconds(engine.now(), pacing))
  return outcome
}

/**
 * The next one is claimed in the moment in which this one's answer is written down, and looked at while the platform answers:
 * two waits less for each. It is sent when both are durable, so that a channel still has one post at a time.
 */
async function takeNext(engine: Engine, next: Entry | null): Promise<void> {
  // What goes wrong is told when it is this one's turn.
  if (next && !engine.stopping.aborted) await next.take().catch(() => undefined)
}

/** What was claimed and is not sent after all waits again. */
async function leave(engine: Engine, next: Entry | null): Promise<null> {
  const taken = await next?.taken()?.catch(() => null)
  if (taken && 'claimed' in taken) await giveBack(engine, taken.claimed)
  return null
}

type Before = { outcome: Outcome; seen: Set<string> }

async function nextTurn(engine: Engine, { channel, more: rest }: Turn, before: Before): Promise<Turn | null> {
  const { outcome, seen } = before
  const [entry, ...more] = rest
  // The platform may have asked for a rest of the whole channel, or have refused one post too many.
  const isToBeReadAnew = 'done' in outcome && changing.has(outcome.done)
  if (!entry || isToBeReadAnew) return lookFor(engine, await readChannel(engine, channel.id), seen)
  return engine.stopping.aborted ? leave(engine, entry) : { channel, entry, more }
}

const changing = new Set(['throttled', 'rejected'])

/** `seen`: what did not move when it was looked at is not looked at again and again. */
async function lookFor(engine: Engine, channel: ChannelRow, seen: Set<string>): Promise<Turn | null> {
  if (engine.stopping.aborted || mustRest(engine, channel)) return null
  const due = await findDueOn(engine, channel, pacingOf(channel) > 0 ? 1 : undefined)
  const entries = due.map((row) => entryOf(engine, row, channel))
  const [entry, ...more] = entries.filter(({ mark }) => !seen.has(mark))
  return entry ? { channel, entry, more } : null
}

/** After these somebody else begins anew: the platform is away, the channel has changed, or this worker was too slow. */
function isOver(outcome: Outcome): boolean {
  return ends.has('done' in outcome ? outcome.done : outcome.skipped)
}

const ends = new Set(['unavailable', 'outcome-unknown', 'unauthorized', 'lease lost'])

/** A platform that said "too fast" is left alone by the whole channel, and so is one that had a post a moment ago. */
function mustRest({ now }: Engine, { notBefore }: ChannelRow): boolean {
  return notBefore !== null && notBefore > now()
}

function pacingOf({ platform, pacingSeconds }: ChannelRow): number {
  return pacingSeconds ?? channelOf(platform).limits.pacingSeconds
}

function summary(outcomes: readonly Outcome[]): Outcome {
  const [first] = outcomes
  if (!first) return { skipped: 'nothing due' }
  return outcomes.length === 1 ? first : { done: `${outcomes.length} publications` }
}
