/** A publication's states and the events that move it between them: design.md section 5 as one table. */
export const states = [
  'draft',
  'scheduled',
  'sending',
  'processing',
  'unknown',
  'published',
  'held',
  'failed',
  'cancelled',
  'withdrawn',
] as const

export type State = (typeof states)[number]

const table = {
  /** The content was approved: the snapshot is frozen. */
  approve: { from: ['draft'], to: 'scheduled' },
  /** The content was edited: what was approved is no longer what would go out. */
  void: { from: ['scheduled', 'held', 'failed'], to: 'draft' },
  /** A worker takes it. */
  claim: { from: ['scheduled'], to: 'sending' },
  /** The platform showed it. */
  publish: { from: ['sending', 'processing', 'unknown'], to: 'published' },
  /** The platform took it and works on it. */
  process: { from: ['sending', 'unknown'], to: 'processing' },
  /** Sent without an answer, or the worker that was sending is gone. */
  lose: { from: ['sending'], to: 'unknown' },
  /** Proven not sent: once more, later. */
  release: { from: ['sending'], to: 'scheduled' },
  /** Proven absent after an unknown outcome: one more send. */
  resend: { from: ['unknown'], to: 'scheduled' },
  /** Refused by the platform, or given up. */
  fail: { from: ['sending', 'processing', 'scheduled'], to: 'failed' },
  /** A person has to decide; the reason is written. */
  hold: { from: ['scheduled', 'processing', 'unknown'], to: 'held' },
  /** What held it is gone. */
  resume: { from: ['held'], to: 'scheduled' },
  'send-now': { from: ['scheduled', 'held'], to: 'scheduled' },
  reschedule: { from: ['scheduled', 'held', 'failed'], to: 'scheduled' },
  /** A draft's hour may change without approval. */
  move: { from: ['draft'], to: 'draft' },
  retry: { from: ['failed'], to: 'scheduled' },
  /** A person saw it on the platform and gives its address. */
  confirm: { from: ['held'], to: 'published' },
  cancel: { from: ['draft', 'scheduled', 'held', 'failed'], to: 'cancelled' },
  withdraw: { from: ['published'], to: 'withdrawn' },
  /** The platform says that it took the post down, or somebody there did. */
  vanish: { from: ['published'], to: 'withdrawn' },
  /** What is live was changed to a newer approved version. */
  update: { from: ['published'], to: 'published' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>

export type EventName = keyof typeof table

export const eventNames = Object.keys(table) as EventName[]

export class TransitionError extends Error {
  override readonly name = 'TransitionError'
  readonly state: State
  readonly event: EventName

  constructor(state: State, event: EventName) {
    super(`a publication that is ${state} does not take ${event}`)
    this.state = state
    this.event = event
  }
}

export function canTake(state: State, event: EventName): boolean {
  return (table[event].from as readonly State[]).includes(state)
}

/** @throws TransitionError when the state does not take the event. */
export function nextState(state: State, event: EventName): State {
  if (!canTake(state, event)) throw new TransitionError(state, event)
  return table[event].to
}

/** The end: the item may be planned on the same channel again. */
export function isOver(state: State): boolean {
  return state === 'cancelled' || state === 'withdrawn'
}

/** The states in which the timetable has something to do, each at its `wakeAt`. */
export const wakingStates = ['scheduled', 'sending', 'processing', 'unknown'] as const satisfies readonly State[]
