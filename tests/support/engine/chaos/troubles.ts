/** Everything that may go wrong, each with how often it does. What a trouble breaks it mends itself after a while. */
import { setTimeout } from 'node:timers/promises'
import { faultNames } from '@/sandbox/desk/faults'
import { changeSettings } from '@/sandbox/zalo/state'
import type { Stage } from '..'
import type { Crew } from './crew'
import type { People } from './people'
import type { Random } from './random'
import type { Servers } from './servers'

export type Place = { stage: Stage; crew: Crew; people: People; servers: Servers | null; random: Random }

export type Trouble = { name: string; weight: number; strike(place: Place): Promise<unknown> }

const platforms = ['facebook', 'zalo', 'youtube', 'telegram']

const actor = (stage: Stage) => ({ id: stage.leader, name: 'Trần Văn Lãnh' })

const usual: Trouble[] = [
  { name: 'a fault of a platform', weight: 12, strike: async (place) => addFault(place) },
  { name: 'lists that lag', weight: 2, strike: async (place) => makeListsLag(place) },
  { name: 'a worker killed', weight: 3, strike: ({ crew, random }) => crew.kill(random) },
  { name: 'a worker asked to end', weight: 2, strike: ({ crew, random }) => crew.stop(random) },
  { name: 'a worker stopped for longer than its lease', weight: 3, strike: standStill },
  { name: 'the clock jumps', weight: 5, strike: async ({ stage, random }) => stage.clock.pass(random.whole(20, 150)) },
  { name: 'people change their minds', weight: 5, strike: ({ people, random }) => people.changeTheirMinds(random) },
  { name: 'everything paused', weight: 1, strike: pauseAll },
  { name: 'the queue emptied', weight: 2, strike: ({ crew }) => crew.emptyQueue() },
]

/** As far as these servers know them. */
export function troublesOf({ servers }: Pick<Place, 'servers'>): Trouble[] {
  if (!servers) return usual
  const { restartDatabase, restartQueue, elect, fillDisk } = servers
  const ofServers: [string, ((random: Random) => Promise<void>) | undefined][] = [
    ['the database killed', restartDatabase],
    ['Redis killed', restartQueue && ((random) => restartQueue(random.whole(1, 6)))],
    ['another primary elected', elect],
    ['the disk full', fillDisk && ((random) => fillDisk(random.whole(1, 5)))],
  ]
  return [
    ...usual,
    ...ofServers.flatMap(([name, strike]) =>
      strike ? [{ name, weight: 1, strike: ({ random }: Place) => strike(random) }] : [],
    ),
  ]
}

export function pickTrouble(troubles: readonly Trouble[], random: Random): Trouble {
  const whole = troubles.reduce((sum, { weight }) => sum + weight, 0)
  let chance = random.next() * whole
  return troubles.find(({ weight }) => (chance -= weight) < 0) ?? (troubles[0] as Trouble)
}

function addFault({ stage, random }: Place): void {
  const platform = random.pick(platforms)
  const fault = random.pick(faultNames)
  const rule = { platform, call: '*', fault, times: random.whole(1, 4), seconds: 1 }
  const seeded = random.next() < 0.5 ? { probability: 0.3, seed: String(random.whole(1, 1e6)) } : {}
  stage.places.sandbox.desk.faults.add({ ...rule, ...seeded })
}

function makeListsLag({ stage, random }: Place): void {
  const { knobs } = stage.places.sandbox.desk
  const seconds = random.pick([0, 60, 300])
  for (const platform of ['facebook', 'youtube', 'zalo']) knobs.turn(platform, 'listLagSeconds', seconds)
}

/** Meanwhile its leases end, and somebody else may take what it had. */
async function standStill({ stage, crew, random }: Place): Promise<void> {
  const frozen = crew.freeze(random)
  stage.clock.pass(95)
  await setTimeout(random.whole(200, 2_500))
  frozen.thaw()
}

async function pauseAll({ stage, random }: Place): Promise<void> {
  await stage.pauseEverything(stage.engine, { because: 'Nghi có bài bị chèn mã', actor: actor(stage) })
  await setTimeout(random.whole(100, 1_500))
  await stage.resumeEverything(stage.engine, actor(stage))
}

/** After the storm: nothing is broken any more. */
export function calm({ places }: Stage): void {
  const { desk } = places.sandbox
  desk.faults.clear()
  for (const platform of ['facebook', 'youtube', 'zalo']) desk.knobs.turn(platform, 'listLagSeconds', 0)
  changeSettings(desk, { appears: 'when-accepted', looks: 0 })
}
