/** A storm over many publications, then calm, then the verdict. */
import { setTimeout } from 'node:timers/promises'
import type { ChannelRow, Publication } from '@/engine/rows'
import { wakingStates } from '@/publishing/states'
import type { Stage } from '..'
import type { Bundles } from '../processes'
import { openCrew } from './crew'
import { openPeople, type People } from './people'
import { randomOf } from './random'
import type { Servers } from './servers'
import { buildTown } from './town'
import { calm, pickTrouble, type Place, troublesOf } from './troubles'
import { judgeTown, type Verdict } from './verdict'

export type Storm = {
  publications: number
  /** How long it storms; real seconds. */
  seconds: number
  seed: number
  workers: number
  say?(line: string): void
}

export type Report = {
  verdict: Verdict
  troubles: Record<string, number>
  accidents: string[]
  /** The slowest end of a worker that was asked to end. */
  slowestStop: number
  seconds: number
}

type Given = { stage: Stage; bundles: Bundles; servers: Servers | null }

const PAUSE_MILLISECONDS = 150

/** The clock jumps about as much again as it goes. */
const STRETCH = 3

/** Pages rest between posts and films have a daily quota: the more of them, the more hours are to be jumped over. */
const REST_SECONDS = { least: 900, each: 0.12 }

export async function runStorm({ stage, bundles, servers }: Given, storm: Storm): Promise<Report> {
  const random = randomOf(storm.seed)
  const say = storm.say ?? (() => undefined)
  const town = await buildTown(stage, { ...storm, seconds: storm.seconds * STRETCH, random })
  say(`${town.length} bài đã hẹn giờ`)
  const people = await openPeople(stage)
  const crew = await openCrew(bundles, storm.workers)
  const place: Place = { stage, crew, people, servers, random }
  const begin = performance.now()
  const troubles = await strikeUntil(place, { until: begin + storm.seconds * 1000, say })
  calm(stage)
  say('bão tan, chờ mọi bài đến nơi')
  const most = REST_SECONDS.least + storm.publications * REST_SECONDS.each
  await comeToRest({ stage, people, say }, most)
  const slowestStop = await crew.dismiss()
  const seconds = (performance.now() - begin) / 1000
  return { verdict: await judgeTown(stage, town), troubles, accidents: crew.accidents(), slowestStop, seconds }
}

type Watch = { until: number; say(line: string): void }

async function strikeUntil(place: Place, { until, say }: Watch): Promise<Record<string, number>> {
  const known = troublesOf(place)
  const struck: Record<string, number> = {}
  for (let turn = 0; performance.now() < until; turn += 1) {
    const { name, strike } = pickTrouble(known, place.random)
    await patiently(() => strike(place))
    struck[name] = (struck[name] ?? 0) + 1
    if (turn % 3 === 0) await patiently(() => place.people.reconnect())
    if (turn % 2 === 0) await patiently(() => place.people.decide())
    if (turn % 50 === 0) say(`${turn} sự cố, ${await patiently(() => describe(place.stage))}`)
    await setTimeout(PAUSE_MILLISECONDS)
  }
  return struck
}

/** The desk's own questions wait while the database is away. */
async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; tries < 60; tries += 1) {
    const done = await work().then(
      (result) => ({ result }),
      () => null,
    )
    if (done) return done.result
    await setTimeout(500)
  }
  return work()
}

type Resting = { stage: Stage; people: People; say(line: string): void }

/** Two looks, so that a post that goes from one state to another between the questions of one is not overlooked. */
const QUIET_LOOKS = 2

/** Nothing waits for an hour, and nobody is asked anything more. */
async function comeToRest({ stage, people, say }: Resting, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000
  let quiet = 0
  for (let turn = 0; ; turn += 1) {
    if (turn % 100 === 99) say(await patiently(() => describe(stage)))
    await patiently(() => people.reconnect())
    const asked = await patiently(() => people.decide())
    const waiting = await patiently(() => readWaiting(stage))
    quiet = asked === 0 && waiting.length === 0 ? quiet + 1 : 0
    if (quiet === QUIET_LOOKS || performance.now() > end) return
    passToNext(stage, waiting)
    await setTimeout(100)
  }
}

type Waiting = { state: Publication['state']; at: number }

/** What is being sent, or due and waits for a worker or a lane, is given some time; the rest is jumped over. */
function passToNext({ clock }: Stage, waiting: readonly Waiting[]): void {
  const next = Math.min(...waiting.map(({ at }) => at))
  const seconds = (next - clock.now().getTime()) / 1000
  const isAtWork = waiting.some(({ state }) => state === 'sending')
  clock.pass(!isAtWork && seconds > 1 && Number.isFinite(seconds) ? seconds : 1)
}

/** The first of each channel and state, at its hour or when its channel has rested. */
async function readWaiting({ engine }: Stage): Promise<Waiting[]> {
  const channels = await engine.rows.find<ChannelRow>('channels', { where: {}, select: ['notBefore'] })
  const firstOf = async ({ id, notBefore }: ChannelRow, state: Publication['state']): Promise<Waiting[]> => {
    const where = { channel: id, state }
    const query = { where, select: ['wakeAt'], sort: 'wakeAt', limit: 1 }
    const found = await engine.rows.find<Publication>('publications', query)
    const rested = state === 'scheduled' ? (notBefore?.getTime() ?? 0) : 0
    return found.map(({ wakeAt }) => ({ state, at: Math.max(wakeAt?.getTime() ?? Number.POSITIVE_INFINITY, rested) }))
  }
  const each = channels.flatMap((channel) => wakingStates.map((state) => firstOf(channel, state)))
  return (await Promise.all(each)).flat()
}

async function describe({ engine }: Stage): Promise<string> {
  const states = ['scheduled', 'sending', 'processing', 'unknown', 'held', 'failed', 'published']
  const counts = await Promise.all(
    states.map(async (state) => `${state} ${await engine.rows.count('publications', { state })}`),
  )
  return counts.join(', ')
}

/** Faults of the verdict, counted; 0 is what we promise. */
export function faultsOf({ verdict, accidents }: Report): number {
  return Object.values(verdict.faults).reduce((sum, list) => sum + list.length, accidents.length)
}
