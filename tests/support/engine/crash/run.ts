/** One worker over many publications, each with an end of its own. Whatever has ended is not touched again by this worker. */
import type { Publication } from '@/engine/rows'
import type { Wake } from '~/jobs/runtime/definition'
import type { Stage } from '..'
import { addPublication } from '../publication'
import { findWakes, jump, runJob } from '../rest'
import type { Cell } from './cells'
import { type End, type Story, watched, within } from './effects'

export type Plan = { cell: Cell; end?: End }

export type Run = Plan & {
  publication: Publication
  story: Story
  isOver: boolean
  /** Of everything that was begun; never of what has ended, until it is woken. */
  work: Promise<unknown>[]
}

export type Crash = { run(plans: readonly Plan[]): Promise<Run[]> }

const MOST_ROUNDS = 300

export function openCrash(stage: Stage): Crash {
  // What is sent and looked for; measuring comes after it.
  const sweeps = stage.sweeps.filter(({ name }) => name === 'sweep-due-publications')
  const working = { ...stage, engine: watched(stage.engine), sweeps }

  /** Ends when the job does, or when its story does. */
  const runOne = ({ job, input }: Wake, run: Run): Promise<unknown> =>
    new Promise((resolve, reject) => {
      run.story.reached = () => {
        run.isOver = true
        resolve(null)
      }
      const work = within(run.story, () => runJob(working, job, input))
      run.work.push(work)
      work.then(resolve, reject)
    })

  const round = async (runs: readonly Run[]): Promise<boolean> => {
    const wakes = await findWakes(working)
    const found = wakes.flatMap((wake) => {
      const run = runs.find((candidate) => isAbout(wake, candidate))
      return run && !run.isOver ? [{ wake, run }] : []
    })
    await Promise.all(found.map(({ wake, run }) => runOne(wake, run)))
    return found.length > 0
  }

  return {
    async run(plans) {
      const runs = await Promise.all(plans.map((plan) => begin(stage, plan)))
      for (let count = 0; count < MOST_ROUNDS; count += 1) {
        const hasWorked = await round(runs)
        const moving = runs.filter(({ isOver }) => !isOver).map(({ publication }) => publication.id)
        if (!hasWorked && (moving.length === 0 || !(await jump(working, moving)))) return runs
      }
      throw new Error(`no rest after ${MOST_ROUNDS} rounds`)
    },
  }
}

/** As SIGCONT does: the worker that stood still goes on to its end, wherever the world is by now. */
export async function wakeAll(runs: readonly Run[]): Promise<void> {
  for (const { story } of runs) story.wake?.()
  await Promise.all(runs.flatMap(({ work }) => work))
}

async function begin(stage: Stage, plan: Plan): Promise<Run> {
  const { cell, end } = plan
  const publication = await addPublication(stage, cell.platform, { item: cell.item })
  const story: Story = { effects: [], end, losesAnswer: cell.losesAnswer }
  return { ...plan, publication, story, isOver: false, work: [] }
}

/** Every run has a channel of its own. */
function isAbout({ input }: Wake, { publication }: Run): boolean {
  const { channel, publication: id } = input as { channel?: string; publication?: string }
  return channel === publication.channel || id === publication.id
}
