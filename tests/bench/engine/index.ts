/** The engine on both stacks: what it costs over its drivers, how fast a worker starts, how much it holds. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { settledImports } from '@/platform/launch/run/children.mjs'
import type { Burst } from './burst'
import type { Figures, Order } from './stack'
import { print } from '../table'

const stacks = ['embedded', 'production'] as const

const names = { embedded: 'PostgreSQL', production: 'MongoDB + Redis' }

type Line = [string, (figures: Figures) => string | null]

const lines = (burst: number): Line[] => {
  const of = (show: (burst: Burst) => string) => (figures: Figures) => {
    const found = figures.bursts[burst]
    return found ? show(found) : null
  }
  return [
    ['posts due at one instant, 20 channels', of(({ posts }) => String(posts))],
    ['every call answered after', of(({ answerMilliseconds }) => `${answerMilliseconds} ms`)],
    ['engine, to the last accept', of(({ engine }) => `${(engine / 1000).toFixed(1)} s`)],
    ['bare drivers, as many lanes', of(({ bare }) => `${(bare / 1000).toFixed(1)} s`)],
    ['ratio', of(({ engine, bare }) => `${(engine / bare).toFixed(2)} ×`)],
    ['posts a second, engine', of(({ posts, engine }) => ((posts * 1000) / engine).toFixed(0))],
    ['from the hour to the armed mark, p50', of(({ p50 }) => `${(p50 / 1000).toFixed(1)} s`)],
    ['the same, p99', of(({ p99 }) => `${(p99 / 1000).toFixed(1)} s`)],
  ]
}

const sweepLine = (place: number): Line => [
  `one look at the timetable, ${['few', 'more', 'most'][place]} rows waiting`,
  ({ sweep }) => {
    const found = sweep[place]
    return found ? `${found.milliseconds.toFixed(2)} ms (${found.rows})` : null
  },
]

const crewLine = (place: number): Line => [
  `posts a second, 120 channels, answers after 300 ms, ${['1 worker', '2 workers', '4 workers'][place]}`,
  ({ crews }) => crews && (crews.sizes[place]?.postsASecond.toFixed(0) ?? null),
]

const lateLine = (place: number, share: 'p50' | 'p99'): Line => [
  `200 posts of one minute, ${['1 worker', '2 workers'][place]}: late by, ${share}`,
  ({ crews }) => crews && `${((crews.minutes[place]?.[share] ?? Number.NaN) / 1000).toFixed(2)} s`,
]

const rows: Line[] = [
  ...lines(0),
  ...lines(1),
  ...[0, 1, 2].map(crewLine),
  ...[0, 1].flatMap((place) => [lateLine(place, 'p50'), lateLine(place, 'p99')]),
  ...[0, 1, 2].map(sweepLine),
  ['worker ready after (best of 3)', ({ worker }) => worker && `${worker.start.toFixed(0)} ms`],
  ['idle worker, resident', ({ worker }) => worker && `${worker.resident.toFixed(0)} MB`],
  ['idle worker, of one core', ({ worker }) => worker && `${(worker.cpu * 100).toFixed(1)} %`],
  ['idle worker, queries a second', ({ worker }) => worker && worker.queriesASecond.toFixed(1)],
]

/** `parts` are `burst`, `crew`, `sweep` and `worker`, or some of them. */
export async function benchEngine(order: Order): Promise<void> {
  const measured: [string, Figures][] = []
  for (const stack of stacks) {
    const figures = await measure(stack, order)
    if (figures) measured.push([names[stack], figures])
  }
  const shown = rows.filter(([, show]) => measured.some(([, figures]) => show(figures)))
  process.stdout.write('The engine on its stacks\n')
  print([
    ['', ...measured.map(([name]) => name)],
    ...shown.map(([name, show]) => [name, ...measured.map(([, figures]) => show(figures) ?? '')]),
  ])
}

/** Each stack in a process of its own: the environment is read once. Null, with the reason printed, where it does not run. */
async function measure(stack: (typeof stacks)[number], order: Order): Promise<Figures | null> {
  const child = fork(fileURLToPath(new URL('stack.ts', import.meta.url)), [JSON.stringify(order)], {
    execArgv: [...settledImports, '--import', 'tsx'],
    env: { ...process.env, STACK: stack, DISABLE_PAYLOAD_HMR: 'true' },
  })
  let figures: Figures | null = null
  child.on('message', (message) => (figures = message as Figures))
  await once(child, 'exit')
  if (!figures) process.stdout.write(`left out: ${names[stack]} (see above)\n`)
  return figures
}
