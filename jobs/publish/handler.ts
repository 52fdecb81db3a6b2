import { channelOf } from '@/channels/registry'
import type { Engine } from '@/engine'
import { type CredentialsOf, credentialsForTurn } from '@/engine/credentials'
import { readChannel } from '@/engine/desk/read-content'
import { findStop } from '@/engine/channel/stops'
import { findDueOn } from '@/engine/send/lane/due'
import { takeLane } from '@/engine/send/lane/take'
import type { ChannelRow, Publication } from '@/engine/rows'
import { easeChannel } from '@/engine/send/call'
import { addSeconds } from '@/platform/clock'
import type { Outcome } from '../runtime/definition'
import { summary } from '../runtime/summary'
import { type Around, guard } from './guard'
import { send } from './send'

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

/** A film may take minutes: whatever was read before it is read again. */
const FRESH_SECONDS = 5

/** What is to be sent next, and what was read with it; a pause that comes meanwhile is met before the post goes out. */
type Turn = Around & { readAt: Date; waiting: Publication; more: Publication[]; seen: Set<string> }

async function walk(engine: Engine, channel: ChannelRow): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const credentialsOf = credentialsForTurn(engine, channelOf(channel.platform))
  let turn = await lookFor(engine, channel, new Set())
  while (turn) {
    const outcome = await take(engine, turn, credentialsOf)
    outcomes.push(outcome)
    turn = outcomes.length < MOST_AT_ONCE && !isOver(outcome) ? await nextTurn(engine, turn, outcome) : null
  }
  return outcomes
}

async function take(engine: Engine, turn: Turn, credentialsOf: CredentialsOf): Promise<Outcome> {
  const { waiting, channel, seen } = turn
  seen.add(markOf(waiting))
  const outcome = (await guard(engine, waiting, turn)) ?? (await send(engine, waiting, { channel, credentialsOf }))
  const pacing = pacingOf(channel)
  if ('done' in outcome && pacing > 0) await easeChannel(engine, channel, addSeconds(engine.now(), pacing))
  return outcome
}

async function nextTurn(engine: Engine, turn: Turn, outcome: Outcome): Promise<Turn | null> {
  const [waiting, ...more] = turn.more
  if (!waiting || changing.has(wordOf(outcome)) || engine.now() > addSeconds(turn.readAt, FRESH_SECONDS))
    return lookFor(engine, await readChannel(engine, turn.channel.id), turn.seen)
  return engine.stopping.aborted ? null : { ...turn, waiting, more }
}

/** The platform may have asked for a rest of the whole channel, or have refused one post too many; somebody paused it. */
const changing = new Set(['throttled', 'rejected', 'paused'])

/** `seen`: what did not move when it was looked at is not looked at again and again. */
async function lookFor(engine: Engine, channel: ChannelRow, seen: Set<string>): Promise<Turn | null> {
  if (engine.stopping.aborted || mustRest(engine, channel)) return null
  const due = await findDueOn(engine, channel, pacingOf(channel) > 0 ? 1 : undefined)
  const [waiting, ...more] = due.filter((row) => !seen.has(markOf(row)))
  return waiting ? { channel, stop: await findStop(engine, channel), readAt: engine.now(), waiting, more, seen } : null
}

/** After these somebody else begins anew: the platform is away, the channel has changed, or this worker was too slow. */
function isOver(outcome: Outcome): boolean {
  return ends.has(wordOf(outcome))
}

function wordOf(outcome: Outcome): string {
  return 'done' in outcome ? outcome.done : outcome.skipped
}

const ends = new Set(['unavailable', 'outcome-unknown', 'unauthorized', 'lease lost'])

function markOf({ id, revision }: Publication): string {
  return `${id} ${revision}`
}

/** A platform that said "too fast" is left alone by the whole channel, and so is one that had a post a moment ago. */
function mustRest({ now }: Engine, { notBefore }: ChannelRow): boolean {
  return notBefore !== null && notBefore > now()
}

function pacingOf({ platform, pacingSeconds }: ChannelRow): number {
  return pacingSeconds ?? channelOf(platform).limits.pacingSeconds
}
