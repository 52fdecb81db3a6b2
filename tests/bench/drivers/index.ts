/** Every driver against its look-alike: one post after the other, then several at once, each driver in a process of its own. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { settledImports } from '@/platform/launch/run/children.mjs'
import { generous, startLookalikes } from '../lookalikes'
import { print } from '../table'
import type { Loop } from './loop'

const platforms = ['facebook', 'zalo', 'youtube', 'telegram'] as const

export async function benchDrivers(): Promise<void> {
  const lookalikes = await startLookalikes()
  for (const knob of generous) await lookalikes.ask('/_knobs', knob)
  const loops: Loop[] = []
  for (const platform of platforms) loops.push(await run(platform, lookalikes))
  await lookalikes.close()
  process.stdout.write('Drivers against their look-alikes, one process each\n')
  print([['', ...platforms], ...rows.map(([name, show]) => [name, ...loops.map(show)])])
}

const rows: [string, (loop: Loop) => string][] = [
  ['posts, one after the other', ({ posts }) => `${posts}`],
  ['time for one post', ({ one }) => `${one.toFixed(1)} ms`],
  ['calls for one post', ({ calls }) => calls.toFixed(1)],
  ['one bare call to the look-alike', ({ bare }) => `${bare.toFixed(2)} ms`],
  ['post : its calls made bare', ({ one, calls, bare }) => `${(one / (calls * bare)).toFixed(1)} ×`],
  ['posts a second, one lane', ({ one }) => (1000 / one).toFixed(0)],
  ['posts a second, eight lanes', ({ many }) => (1000 / many).toFixed(0)],
  ['resident before the posts', ({ before }) => `${before.toFixed(0)} MB`],
  ['resident after half of them', ({ middle }) => `${middle.toFixed(0)} MB`],
  ['resident after all', ({ after }) => `${after.toFixed(0)} MB`],
]

async function run(platform: string, { origin, addresses }: { origin: string; addresses: object }): Promise<Loop> {
  const settings = JSON.stringify({ platform, origin, addresses })
  const child = fork(fileURLToPath(new URL('loop.ts', import.meta.url)), [settings], {
    execArgv: [...settledImports, '--expose-gc', '--import', 'tsx'],
  })
  let loop: Loop | null = null
  child.on('message', (message) => (loop = message as Loop))
  await once(child, 'exit')
  if (!loop) throw new Error(`the loop of ${platform} did not end (see above)`)
  return loop
}
