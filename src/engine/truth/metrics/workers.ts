import type { Engine } from '../..'
import { readWorkers } from '../workers'
import type { Metric } from './metric'

export async function ofWorkers(engine: Engine): Promise<Metric[]> {
  const workers = await readWorkers(engine)
  const count = (state: string) => workers.filter((worker) => worker.state === state).length
  const alive = workers.filter(({ state }) => state === 'alive')
  const perWorker = (value: (worker: (typeof alive)[number]) => number | null) =>
    alive.map((worker) => ({ labels: { worker: worker.name }, value: value(worker) }))
  return [
    {
      name: 'workers',
      help: 'Worker processes of the last day',
      samples: ['alive', 'missing'].map((state) => ({ labels: { state }, value: count(state) })),
    },
    {
      name: 'worker_heartbeat_age_seconds',
      help: 'Since the last heartbeat',
      samples: perWorker(({ secondsSilent }) => secondsSilent),
    },
    {
      name: 'worker_clock_skew_seconds',
      help: "The worker machine's clock minus the database's",
      samples: perWorker(({ clockSkewMs }) => (clockSkewMs === null ? null : clockSkewMs / 1000)),
    },
    {
      name: 'worker_info',
      help: 'Version of the worker',
      samples: alive.map(({ name, version }) => ({ labels: { worker: name, version: version ?? '' }, value: 1 })),
    },
  ]
}
