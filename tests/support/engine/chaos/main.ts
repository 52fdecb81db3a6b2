/**
 * `npm run chaos -- --publications 10000 --minutes 20 --seed 1 --stack production`: every trouble at random over a great
 * many posts. The verdict is that of the look-alikes' own walls. Ends with 1 when anything is wrong.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { print } from '../../../bench/table'
import setup from '../../vitest/global-setup'
import { openStage } from '..'
import { bundle } from '../processes'
import { faultsOf, type Report, runStorm } from './run'
import { openServers } from './servers'

const options = {
  publications: { type: 'string', default: '1000' },
  minutes: { type: 'string', default: '3' },
  seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
  stack: { type: 'string', default: 'embedded' },
  workers: { type: 'string', default: '2' },
} as const

const wanted = z.object({
  publications: z.coerce.number().int().min(1),
  minutes: z.coerce.number().positive(),
  seed: z.coerce.number().int().nonnegative(),
  stack: z.enum(['embedded', 'production']),
  workers: z.coerce.number().int().min(1).max(8),
})

const { publications, minutes, seed, stack, workers } = wanted.parse(parseArgs({ options }).values)
process.env['STACK'] = stack
const directory = await mkdtemp(join(tmpdir(), 'lan-toa-chaos-'))
chmodSync(directory, 0o755)
const say = (line: string) => process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`)
say(`hạt giống ${seed}, ${publications} bài, ${minutes} phút, ${stack}, ${workers} tiến trình`)

const servers = await openServers(stack, directory)
Object.assign(process.env, servers.variables)
const stop = await setup()
const stage = await openStage(import.meta.url)
const bundles = await bundle(['worker'])
let code = 1
try {
  const report = await runStorm(
    { stage, bundles, servers },
    { publications, seconds: minutes * 60, seed, workers, say },
  )
  show(report)
  code = faultsOf(report) === 0 ? 0 : 1
} finally {
  await bundles.remove()
  await stage.close().catch(() => undefined)
  await stop()
  await servers.stop().catch(() => undefined)
  await rm(directory, { recursive: true, force: true })
}
process.exit(code)

function show(report: Report): void {
  const { verdict, troubles, accidents, slowestStop, seconds } = report
  const { states, faults } = verdict
  print(Object.entries(troubles).map(([name, count]) => [name, String(count)]))
  print(Object.entries(states).map(([state, count]) => [state, String(count)]))
  print([
    ...Object.entries(faults).map(([name, list]) => [name, String(list.length)]),
    ['workers that ended by themselves', String(accidents.length)],
    ['slowest end after SIGTERM', `${slowestStop.toFixed(1)} s`],
    ['seconds in all', seconds.toFixed(0)],
  ])
  for (const [name, list] of Object.entries(faults)) for (const one of list.slice(0, 10)) say(`${name}: ${one}`)
  for (const accident of accidents.slice(0, 3)) say(accident)
}
