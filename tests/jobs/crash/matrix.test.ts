/**
 * Every effect of every send, found by running it: a worker ends before each of them, another one takes over, and there
 * is exactly one post. Here a worker ends by standing still for ever inside this process, which leaves in the database
 * and on the platforms what SIGKILL leaves; `kill.test.ts` does the same to real processes. In the end all of them go on,
 * as after SIGSTOP and SIGCONT: by then their work is somebody else's.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cell, cellsOf, pointsOf } from '../../support/engine/crash/cells'
import { openCrash, type Run, wakeAll } from '../../support/engine/crash/run'
import { openStage, type Stage } from '../../support/engine'
import { sentPosts } from '../../support/engine/publication'
import { runToRest } from '../../support/engine/rest'
import { expectExactlyOnce, expectNothingBut } from './worker'

let stage: Stage
const whole = new Map<string, Run>()
const ended = new Map<string, Run[]>()
/** By publication: what the platforms had taken before the stopped workers went on. */
let sent: Map<string, number>

beforeAll(async () => {
  stage = await openStage(import.meta.url)
  const crash = openCrash(stage)
  const cells = cellsOf(stage)
  for (const run of await crash.run(cells.map((cell) => ({ cell })))) whole.set(run.cell.name, run)
  const runs = await crash.run(cells.flatMap((cell) => placesIn(cell).map((end) => ({ cell, end }))))
  for (const run of runs) ended.set(run.cell.name, [...(ended.get(run.cell.name) ?? []), run])
  await runToRest(stage)
  sent = await readSent([...ended.values()].flat())
  // Not dead at all, only stopped for longer than its lease: it goes on from where it stood.
  await wakeAll([...ended.values()].flat())
}, 600_000)
afterAll(() => stage?.close())

async function readSent(runs: readonly Run[]): Promise<Map<string, number>> {
  const pairs = runs.map(async ({ publication }) => [publication.id, await sentPosts(stage, publication)] as const)
  return new Map(await Promise.all(pairs))
}

function placesIn(cell: Cell): number[] {
  return pointsOf(cell, whole.get(cell.name)?.story.effects ?? [])
}

/** Known before anything runs, so that every shape is a test of its own. */
const names = cellsOf({ media: { photo: aMedium(), video: aMedium() } }).map(({ name }) => name)

function aMedium(): Stage['media']['photo'] {
  return { id: '', role: 'cover', alt: '', caption: '', credit: '', duration: null, renditions: [] }
}

describe.each(names)('%s: a worker that ends before any effect of its send', (name) => {
  it('goes out once when nobody disturbs it', async () => {
    const run = whole.get(name)
    if (!run) throw new Error('not sent')
    await expectExactlyOnce(stage, run.publication)
    expect(run.story.losesAnswer, 'an answer that was to be lost was lost').toBe(false)
  })

  it('leaves exactly one post and nothing else, wherever it ended', async () => {
    const runs = ended.get(name) ?? []
    const effects = whole.get(name)?.story.effects ?? []
    // A platform that took one look less had come to the end before this one.
    expect(runs.filter(({ isOver }) => isOver).length).toBeGreaterThan(runs.length * 0.8)
    const wrong: string[] = []
    for (const { publication, end } of runs)
      await expectNothingBut(stage, publication, whole.get(name)?.publication).catch(({ message }: Error) =>
        wrong.push(`before ${effects[Number(end)]} (${end}): ${message}`),
      )
    expect(wrong).toEqual([])
  })

  it('sends nothing when it goes on after its lease is over', async () => {
    for (const { publication, end } of ended.get(name) ?? [])
      expect(await sentPosts(stage, publication), `stopped at ${end}`).toBe(sent.get(publication.id))
  })
})
