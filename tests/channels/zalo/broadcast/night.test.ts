/** Zalo delivers no broadcasts between 22:00 and 06:00. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChannelError } from '@/channels/contract'
import { MORNING, NIGHT } from '../bench'
import { openBroadcasting, type Broadcasting } from './broadcasting'

let zalo: Broadcasting

beforeAll(async () => {
  zalo = await openBroadcasting()
})
beforeEach(() => zalo.begin())
afterEach(() => zalo.bench.platform.heal?.())
afterAll(() => zalo.bench.platform.close())

describe('at night', () => {
  it('the whole post waits until six, it alone, and nothing is out meanwhile', async () => {
    const wanted = zalo.item()
    zalo.bench.until(NIGHT)
    const { failure, recorded } = await zalo.fail(wanted)
    expect(failure).toMatchObject({ kind: 'throttled', code: '-234', scope: 'post' })
    expect(failure.message).toContain('6 giờ sáng')
    expect(zalo.shown(wanted)).toEqual([])

    zalo.bench.platform.pass(failure.retryAfter ?? 0)
    await zalo.bench.publish(zalo.bench.draft(wanted), zalo.bench.record({ earlier: recorded.checkpoints }))
    expect(zalo.sent()).toHaveLength(1)
  })

  it.each([
    ['21:59:59', 21 * 3_600 + 59 * 60 + 59, null],
    ['22:00:00', 22 * 3_600, 8 * 3_600],
    ['05:59:59', 5 * 3_600 + 59 * 60 + 59, 1],
    ['06:00:00', 6 * 3_600, null],
  ])('begins and ends to the second: %s', async (_name, second, wait) => {
    const { refuseNight } = await import('@/channels/zalo/publish/night')
    const now = () => new Date(Date.UTC(2026, 10, 26) + (second - 7 * 3_600) * 1000)
    const thrown = attempt(() => refuseNight({ now }))
    expect(thrown?.retryAfter ?? null).toBe(wait)
  })

  it('by Zalo’s clock alone, the shown article waits and is not shown a second time', async () => {
    const wanted = zalo.item()
    const late = zalo.bench.record()
    zalo.bench.until(NIGHT)
    // Our clock is slow: it is still evening here.
    const evening = new Date(zalo.bench.platform.now().getTime() - 2 * 3_600_000)
    late.call.now = () => evening
    const { failure } = await zalo.fail(wanted, late)
    expect(failure).toMatchObject({ kind: 'throttled', code: '-234', scope: 'post', retryAfter: 600 })
    expect([zalo.showings(wanted), zalo.sent().length]).toEqual([1, 0])

    zalo.bench.until(MORNING)
    await zalo.bench.publish(zalo.bench.draft(wanted), zalo.bench.record({ earlier: late.checkpoints }))
    expect([zalo.showings(wanted), zalo.sent().length]).toEqual([1, 1])
  })
})

function attempt(work: () => void): ChannelError | null {
  try {
    work()
    return null
  } catch (thrown) {
    return thrown as ChannelError
  }
}
