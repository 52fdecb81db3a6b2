/** Runs what is due until nothing is: the sweeps find it, the handlers do it, and the clock jumps to the next hour. */
import type { Engine } from '@/engine'
import type { ChannelRow, Publication } from '@/engine/rows'
import { wakingStates } from '@/publishing/states'
import type { Outcome, Wake } from '~/jobs/runtime/definition'
import type { Clock } from '.'
import type { Modules } from './modules'

type Working = Pick<Modules, 'jobs' | 'sweeps'> & { engine: Engine }

const MOST_ROUNDS = 300

/** One job, as the worker would run it: its input is checked, its handler loaded. */
export async function runJob({ engine, jobs }: Working, name: string, input: unknown): Promise<Outcome> {
  const job = jobs.find((candidate) => candidate.name === name)
  if (!job) throw new Error(`no job ${name}`)
  const handle = await job.handler()
  return handle(engine, job.input.parse(await inputOf(engine, name, input)))
}

const ofChannels = new Set(['publish', 'follow'])

/** A lane is a channel's, and so is what follows it: a test that means one publication names it, and its channel is walked. */
async function inputOf({ rows }: Engine, name: string, input: unknown): Promise<unknown> {
  const { publication } = input as { publication?: string }
  if (!ofChannels.has(name) || publication === undefined) return input
  const [row] = await rows.find<Publication>('publications', { where: { id: publication }, limit: 1 })
  return { channel: row?.channel ?? 'none' }
}

/** Everything that the timetable would wake at this moment. */
export async function findWakes({ engine, sweeps }: Working): Promise<Wake[]> {
  return (await Promise.all(sweeps.map((sweep) => sweep.find(engine)))).flat()
}

/** One tick: whatever is due runs once, all at the same time. */
export async function runDue(working: Working): Promise<Outcome[]> {
  const wakes = await findWakes(working)
  return Promise.all(wakes.map(({ job, input }) => runJob(working, job, input)))
}

/** Until no publication waits for an hour any more. @throws when that never happens. */
export async function runToRest(working: Working & { clock: Clock }): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const outcomes = await runDue(working)
    if (outcomes.length === 0 && !(await jump(working))) return
  }
  throw new Error(`no rest after ${MOST_ROUNDS} rounds: ${JSON.stringify(await findNext(working.engine))}`)
}

/** To the next hour at which a row, or the channel on which it waits, wants to be looked at; false when there is none. */
export async function jump({ engine, clock }: Working & { clock: Clock }, among?: readonly string[]): Promise<boolean> {
  const next = await findNext(engine, among)
  if (!next?.wakeAt) return false
  const hours = [next.wakeAt, ...(await laneHours(engine, next))].map((hour) => hour.getTime())
  clock.pass(Math.max(0, Math.max(...hours) - clock.now().getTime()) / 1000)
  return true
}

async function laneHours({ rows }: Engine, { state, channel: id }: Publication): Promise<Date[]> {
  if (state !== 'scheduled') return []
  const [channel] = await rows.find<ChannelRow>('channels', { where: { id }, limit: 1 })
  return [channel?.laneUntil, channel?.notBefore].flatMap((hour) => hour ?? [])
}

async function findNext({ rows }: Engine, among?: readonly string[]): Promise<Publication | undefined> {
  const ids = among ? { id: { in: among } } : {}
  const [next] = await rows.find<Publication>('publications', {
    where: { ...ids, state: { in: [...wakingStates] }, wakeAt: { above: new Date(0) } },
    sort: 'wakeAt',
    limit: 1,
  })
  return next
}
