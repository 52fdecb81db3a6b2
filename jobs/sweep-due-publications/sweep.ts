import type { Engine } from '@/engine'
import type { State } from '@/publishing/states'
import { wakingStates } from '@/publishing/states'
import { sendQueue } from '../publish/definition'
import { type Sweep, type Wake, wakeId } from '../runtime/definition'

type Waiting = { id: string; platform: string; state: State; revision: number; looks: number }

const BATCH = 200

/** Every second, in every worker: rows whose hour has come. The row decides; the queue only wakes somebody. */
export const sweepDuePublications: Sweep = {
  name: 'sweep-due-publications',
  cron: '* * * * * *',
  async find(engine) {
    const found = await Promise.all(wakingStates.map((state) => findDue(engine, state)))
    return found.flat().map(wakeOf)
  },
}

function findDue({ rows, now }: Engine, state: State): Promise<Waiting[]> {
  return rows.find<Waiting>('publications', {
    where: { state, wakeAt: { atMost: now() } },
    select: ['platform', 'state', 'revision', 'looks'],
    sort: 'wakeAt',
    limit: BATCH,
  })
}

function wakeOf({ id, platform, state, revision, looks }: Waiting): Wake {
  const input = { publication: id }
  if (state === 'scheduled')
    return { job: 'publish', queue: sendQueue(platform), id: wakeId('publish', id, revision), input }
  if (state === 'processing')
    return { job: 'follow', queue: 'follow', id: wakeId('follow', id, revision, looks), input }
  return { job: 'settle', queue: 'settle', id: wakeId('settle', id, revision, looks), input }
}
