import { describe, expect, it } from 'vitest'
import { periodOf } from '@/planning/period'
import type { QuotaPeriod } from '@/planning/quota'

const zone = 'Asia/Ho_Chi_Minh'
const period = (per: QuotaPeriod, at: string, over: { from?: Date | null; to?: Date | null } = {}) => {
  const { from, to } = periodOf({ per, from: null, to: null, ...over }, new Date(at), zone)
  return [from.toISOString(), to.toISOString()]
}

describe('The period of a quota', () => {
  it.each([
    ['month', '2026-11-30T16:59:59.999Z', '2026-10-31T17:00:00.000Z', '2026-11-30T17:00:00.000Z'],
    ['month', '2026-11-30T17:00:00.000Z', '2026-11-30T17:00:00.000Z', '2026-12-31T17:00:00.000Z'],
    ['month', '2028-02-29T10:00:00.000Z', '2028-01-31T17:00:00.000Z', '2028-02-29T17:00:00.000Z'],
    ['quarter', '2026-09-30T17:00:00.000Z', '2026-09-30T17:00:00.000Z', '2026-12-31T17:00:00.000Z'],
    ['quarter', '2026-09-30T16:59:59.999Z', '2026-06-30T17:00:00.000Z', '2026-09-30T17:00:00.000Z'],
    ['year', '2025-12-31T17:00:00.000Z', '2025-12-31T17:00:00.000Z', '2026-12-31T17:00:00.000Z'],
    ['year', '2025-12-31T16:59:59.999Z', '2024-12-31T17:00:00.000Z', '2025-12-31T17:00:00.000Z'],
    // Monday, 00:00 in Vietnam, is Sunday, 17:00 in London.
    ['week', '2026-11-22T16:59:59.999Z', '2026-11-15T17:00:00.000Z', '2026-11-22T17:00:00.000Z'],
    ['week', '2026-11-22T17:00:00.000Z', '2026-11-22T17:00:00.000Z', '2026-11-29T17:00:00.000Z'],
    ['week', '2026-12-31T17:00:00.000Z', '2026-12-27T17:00:00.000Z', '2027-01-03T17:00:00.000Z'],
  ] as const)('of a %s that holds %s is counted by Vietnamese days', (per, at, from, to) =>
    expect(period(per, at)).toEqual([from, to]),
  )

  it('of a quota that is owed once is its own', () => {
    const [from, to] = [new Date('2026-01-01'), new Date('2026-06-30')]
    expect(period('once', '2030-01-01', { from, to })).toEqual([from.toISOString(), to.toISOString()])
  })

  it('of a quota that is owed once without dates holds everything', () => {
    const { from, to } = periodOf({ per: 'once', from: null, to: null }, new Date(), zone)
    expect(from.getTime()).toBeLessThanOrEqual(0)
    expect(to.getTime()).toBeGreaterThan(new Date('9999-12-31').getTime())
  })

  it('has neither a gap nor an overlap with the next', () => {
    for (const per of ['week', 'month', 'quarter', 'year'] as const) {
      let { from, to } = periodOf({ per, from: null, to: null }, new Date('2026-01-15'), zone)
      for (let count = 0; count < 60; count += 1) {
        const next = periodOf({ per, from: null, to: null }, to, zone)
        expect(next.from, per).toEqual(to)
        expect(next.from > from, per).toBe(true)
        ;({ from, to } = next)
      }
    }
  })
})
