import { showNumber } from '@/platform/numbers'
import { MOST_SKEW_MILLISECONDS, readWorkers, type Worker } from '../../truth/workers'
import type { Engine } from '../..'
import type { Fact } from '.'

const link = '/admin/van-hanh'

/** Told by the workers that are left; when none is, only somebody outside can see it (`/api/ready`). */
export async function workerFacts(engine: Engine): Promise<Fact[]> {
  const workers = await readWorkers(engine)
  return workers.flatMap((worker) => [...missing(worker), ...wrongClock(worker)])
}

function missing({ name, state }: Worker): Fact[] {
  if (state !== 'missing') return []
  return [{ key: `worker|${name}`, kind: 'worker', group: 'worker', organization: null, detail: { title: name, link } }]
}

function wrongClock({ name, state, clockSkewMs }: Worker): Fact[] {
  if (state !== 'alive' || Math.abs(clockSkewMs ?? 0) <= MOST_SKEW_MILLISECONDS) return []
  const reason = `lệch ${showNumber(Math.abs(clockSkewMs ?? 0) / 1000, 'vi', 1)} giây`
  return [
    { key: `clock|${name}`, kind: 'clock', group: 'clock', organization: null, detail: { title: name, reason, link } },
  ]
}
