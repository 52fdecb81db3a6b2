/**
 * Webhooks on their way out. A restart loses none; a try without a 2xx is repeated after a pause by the platforms'
 * clock, which passes by itself and can be moved.
 */
import type { Delivery } from '../../contract'
import { deliveryKnobs } from '../knobs'
import { attempt, type Tools } from './attempt'
import { openCompany } from './company'
import { openStorage, type Stored } from './storage'
import { openWork } from './work'

export type Deliveries = {
  send(delivery: Delivery): void
  /** Those that nobody has answered with 2xx yet. */
  waiting(): Stored[]
  /** Resolves when nothing is being sent or due; what waits for the platforms' clock does not count. */
  settled(): Promise<void>
  stop(): void
}

export function openDeliveries(tools: Tools): Deliveries {
  const { records, clock, knob } = tools
  const storage = openStorage(records, clock)
  const stopped = new AbortController()
  const work = openWork(stopped.signal)
  const setting = (platform: string, name: keyof typeof deliveryKnobs) =>
    knob(platform, name, deliveryKnobs[name].fallback)

  const send = async (id: number) => {
    const before = storage.get(id)
    const after = before && (await attempt(before, tools, stopped.signal))
    if (!after) return
    storage.save(after)
    const pause = setting(after.delivery.platform, 'webhookPauseMilliseconds')
    if (after.state === 'waiting' && pause > 0) work.later(pause, () => queue(id))
  }
  const queue = (id: number) => work.queue(storage.get(id)?.delivery.platform ?? '', id, () => send(id))
  const company = openCompany(work, queue)
  const wake = () => {
    const now = clock.now().toISOString()
    for (const { id, dueAt } of storage.waiting()) if (dueAt <= now && !company.has(id)) queue(id)
  }

  clock.onMove(wake)
  work.watch(wake)
  wake()
  return {
    send: (delivery) => {
      const id = storage.add(delivery)
      const size = setting(delivery.platform, 'webhookOutOfOrder')
      if (size < 2) queue(id)
      else company.join(delivery.platform, { id, size })
    },
    waiting: storage.waiting,
    settled: work.settled,
    stop: () => stopped.abort(),
  }
}
