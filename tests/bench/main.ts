/** `npm run bench`: what the engine costs over its drivers, how fast a worker starts, how much it holds. Never part of a test. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { settledImports } from '@/platform/launch/run/children.mjs'
import type { Figures } from './stack'

const stacks = ['embedded', 'production'] as const

const names = { embedded: 'PostgreSQL', production: 'MongoDB + Redis' }

const rows: [string, (figures: Figures) => string][] = [
  ['200 posts due at once, engine', ({ engine }) => `${engine.toFixed(0)} ms`],
  ['the same by the bare driver', ({ bare }) => `${bare.toFixed(0)} ms`],
  ['ratio', ({ engine, bare }) => `${(engine / bare).toFixed(1)} ×`],
  ['posts a second, engine', ({ engine, posts }) => ((posts * 1000) / engine).toFixed(0)],
  ['cost of the engine for one post', ({ engine, bare, posts }) => `${((engine - bare) / posts).toFixed(1)} ms`],
  ['worker ready after (best of 3)', ({ start }) => `${start.toFixed(0)} ms`],
  ['idle worker, resident', ({ resident }) => `${resident.toFixed(0)} MB`],
]

const measured: [string, Figures][] = []
for (const stack of stacks) {
  const figures = await measure(stack)
  if (figures) measured.push([names[stack], figures])
}
print([
  ['', ...measured.map(([name]) => name)],
  ...rows.map(([name, show]) => [name, ...measured.map(([, figures]) => show(figures))]),
])

/** Each stack in a process of its own: the environment is read once. Null, with the reason printed, where it does not run. */
async function measure(stack: (typeof stacks)[number]): Promise<Figures | null> {
  const child = fork(fileURLToPath(new URL('stack.ts', import.meta.url)), [], {
    execArgv: [...settledImports, '--import', 'tsx'],
    env: { ...process.env, STACK: stack, DISABLE_PAYLOAD_HMR: 'true' },
  })
  let figures: Figures | null = null
  child.on('message', (message) => (figures = message as Figures))
  await once(child, 'exit')
  if (!figures) process.stdout.write(`left out: ${names[stack]} (see above)\n`)
  return figures
}

function print(table: string[][]): void {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of table)
    process.stdout.write(
      `${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}\n`,
    )
}
