/** What is to be sent lies in the records before the first try. */
import type { Delivery, Records } from '../../contract'
import type { SandboxClock } from '../clock'

export type Stored = {
  id: number
  delivery: Delivery
  tries: number
  dueAt: string
  state: 'waiting' | 'delivered' | 'given-up'
}

export type Storage = {
  add(delivery: Delivery): number
  save(stored: Stored): void
  /** Of those that wait. */
  get(id: number): Stored | undefined
  waiting(): Stored[]
}

const DELIVERIES = 'sandbox.deliveries'

export function openStorage(records: Records, clock: SandboxClock): Storage {
  const all = records.list<Stored>(DELIVERIES)
  const waiting = new Map(all.filter(({ state }) => state === 'waiting').map((stored) => [stored.id, stored]))
  const save = (stored: Stored) => {
    records.put(DELIVERIES, String(stored.id), stored)
    if (stored.state === 'waiting') waiting.set(stored.id, stored)
    else waiting.delete(stored.id)
  }
  return {
    save,
    get: (id) => waiting.get(id),
    waiting: () => [...waiting.values()],
    add: (delivery) => {
      const id = (records.get<number>('sandbox.counters', DELIVERIES) ?? 0) + 1
      records.put('sandbox.counters', DELIVERIES, id)
      save({ id, delivery, tries: 0, dueAt: clock.now().toISOString(), state: 'waiting' })
      return id
    },
  }
}
