import type { Delivery, Desk } from '../../contract'
import type { SandboxClock } from '../clock'
import { deliveryKnobs } from '../knobs'
import type { Stored } from './storage'

/** Seconds, where the platform names none. */
const PAUSES = [1, 5, 30, 300, 1_800, 3_600]
const PATIENCE_MILLISECONDS = 10_000

export type Tools = Pick<Desk, 'records' | 'knob' | 'log'> & { clock: SandboxClock }

/** Null when we were stopped in the middle: the try does not count, it is made again after the restart. */
export async function attempt(
  stored: Stored,
  { clock, knob, log }: Tools,
  signal: AbortSignal,
): Promise<Stored | null> {
  const { id, delivery } = stored
  const { platform, url } = delivery
  const tries = stored.tries + 1
  const note = (status: number, isCopy = false) =>
    log({ platform, call: 'webhook', account: '', id: String(id), text: '', url, status, tries, isCopy })
  const isTwice = knob(platform, 'webhookTwice', deliveryKnobs.webhookTwice.fallback) > 0
  const status = await post(delivery, { tries, signal })
  if (signal.aborted) return null
  note(status)
  const isTaken = status >= 200 && status < 300
  if (isTaken && isTwice) note(await post(delivery, { tries, signal }), true)
  if (isTaken) return { ...stored, tries, state: 'delivered' }
  const pause = (delivery.pauses ?? PAUSES)[tries - 1]
  if (pause === undefined) return { ...stored, tries, state: 'given-up' }
  return { ...stored, tries, dueAt: new Date(clock.now().getTime() + pause * 1000).toISOString() }
}

/** The status of the answer; 0 when nobody answered. */
async function post(
  { url, headers, body, retryHeader }: Delivery,
  { tries, signal }: { tries: number; signal: AbortSignal },
): Promise<number> {
  const counted = retryHeader && tries > 1 ? { [retryHeader]: String(tries - 1) } : {}
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, ...counted },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MILLISECONDS)]),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}
