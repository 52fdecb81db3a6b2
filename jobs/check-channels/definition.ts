import { z } from 'zod'
import type { Engine } from '@/engine'
import { addSeconds } from '@/platform/clock'
import { type JobDefinition, type Sweep, type Wake, wakeId } from '../runtime/definition'

export const input = z.strictObject({ channel: z.string() })

/** Once a day, and before anything goes out: is the channel still ours, and how much does the platform still take? */
export const checkChannels: JobDefinition<z.infer<typeof input>> = {
  name: 'check-channels',
  input,
  queues: ['check-channels'],
  concurrency: 1,
  handler: async () => (await import('./handler')).handle,
}

const DAY_SECONDS = 86_400

/** A little before a post itself is looked at: what is found here is told with it. */
const AHEAD_SECONDS = 2_100
const FRESH_SECONDS = 3_600
const MOST_DUE = 5_000

export const sweepUncheckedChannels: Sweep = {
  name: 'sweep-unchecked-channels',
  cron: '30 * * * * *',
  find: async (engine) => (await findUnchecked(engine, DAY_SECONDS)).map(wakeOf),
}

export const sweepBeforeSends: Sweep = {
  name: 'sweep-before-sends',
  cron: '45 * * * * *',
  async find(engine) {
    const unchecked = await findUnchecked(engine, FRESH_SECONDS)
    if (unchecked.length === 0) return []
    const busy = await findBusy(engine, unchecked)
    return unchecked.filter(({ id }) => busy.has(id)).map(wakeOf)
  },
}

/** What is left alone because its sends failed is asked for its health, ever less often. */
export const sweepBrokenChannels: Sweep = {
  name: 'sweep-broken-channels',
  cron: '*/20 * * * * *',
  find: async ({ rows, now }) => {
    const where = { state: 'attention', probeAt: { atMost: now() } }
    const found = await rows.find<Unchecked>('channels', { where, select: ['notBefore'], sort: 'probeAt', limit: 500 })
    return found.filter((channel) => isAwake(channel, now())).map(wakeOf)
  },
}

type Unchecked = { id: string; notBefore: Date | null }

/** A channel that the platform asked to rest is left alone until then. */
async function findUnchecked({ rows, now }: Engine, seconds: number): Promise<Unchecked[]> {
  const found = await rows.find<Unchecked>('channels', {
    where: { state: 'connected', checkedAt: { atMost: addSeconds(now(), -seconds) } },
    select: ['notBefore'],
    sort: 'checkedAt',
    limit: 500,
  })
  return found.filter((channel) => isAwake(channel, now()))
}

function isAwake({ notBefore }: Unchecked, now: Date): boolean {
  return !notBefore || notBefore <= now
}

async function findBusy({ rows, now }: Engine, unchecked: readonly Unchecked[]): Promise<Set<string>> {
  const due = await rows.find<{ id: string; channel: string }>('publications', {
    where: {
      channel: { in: unchecked.map(({ id }) => id) },
      state: 'scheduled',
      wakeAt: { atMost: addSeconds(now(), AHEAD_SECONDS) },
    },
    select: ['channel'],
    sort: 'wakeAt',
    limit: MOST_DUE,
  })
  return new Set(due.map(({ channel }) => channel))
}

function wakeOf({ id }: Unchecked): Wake {
  return { job: 'check-channels', queue: 'check-channels', id: wakeId('check', id), input: { channel: id } }
}
