/** What may happen to some publications, one thing after the other. */
import { constant, constantFrom, integer, oneof, record } from 'fast-check'
import { type Story, watched, within } from '../../support/engine/crash/effects'
import { findWakes, runJob } from '../../support/engine/rest'
import type { Fate, Office } from './office'

const fates: Fate[] = ['taken', 'answer lost', 'unavailable', 'too fast', 'refused', 'error after it was taken']

const verbs = ['cancel', 'send-now', 'reschedule', 'retry'] as const

export const step = oneof(
  record({
    do: constant('schedule' as const),
    minutes: integer({ min: -90, max: 30 }),
    late: constantFrom('hold', 'send', 'cancel'),
  }),
  record({ do: constant('tick' as const) }),
  record({ do: constant('pass' as const), seconds: constantFrom(5, 30, 95, 600, 4_000) }),
  record({ do: constant('fate' as const), fate: constantFrom(...fates) }),
  record({ do: constant('crash' as const), place: integer({ min: 0, max: 9 }) }),
  record({ do: constant('wake' as const) }),
  record({ do: constant('pause' as const), what: constantFrom('everything', 'organization', 'channel') }),
  record({ do: constant('resume' as const) }),
  record({ do: constant('verb' as const), verb: constantFrom(...verbs), which: integer({ min: 0, max: 4 }) }),
  record({ do: constant('answer' as const) }),
)

export type Step = { do: string; [field: string]: unknown }

export type World = Office & {
  ids: string[]
  frozen: { story: Story; work: Promise<unknown> }[]
}

const actor = { id: 'leader', name: 'Trần Văn Lãnh' }

export const steps: Record<string, (world: World, step: Step) => Promise<unknown>> = {
  async schedule(world, { minutes, late }) {
    const id = await world.schedule(Number(minutes), String(late))
    world.ids.push(id)
  },
  tick: (world) => tick(world),
  pass: async ({ clock }, { seconds }) => clock.pass(Number(seconds)),
  fate: async (world, { fate }) => world.fates.push(fate as Fate),
  /** The next worker comes only so far. */
  crash: (world, { place }) => tick(world, Number(place)),
  wake: async (world) => {
    for (const { story, work } of world.frozen.splice(0)) {
      story.wake?.()
      await work
    }
  },
  async pause(world, { what }) {
    const pauses = await import('@/engine/channel/pause')
    const pausing = { because: 'Nghi có bài bị chèn mã', actor }
    if (what === 'everything') await pauses.pauseEverything(world.engine, pausing)
    if (what === 'organization') await pauses.pauseOrganization(world.engine, world.organization, pausing)
    if (what === 'channel') await pauses.pauseChannel(world.engine, await channelOf(world), pausing).catch(refused)
  },
  resume: (world) => resumeAll(world),
  async verb(world, { verb, which }) {
    const id = world.ids[Number(which) % Math.max(1, world.ids.length)]
    if (id) await act(world, id, verb as (typeof verbs)[number])
  },
  answer: (world) => answerAll(world),
}

async function channelOf({ engine, channel }: World): Promise<never> {
  return (await engine.rows.find('channels', { where: { id: channel } }))[0] as never
}

export async function resumeAll(world: World): Promise<void> {
  const pauses = await import('@/engine/channel/pause')
  await pauses.resumeEverything(world.engine, actor)
  await pauses.resumeOrganization(world.engine, world.organization, actor)
  await pauses.resumeChannel(world.engine, await channelOf(world), actor).catch(refused)
  // A channel that is left alone is asked again, and answers well.
  await world.engine.rows.set(
    'channels',
    { id: world.channel },
    { state: 'connected', brokenAt: null, notBefore: null },
  )
}

function refused(cause: unknown): void {
  if (!(cause instanceof Error) || cause.name !== 'Refusal') throw cause
}

async function act(world: World, id: string, verb: (typeof verbs)[number]): Promise<void> {
  const { actOnPublication } = await import('@/engine/desk/publication/verbs')
  const dueAt = new Date(world.clock.now().getTime() + 600_000).toISOString()
  const body = verb === 'reschedule' ? { dueAt } : {}
  await actOnPublication(world.engine, { id, verb, actor, body }).catch(refused)
}

/** A person looks at the page itself, and says what they see. */
export async function answerAll(world: World): Promise<void> {
  const { actOnPublication } = await import('@/engine/desk/publication/verbs')
  for (const id of world.ids) {
    const { state, heldBecause } = await world.read(id)
    const isThere = world.sent.some(({ publication }) => publication === id)
    const url = `http://office.example/tin/${id}`
    if (state !== 'held' || heldBecause?.includes('paused')) continue
    if (isThere) await actOnPublication(world.engine, { id, verb: 'confirm', actor, body: { url } }).catch(refused)
    else await act(world, id, 'send-now')
  }
}

async function tick(world: World, end?: number): Promise<void> {
  const wakes = (await findWakes(sending(world))).filter(({ job }) => job !== 'measure')
  for (const { job, input } of wakes) await runOne(world, { job, input, end })
}

const ofSending = ['sweep-due-publications', 'sweep-held-for-nothing']

/** What has to do with sending; the rest of the timetable is another matter. */
export function sending(world: World) {
  return { ...world, sweeps: world.sweeps.filter(({ name }) => ofSending.includes(name)) }
}

type One = { job: string; input: unknown; end: number | undefined }

function runOne(world: World, { job, input, end }: One): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const story: Story = { effects: [], end }
    const working = { ...world, engine: watched(world.engine) }
    const work = within(story, () => runJob(working, job, input))
    story.reached = () => {
      world.frozen.push({ story, work })
      resolve(null)
    }
    work.then(resolve, reject)
  })
}
