/** Who the OA is, what it has left, and what will soon stop it; the pace that Zalo allows. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { channel } from '@/channels/zalo'
import { anItem } from '../../support/items'
import { openZalo, type ZaloBench } from './bench'

let bench: ZaloBench

beforeAll(async () => {
  bench = await openZalo()
})
afterEach(() => {
  bench.platform.heal?.()
  bench.turn('packageDays', 365)
  bench.turn('verified', 1)
  bench.turn('broadcastQuota', 500)
  bench.turn('quotaInside', 1)
  bench.turn('rateLimit', 4_000)
  bench.turn('package', 2)
})
afterAll(() => bench.platform.close())

const check = () => channel.check(bench.record().call)

describe('a check', () => {
  it('shows name, picture, followers, mark and address of the OA', async () => {
    const { account } = bench.platform
    expect((await check()).profile).toEqual({
      account,
      name: 'Công an tỉnh Kon Tum',
      url: `https://zalo.me/${account}`,
      picture: expect.stringContaining(account),
      followers: expect.any(Number),
      verified: true,
    })
  })

  it('finds nothing to warn of in a healthy OA', async () => {
    expect((await check()).warnings).toEqual([])
  })

  it.each([
    ['packageDays', 12, 'package-ends-soon', 'Growth'],
    ['packageDays', -3, 'package-ended', 'hết hạn'],
    ['verified', 0, 'account-not-verified', 'xác thực'],
    ['broadcastQuota', 0, 'broadcast-quota-spent', 'hạn mức'],
  ] as const)('warns: %s %i → %s', async (knob, value, code, words) => {
    bench.turn(knob, value)
    expect((await check()).warnings).toEqual([{ code, message: expect.stringContaining(words) }])
  })

  it.each([
    ['inside data', 1],
    ['outside of it', 0],
  ])('reads the quota of broadcasts %s', async (_name, place) => {
    bench.turn('quotaInside', place)
    bench.turn('broadcastQuota', 4)
    expect((await check()).quotaLeft).toBe(4)
  })

  it('goes on without a quota that Zalo does not tell', async () => {
    bench.platform.fault?.('garbage', 'oa.quota')
    expect(await check()).toMatchObject({ quotaLeft: null, identity: 'Công an tỉnh Kon Tum' })
  })

  it('of another OA’s tokens asks for a new connection', async () => {
    const { call } = bench.record()
    call.account = '1'
    await expect(channel.check(call)).rejects.toMatchObject({ kind: 'unauthorized', code: 'other-account' })
  })
})

describe('an OA that may not post', () => {
  it.each([
    ['verified', 0, '-221', 'xác thực'],
    ['package', 0, '-224', 'nâng cấp gói'],
  ] as const)('(%s) says why, in words, and nothing is made', async (knob, value, code, words) => {
    bench.turn(knob, value)
    const item = anItem({ media: [bench.files.photo] })
    expect(await bench.failToPublish(bench.draft(item), bench.record())).toMatchObject({
      kind: 'unauthorized',
      code,
      message: expect.stringContaining(words),
    })
    expect(await bench.platform.visible(item.link)).toBe(0)
  })
})

describe('the pace', () => {
  it('slows the channel before the limit of a minute is reached', async () => {
    bench.turn('rateLimit', 100)
    const calls = []
    for (let count = 0; count < 50; count += 1) {
      const recorded = bench.record()
      await channel.check(recorded.call).catch(() => undefined)
      calls.push(recorded.eased.length)
    }
    expect(calls[0]).toBe(0)
    expect(calls.some((eased) => eased > 0)).toBe(true)
  })

  it('over the limit is throttled, and works again a minute later', async () => {
    bench.turn('rateLimit', 1)
    await channel.audience(bench.record().call).catch(() => undefined)
    await expect(channel.check(bench.record().call)).rejects.toMatchObject({ kind: 'throttled', code: '-32' })
    bench.turn('rateLimit', 4_000)
    bench.platform.pass(60)
    await check()
  })
})
