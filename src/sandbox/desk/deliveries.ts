/** Webhooks on their way out: sent at once, again with growing pauses until somebody answers 2xx, each try in the log. */
import type { Delivery, Desk } from '../contract'

const PAUSES = [200, 1_000, 5_000, 30_000]

export type Deliveries = {
  send(delivery: Delivery): void
  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void>
  stop(): void
}

type Note = (entry: Parameters<Desk['log']>[0]) => void

export function openDeliveries(note: Note): Deliveries {
  const stopped = new AbortController()
  const running = new Set<Promise<void>>()
  return {
    send: (delivery) => {
      const work = deliver(delivery, note, stopped.signal).finally(() => running.delete(work))
      running.add(work)
    },
    settled: async () => void (await Promise.all(running)),
    stop: () => stopped.abort(),
  }
}

async function deliver({ platform, url, headers, body }: Delivery, note: Note, signal: AbortSignal): Promise<void> {
  for (const pause of [...PAUSES, null]) {
    if (signal.aborted) return
    const status = await post({ url, headers, body }, signal)
    note({ platform, call: 'webhook', account: '', id: '', text: '', url, status })
    if ((status >= 200 && status < 300) || pause === null) return
    await wait(pause, signal)
  }
}

/** 0 when nobody answered. */
async function post({ url, headers, body }: Omit<Delivery, 'platform'>, signal: AbortSignal): Promise<number> {
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
    return answer.status
  } catch {
    return 0
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
