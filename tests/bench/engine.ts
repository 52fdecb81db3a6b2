/** The engine on both stacks: what it costs over its drivers, how fast a worker starts, how much it holds. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { settledImports } from '@/platform/launch/run/children.mjs'
import type { Figures } from './stack'
import { print } from './table'

const stacks = ['embedded', 'production'] as const

const names = { embedded: 'PostgreSQL', production: 'MongoDB + Redis' }

const rows: [string, (figures: Figures) => string | null][] = [
  ['200 posts due at once, engine', ({ burst }) => burst && `${burst.engine.toFixed(0)} ms`],
  ['the same by the bare driver', ({ burst }) => burst && `${burst.bare.toFixed(0)} ms`],
  ['ratio', ({ burst }) => burst && `${(burst.engine / burst.bare).toFixed(1)} ×`],
  ['posts a second, engine', ({ burst }) => burst && ((burst.posts * 1000) / burst.engine).toFixed(0)],
  [
    'cost of the engine for one post',
    ({ burst }) => burst && `${((burst.engine - burst.bare) / burst.posts).toFixed(1)} ms`,
  ],
  ['worker ready after (best of 3)', ({ worker }) => worker && `${worker.start.toFixed(0)} ms`],
  ['idle worker, resident', ({ worker }) => worker && `${worker.resident.toFixed(0)} MB`],
]

/** `parts` are `burst` and `worker`, or one of them. */
export async function benchEngine(parts: readonly string[]): Promise<void> {
  const measured: [string, Figures][] = []
  for (const stack of stacks) {
    const figures = await measure(stack, parts)
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
async function measure(stack: (typeof stacks)[number], parts: readonly string[]): Promise<Figures | null> {
  const child = fork(fileURLToPath(new URL('stack.ts', import.meta.url)), [...parts], {
    execArgv: [...settledImports, '--import', 'tsx'],
    env: { ...process.env, STACK: stack, DISABLE_PAYLOAD_HMR: 'true' },
  })
  let figures: Figures | null = null
  child.on('message', (message) => (figures = message as Figures))
  await once(child, 'exit')
  if (!figures) process.stdout.write(`left out: ${names[stack]} (see above)\n`)
  return figures
}
