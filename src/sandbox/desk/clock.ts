import type { Records } from '../contract'

export type SandboxClock = {
  now(): Date
  offsetSeconds(): number
  /** Moves the platforms' hour, so that expiry and processing need no waiting. */
  move(offsetSeconds: number): void
  /** Called after each move. */
  onMove(listener: () => void): void
}

export function openClock(records: Records, now: () => Date): SandboxClock {
  const offsetSeconds = () => records.get<number>('sandbox.clock', 'offsetSeconds') ?? 0
  const listeners: (() => void)[] = []
  return {
    now: () => new Date(now().getTime() + offsetSeconds() * 1000),
    offsetSeconds,
    move: (seconds) => {
      records.put('sandbox.clock', 'offsetSeconds', seconds)
      for (const listener of listeners) listener()
    },
    onMove: (listener) => void listeners.push(listener),
  }
}
