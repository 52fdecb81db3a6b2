import { afterEach, describe, expect, it, vi } from 'vitest'
import { sharedClock } from '@/platform/clock/shared'

const HOUR = 3_600_000

const noon = new Date('2026-11-20T05:00:00Z')

/** Within what passes between two lines of a test. */
function expectAbout(actual: Date, wanted: number): void {
  expect(Math.abs(actual.getTime() - wanted)).toBeLessThan(1_000)
}

describe('the clock that all processes share', () => {
  afterEach(() => vi.restoreAllMocks())

  it('tells the hour of the database, whatever this machine says', async () => {
    const clock = sharedClock(async () => noon)
    await clock.sync()
    expectAbout(clock.now(), noon.getTime())
  })

  it.each([
    ['forwards', HOUR],
    ['backwards', -HOUR],
  ])('is not moved when the clock of this machine jumps %s', async (_name, jump) => {
    const clock = sharedClock(async () => noon)
    await clock.sync()
    const before = Date.now()
    vi.spyOn(Date, 'now').mockReturnValue(before + jump)
    expectAbout(clock.now(), noon.getTime())
  })

  it('asks again after a while, and follows what the database says then', async () => {
    let hour = noon
    const clock = sharedClock(async () => hour)
    await clock.sync()
    hour = new Date(noon.getTime() + HOUR)
    const at = performance.now()
    vi.spyOn(performance, 'now').mockReturnValue(at + 40_000)
    expectAbout(clock.now(), noon.getTime() + 40_000)
    await vi.waitFor(() => expectAbout(clock.now(), hour.getTime()))
  })

  it('goes on by itself while the database does not answer', async () => {
    let answer: () => Promise<Date> = async () => noon
    const clock = sharedClock(() => answer())
    await clock.sync()
    answer = () => Promise.reject(new Error('away'))
    const at = performance.now()
    vi.spyOn(performance, 'now').mockReturnValue(at + 60_000)
    expectAbout(clock.now(), noon.getTime() + 60_000)
  })

  it('takes this machine’s hour until the database has answered once', () => {
    const clock = sharedClock(() => Promise.reject(new Error('away')))
    expectAbout(clock.now(), Date.now())
  })
})
