import { describe, expect, it } from 'vitest'
import { canTake, eventNames, nextState, states, type State, TransitionError, wakingStates } from '@/publishing/states'

/** design.md section 5, written out once more: from each state, what each event leads to; all else is refused. */
const legal: Readonly<Record<State, Readonly<Record<string, State>>>> = {
  draft: { approve: 'scheduled', move: 'draft', cancel: 'cancelled' },
  scheduled: {
    claim: 'sending',
    hold: 'held',
    void: 'draft',
    cancel: 'cancelled',
    fail: 'failed',
    'send-now': 'scheduled',
    reschedule: 'scheduled',
  },
  sending: { publish: 'published', process: 'processing', lose: 'unknown', fail: 'failed', release: 'scheduled' },
  processing: { publish: 'published', fail: 'failed', hold: 'held' },
  unknown: { publish: 'published', process: 'processing', resend: 'scheduled', hold: 'held' },
  published: { withdraw: 'withdrawn', vanish: 'withdrawn', update: 'published' },
  held: {
    'send-now': 'scheduled',
    reschedule: 'scheduled',
    resume: 'scheduled',
    confirm: 'published',
    cancel: 'cancelled',
    void: 'draft',
  },
  failed: { reschedule: 'scheduled', retry: 'scheduled', cancel: 'cancelled', void: 'draft' },
  cancelled: {},
  withdrawn: {},
}

const pairs = states.flatMap((state) => eventNames.map((event) => ({ state, event, to: legal[state][event] })))

describe('A publication', () => {
  it.each(pairs.filter(({ to }) => to))('that is $state becomes $to by $event', ({ state, event, to }) => {
    expect(canTake(state, event)).toBe(true)
    expect(nextState(state, event)).toBe(to)
  })

  it.each(pairs.filter(({ to }) => !to))('that is $state does not take $event', ({ state, event }) => {
    expect(canTake(state, event)).toBe(false)
    expect(() => nextState(state, event)).toThrow(new TransitionError(state, event))
  })

  it('knows no event that the table does not name', () => {
    const named = new Set(Object.values(legal).flatMap((events) => Object.keys(events)))
    expect([...named].toSorted()).toEqual(eventNames.toSorted())
  })

  it('ends nowhere but in the states that a person can see', () => {
    const ends = states.filter((state) => eventNames.every((event) => !canTake(state, event)))
    expect(ends).toEqual(['cancelled', 'withdrawn'])
    const resting: State[] = ['published', 'held', 'failed', 'cancelled', 'withdrawn', 'draft']
    expect([...wakingStates, ...resting].toSorted()).toEqual(states.toSorted())
  })
})
