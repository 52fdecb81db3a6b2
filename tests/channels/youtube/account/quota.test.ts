/** Google's quota: what the platform says when it is used up, and the ledger that does not let it come to that. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ChannelError, type Call } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { pacificDate, quotaLeft, secondsToReset } from '@/channels/youtube/quota'
import { openStage, type Stage } from '../support/stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

const publishing = (call: Call = stage.call()) => channel.publish(stage.aDraft(), call)
const starts = () => stage.desk.records.list('youtube.sessions').length
const used = (budgets: Map<string, number>, name: string) =>
  [...budgets].flatMap(([key, value]) => (key.startsWith(`${name}|`) ? [value] : []))

describe('the ledger', () => {
  it('stops uploads before the hundredth of the Pacific day, without asking YouTube', async () => {
    const budgets = new Map<string, number>()
    const before = starts()
    for (let upload = 0; upload < 99; upload += 1) await publishing(stage.call({ budgets }))
    const failure = await publishing(stage.call({ budgets })).catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(ChannelError)
    expect(failure).toMatchObject({
      kind: 'throttled',
      code: 'ledger-uploads',
      scope: 'channel',
      message: expect.stringMatching(/99 lượt.*Google cho 100.*14-15 giờ Việt Nam/),
      retryAfter: secondsToReset(stage.platform.now()),
    })
    expect(starts() - before).toBe(99)
  })

  it('is shared by all channels of the same application, and by no other application', async () => {
    const budgets = new Map<string, number>()
    const credentials = { ...stage.platform.credentials }
    const other = { ...stage.call({ budgets }), account: 'UC-another-channel', credentials }
    for (let upload = 0; upload < 50; upload += 1) await publishing(stage.call({ budgets }))
    for (let upload = 0; upload < 49; upload += 1) await publishing(other)
    await expect(publishing(stage.call({ budgets }))).rejects.toMatchObject({ code: 'ledger-uploads' })
    await expect(publishing(other)).rejects.toMatchObject({ code: 'ledger-uploads' })
    const apart = { ...other, credentials: { ...credentials, clientId: 'another.apps.googleusercontent.com' } }
    expect(await quotaLeft(apart, 'uploads')).toBe(99)
  })

  it('lets reading go on when no upload is left, and begins anew with the Pacific day', async () => {
    const budgets = new Map<string, number>()
    const live = await stage.publish()
    await stage.call({ budgets }).spend(uploadsOf(stage.call(), 99))
    await expect(publishing(stage.call({ budgets }))).rejects.toMatchObject({ code: 'ledger-uploads' })
    expect(await channel.measure([live], stage.call({ budgets }))).not.toEqual([])
    expect(await channel.check(stage.call({ budgets }))).toMatchObject({ quotaLeft: 0 })
    const tomorrow = new Date(stage.platform.now().getTime() + secondsToReset(stage.platform.now()) * 1000)
    expect(await quotaLeft({ ...stage.call({ budgets }), now: () => tomorrow }, 'uploads')).toBe(99)
  })

  it('counts every call at the price of the sheet', async () => {
    const budgets = new Map<string, number>()
    const call = stage.call({ budgets })
    const { ticket } = await stage.begin(stage.aDraft(), call)
    expect([used(budgets, 'uploads'), used(budgets, 'units')]).toEqual([[1], []])
    stage.platform.pass(10)
    const published = await stage.follow(ticket, call)
    if (published.outcome !== 'published') throw new Error('not published')
    expect(used(budgets, 'units')).toEqual([1])
    const live = { publication: 'p', ...published }
    await channel.measure([live], call)
    expect([used(budgets, 'batch-stats'), used(budgets, 'units')]).toEqual([[1], [1]])
    await channel.update?.(live, stage.aDraft(), call)
    expect(used(budgets, 'units')).toEqual([1 + 1 + 50])
    await channel.withdraw?.(live, call)
    expect(used(budgets, 'units')).toEqual([102])
  })

  it('is emptied when Google says so first: somebody else uses the application too', async () => {
    const budgets = new Map<string, number>()
    stage.mood({ unitsADay: 0 })
    await expect(channel.check(stage.call({ budgets }))).rejects.toMatchObject({ code: 'quotaExceeded' })
    expect(await quotaLeft(stage.call({ budgets }), 'units')).toBe(0)
    stage.calm()
    await expect(channel.check(stage.call({ budgets }))).rejects.toMatchObject({ code: 'ledger-units' })
  })

  it('reads numbers from the list when the batch has no calls left', async () => {
    const live = await stage.publish()
    stage.mood({ batchStatsADay: 0 })
    const readings = await channel.measure([live], stage.call())
    expect(readings.find(({ metric }) => metric === 'views')).toMatchObject({ value: expect.any(Number) })
  })

  it('is shown by the check, with a warning when little is left', async () => {
    const budgets = new Map<string, number>()
    const fresh = await channel.check(stage.call({ budgets }))
    expect(fresh).toMatchObject({ quotaLeft: 99, warnings: [] })
    await stage.call({ budgets }).spend(uploadsOf(stage.call(), 95))
    await stage.call({ budgets }).spend({ ...uploadsOf(stage.call(), 9_500), name: 'units', limit: 10_000 })
    const { warnings, quotaLeft: left } = await channel.check(stage.call({ budgets }))
    expect(left).toBe(4)
    expect(warnings.map(({ code }) => code)).toEqual(['quota-uploads-low', 'quota-units-low'])
    expect(warnings[0]?.message).toContain('còn 4 lượt')
  })
})

function uploadsOf(call: Call, cost: number) {
  const { clientId } = stage.platform.credentials
  return { name: 'uploads', owner: clientId ?? '', window: pacificDate(call.now()), limit: 99, cost }
}

describe('what YouTube says', () => {
  it('an empty upload bucket waits for midnight on the Pacific, though it looks like a short limit', async () => {
    stage.mood({ uploadsADay: 0 })
    const failure: unknown = await publishing().catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({
      kind: 'throttled',
      code: 'rateLimitExceeded',
      retryAfter: secondsToReset(stage.platform.now()),
    })
  })

  it('spent units wait for midnight on the Pacific', async () => {
    stage.mood({ unitsADay: 0 })
    await expect(channel.check(stage.call())).rejects.toMatchObject({
      kind: 'throttled',
      code: 'quotaExceeded',
      httpStatus: 403,
      retryAfter: secondsToReset(stage.platform.now()),
    })
  })

  it('the channel’s own limit waits a day', async () => {
    stage.mood({ channelUploadsLeft: 0 })
    await expect(publishing()).rejects.toMatchObject({
      kind: 'throttled',
      code: 'uploadLimitExceeded',
      retryAfter: 86_400,
    })
  })
})

describe('the Pacific day', () => {
  it.each([
    ['2026-11-22T07:59:30Z', 30],
    ['2026-07-01T06:00:00Z', 3_600],
    // The clock goes back at 2 on 1 November: that day has 25 hours; it goes forward on 14 March 2027: 23 hours.
    ['2026-11-01T07:00:00Z', 25 * 3_600],
    ['2027-03-14T08:00:00Z', 23 * 3_600],
  ])('that holds %s ends %d seconds later', (moment, seconds) => {
    const now = new Date(moment)
    expect(secondsToReset(now)).toBe(seconds)
    const end = now.getTime() + seconds * 1000
    expect(pacificDate(new Date(end - 1))).toBe(pacificDate(now))
    expect(pacificDate(new Date(end))).not.toBe(pacificDate(now))
  })
})
