/** Zalo's tokens: 25 hours, and a refresh token that works once. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { credentials as schema } from '@/channels/zalo/options'
import { channel } from '@/channels/zalo'
import type { Call } from '@/channels/contract'
import { lookalike } from '@/sandbox/zalo'
import { openBench, type Bench } from '../../contracts/bench'
import { runLookalike } from '../../support/platforms'

let bench: Bench<Parameters<typeof channel.publish>[0]['post']>
/** As the engine stores them: the pair that was given last. */
let stored: unknown

beforeAll(async () => {
  bench = await openBench(channel, await runLookalike(lookalike))
  stored = bench.platform.credentials
})
beforeEach(() => bench.platform.heal?.())
afterAll(() => bench.platform.close())

function callWith(credentials: unknown): Call {
  const { call } = bench.record()
  call.credentials = credentials
  return call
}

async function renewAndStore(): Promise<Date | null> {
  const renewed = await channel.renew?.(callWith(stored))
  stored = renewed?.credentials
  return renewed?.expiresAt ?? null
}

describe('a pair of tokens', () => {
  it('is renewed to a new pair that works, and says when it ends', async () => {
    const before = schema.parse(stored)
    const expiresAt = await renewAndStore()
    const after = schema.parse(stored)
    expect(after.accessToken).not.toBe(before.accessToken)
    expect(after.refreshToken).not.toBe(before.refreshToken)
    expect(expiresAt?.getTime()).toBeGreaterThan(bench.platform.now().getTime() + 24 * 3_600_000)
    expect(await channel.check(callWith(stored))).toMatchObject({ identity: 'Công an tỉnh Kon Tum' })
  })

  it('cannot be renewed twice from the same refresh token', async () => {
    const used = stored
    await renewAndStore()
    await expect(channel.renew?.(callWith(used))).rejects.toMatchObject({
      kind: 'unauthorized',
      code: '-14014',
      message: expect.stringContaining('cấp quyền lại'),
    })
  })

  it('dies after 25 hours, and renewing brings it back', async () => {
    bench.platform.pass(26 * 3_600)
    await expect(channel.check(callWith(stored))).rejects.toMatchObject({ kind: 'unauthorized', code: '-216' })
    await renewAndStore()
    expect(await channel.check(callWith(stored))).toMatchObject({ identity: 'Công an tỉnh Kon Tum' })
  })

  it('keeps its fate open when the platform takes the refresh token and gives no answer', async () => {
    bench.platform.fault?.('garbage', 'token.renew')
    await expect(channel.renew?.(callWith(stored))).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: expect.stringContaining('mã truy cập'),
    })
  })

  it('is never overwritten by an empty one', async () => {
    const call = callWith(stored)
    call.http = async () => ({
      status: 200,
      headers: new Headers(),
      text: '{"access_token":"","refresh_token":"","expires_in":"90000"}',
    })
    await expect(channel.renew?.(call)).rejects.toMatchObject({ kind: 'outcome-unknown' })
  })

  it('is refused with its own sentence when the app secret is wrong', async () => {
    const wrong = { ...schema.parse(stored), appSecret: 'sai' }
    await expect(channel.check(callWith(wrong))).rejects.toMatchObject({ kind: 'unauthorized', code: '-242' })
    await expect(channel.renew?.(callWith(wrong))).rejects.toMatchObject({ kind: 'unauthorized', code: '-14002' })
  })
})
