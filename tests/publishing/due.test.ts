import { describe, expect, it } from 'vitest'
import { decideDue, type DueFacts, isLate, type LatePolicy, latePolicies } from '@/publishing/due'

const now = new Date('2026-11-22T05:00:00.000Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

const facts = (over: Partial<DueFacts> = {}): DueFacts => ({
  now,
  dueAt: minutes(-1),
  late: { policy: 'hold', afterMinutes: 60 },
  stop: null,
  channel: 'connected',
  isApprovedSnapshot: true,
  ...over,
})

const stops = ['paused', 'organization-paused', null] as const
const channels = ['connected', 'attention', 'broken', 'paused', 'off'] as const
const hours = { 'to come': minutes(1), 'on time': minutes(0), late: minutes(-61) } as const

/** Every combination, answered in words of its own: the first wrong thing is told, the hour last. */
const combinations = Object.entries(hours).flatMap(([hour, dueAt]) =>
  [true, false].flatMap((isApprovedSnapshot) =>
    stops.flatMap((stop) =>
      channels.flatMap((channel) =>
        latePolicies.map((policy) => ({ hour, dueAt, isApprovedSnapshot, stop, channel, policy })),
      ),
    ),
  ),
)

type Combination = (typeof combinations)[number]

const onLate: Readonly<Record<LatePolicy, string>> = { hold: 'hold late', send: 'send', cancel: 'cancel' }

function expected({ hour, isApprovedSnapshot, stop, channel, policy }: Combination): string {
  const wrongs: [boolean, string][] = [
    [hour === 'to come', 'wait'],
    [!isApprovedSnapshot, 'hold snapshot-changed'],
    [stop !== null, `hold ${stop}`],
    [channel === 'paused', 'hold channel-paused'],
    [channel === 'broken', 'hold channel-broken'],
    [channel === 'off' || channel === 'attention', 'hold channel-not-ready'],
    [hour === 'late', onLate[policy]],
  ]
  return wrongs.find(([isWrong]) => isWrong)?.[1] ?? 'send'
}

describe('The due rule', () => {
  it(`answers all ${combinations.length} combinations`, () => {
    expect(combinations).toHaveLength(270)
    for (const combination of combinations) {
      const { policy, hour: _hour, ...rest } = combination
      const decision = decideDue(facts({ ...rest, late: { policy, afterMinutes: 60 } }))
      const said = decision.do === 'hold' ? `hold ${decision.because}` : decision.do
      expect(said, JSON.stringify(combination)).toBe(expected(combination))
    }
  })

  it.each([
    ['a millisecond before the hour', 1, 'wait'],
    ['at the hour', 0, 'send'],
    ['a millisecond after it', -1, 'send'],
  ])('sends nothing %s before it is due', (_when, milliseconds, decision) => {
    expect(decideDue(facts({ dueAt: new Date(now.getTime() + milliseconds) })).do).toBe(decision)
  })

  it.each([
    [60, 0, false],
    [60, 1, true],
    [1, 0, false],
    [1, 1, true],
    [1440, 1, true],
  ])('calls late what is more than %i minutes behind, by %i ms', (afterMinutes, extra, late) => {
    const dueAt = new Date(now.getTime() - afterMinutes * 60_000 - extra)
    expect(isLate({ now, dueAt, late: { policy: 'hold', afterMinutes } })).toBe(late)
  })
})
