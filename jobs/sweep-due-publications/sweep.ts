import type { Engine } from '@/engine'
import { busyLanes, freeLanes, type FreeLane } from '@/engine/send/lane/due'
import type { State } from '@/publishing/states'
import { wakingStates } from '@/publishing/states'
import { sendQueue } from '../publish/definition'
import { type Sweep, type Wake, wakeId } from '../runtime/definition'

type Waiting = { id: string; channel: string; state: State; revision: number; looks: number }

const BATCH = 200

const MINUTE = 60_000

/** Every second, in every worker: rows whose hour has come. The row decides; the queue only wakes somebody. */
export const sweepDuePublications: Sweep = {
  name: 'sweep-due-publications',
  cron: '* * * * * *',
  async find(engine) {
    const found = await findDue(engine, { state: { in: [...wakingStates] } })
    const due = found.length < BATCH ? found : await findFairly(engine)
    const scheduled = channelsWith(due, 'scheduled')
    const lanes = scheduled.length > 0 ? await freeLanes(engine, scheduled) : []
    return [
      ...lanes.map((lane) => wakeLane(engine, lane)),
      ...channelsWith(due, 'processing').map(wakeFollower),
      ...due.filter(isInDoubt).map(wakeSettler),
    ]
  },
}

/** More is due than one look takes: each state has its share, and a channel that is at work leaves its own to the others. */
async function findFairly(engine: Engine): Promise<Waiting[]> {
  const busy = await busyLanes(engine)
  const own = wakingStates.map((state) =>
    findDue(engine, state === 'scheduled' && busy.length > 0 ? { state, channel: { notIn: busy } } : { state }),
  )
  return (await Promise.all(own)).flat()
}

function findDue({ rows, now }: Engine, where: object): Promise<Waiting[]> {
  return rows.find<Waiting>('publications', {
    where: { ...where, wakeAt: { atMost: now() } },
    select: ['channel', 'state', 'revision', 'looks'],
    sort: 'wakeAt',
    limit: BATCH,
  })
}

/** The id changes with every turn of the lane, and with the minute in case a job was lost before it took its turn. */
function wakeLane({ now }: Engine, { id, platform, laneUntil }: FreeLane): Wake {
  const turn = laneUntil?.getTime() ?? 0
  const minute = Math.floor(now().getTime() / MINUTE)
  const input = { channel: id }
  return { job: 'publish', queue: sendQueue(platform), id: wakeId('publish', id, turn, minute), input }
}

function channelsWith(due: readonly Waiting[], state: State): string[] {
  return [...new Set(due.filter((waiting) => waiting.state === state).map(({ channel }) => channel))]
}

/** It was sent, or its sender is gone: it may be there or not. */
function isInDoubt({ state }: Waiting): boolean {
  return state !== 'scheduled' && state !== 'processing'
}

/** Whoever follows what a channel works on takes all of it: nobody else while that is under way. */
function wakeFollower(channel: string): Wake {
  return { job: 'follow', queue: 'follow', id: wakeId('follow', channel), input: { channel } }
}

/** One by one: each is a question of its own. */
function wakeSettler({ id, revision, looks }: Waiting): Wake {
  return { job: 'settle', queue: 'settle', id: wakeId('settle', id, revision, looks), input: { publication: id } }
}
