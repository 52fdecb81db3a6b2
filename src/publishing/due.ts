/** What to do with a scheduled publication at this moment. Pure: the hour and the facts are passed in. */
export const latePolicies = ['hold', 'send', 'cancel'] as const

export type LatePolicy = (typeof latePolicies)[number]

export const holdReasons = [
  'late',
  'paused',
  'organization-paused',
  'channel-paused',
  'channel-not-ready',
  'channel-broken',
  'snapshot-changed',
  'inspection',
  'cannot-tell',
  'took-too-long',
  'too-many-tries',
] as const

export type HoldReason = (typeof holdReasons)[number]

/** A person stopped everything, or the organization. */
export type StopReason = Extract<HoldReason, 'paused' | 'organization-paused'>

export type DueFacts = {
  now: Date
  dueAt: Date
  late: { policy: LatePolicy; afterMinutes: number }
  stop: StopReason | null
  /** `broken`: left alone because one send after the other failed there. */
  channel: 'connected' | 'attention' | 'broken' | 'paused' | 'off'
  /** The snapshot's hash is the one that was approved. */
  isApprovedSnapshot: boolean
}

export type DueDecision = { do: 'wait' } | { do: 'send' } | { do: 'cancel' } | { do: 'hold'; because: HoldReason }

/** Order matters: what is wrong with the item itself is told before what is wrong around it. */
export function decideDue(facts: DueFacts): DueDecision {
  if (facts.dueAt > facts.now) return { do: 'wait' }
  if (!facts.isApprovedSnapshot) return { do: 'hold', because: 'snapshot-changed' }
  if (facts.stop) return { do: 'hold', because: facts.stop }
  if (facts.channel === 'paused') return { do: 'hold', because: 'channel-paused' }
  if (facts.channel === 'broken') return { do: 'hold', because: 'channel-broken' }
  if (facts.channel !== 'connected') return { do: 'hold', because: 'channel-not-ready' }
  return isLate(facts) ? decideLate(facts.late.policy) : { do: 'send' }
}

export function isLate({ now, dueAt, late }: Pick<DueFacts, 'now' | 'dueAt' | 'late'>): boolean {
  return now.getTime() - dueAt.getTime() > late.afterMinutes * 60_000
}

function decideLate(policy: LatePolicy): DueDecision {
  switch (policy) {
    case 'hold':
      return { do: 'hold', because: 'late' }
    case 'send':
      return { do: 'send' }
    case 'cancel':
      return { do: 'cancel' }
  }
}
