/**
 * Real processes, killed. One worker has every shape in its hands at once, each standing at a point of its own; another
 * one takes over. `CRASH_ROUNDS=all` kills at every point that the matrix knows, which takes many minutes.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ARMED } from '@/channels/contract'
import type { Publication } from '@/engine/rows'
import { type Cell, cellsOf, pointsOf } from '../../support/engine/crash/cells'
import type { Effect } from '../../support/engine/crash/effects'
import { openCrash } from '../../support/engine/crash/run'
import { openStage, type Stage } from '../../support/engine'
import { bundle, type Bundles } from '../../support/engine/processes'
import { addPublication } from '../../support/engine/publication'
import { expectNothingBut, killAtTheEnd, recover } from './worker'

let stage: Stage
let bundles: Bundles
let shapes: { cell: Cell; whole: Publication; effects: Effect[] }[]

beforeAll(async () => {
  stage = await openStage(import.meta.url)
  bundles = await bundle(['worker', 'crash-worker'])
  const cells = cellsOf(stage).filter(({ losesAnswer }) => !losesAnswer)
  const runs = await openCrash(stage).run(cells.map((cell) => ({ cell })))
  shapes = runs.map(({ cell, publication, story }) => ({ cell, whole: publication, effects: sendOf(story.effects) }))
}, 300_000)
afterAll(async () => {
  await bundles?.remove()
  await stage?.close()
})

/** As long as the worker has the publication in its hands: until the lane is given back. */
function sendOf(effects: readonly Effect[]): Effect[] {
  const claimed = effects.findIndex((effect) => effect.endsWith(' sending'))
  const end = effects.findIndex((effect, place) => place > claimed && effect.startsWith('channels.update laneToken'))
  return effects.slice(0, end + 1)
}

type Choose = (effects: readonly Effect[], cell: Cell) => number

/** Half of them armed and nothing sent, half with the platform's answer nowhere but in the memory that is lost. */
const rounds: [string, Choose][] = [
  [
    'just before or just after the request that makes it visible',
    (effects, { name }) => armedAt(effects) + 1 + (name.length % 2),
  ],
]

if (process.env['CRASH_ROUNDS'] === 'all')
  for (let place = 0; place < 40; place += 1)
    rounds.push([
      `at place ${place} of each send`,
      (effects, cell) => {
        const points = pointsOf(cell, effects)
        return points[place % points.length] ?? 0
      },
    ])

function armedAt(effects: readonly Effect[]): number {
  return effects.findIndex((effect) => effect.endsWith(` ${ARMED}`))
}

describe.each(rounds)('a worker killed %s', (_name, choose) => {
  it('leaves exactly one post of every shape', async () => {
    const added = await Promise.all(
      shapes.map(async ({ cell, whole, effects }) => {
        const publication = await addPublication(stage, cell.platform, { item: cell.item })
        return { cell, whole, publication, end: choose(effects, cell) }
      }),
    )
    const stories = Object.fromEntries(added.map(({ publication, end }) => [publication.channel, { end }]))
    await killAtTheEnd(bundles, { stories })
    await recover(stage, bundles)
    const wrong: string[] = []
    for (const { cell, whole, publication, end } of added)
      await expectNothingBut(stage, publication, whole).catch(({ message }: Error) =>
        wrong.push(`${cell.name}, at ${end}: ${message}`),
      )
    expect(wrong).toEqual([])
  }, 300_000)
})
