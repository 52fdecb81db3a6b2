/** Quotas, and the connection to the channel. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ChannelError } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { failureOf } from '@/channels/youtube/failures'
import { secondsToReset } from '@/channels/youtube/quota'
import { revoke } from '@/sandbox/youtube/account/grants'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

describe('quotas', () => {
  const publishing = () => channel.publish(stage.aDraft(), stage.call())

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

  it('the day ends at midnight in Los Angeles', () => {
    expect(secondsToReset(new Date('2026-11-22T07:59:30Z'))).toBe(30)
    expect(secondsToReset(new Date('2026-07-01T06:00:00Z'))).toBe(3_600)
  })
})

describe('the connection', () => {
  it('says what it may do', async () => {
    const health = await channel.check(stage.call())
    expect(health).toMatchObject({
      identity: 'Báo Kon Tum',
      expiresAt: null,
      scopes: expect.arrayContaining(['https://www.googleapis.com/auth/youtube.force-ssl']),
    })
  })

  it('is refused for another channel than the one that was connected', async () => {
    const call = stage.call()
    await expect(channel.check({ ...call, account: 'UCanother' })).rejects.toMatchObject({
      kind: 'unauthorized',
      code: 'other-channel',
    })
  })

  it('is renewed before the hour is over; the refresh token that does not come back is kept', async () => {
    stage.platform.pass(3_600)
    const call = stage.call()
    await expect(channel.check(call)).rejects.toMatchObject({ kind: 'unauthorized' })
    const now = call.now()
    const renewed = await channel.renew?.({ ...call, now: () => now })
    expect(renewed?.credentials).toMatchObject({ refreshToken: stage.platform.credentials['refreshToken'] })
    expect(renewed?.expiresAt?.getTime()).toBe(now.getTime() + 3_599_000)
    const credentials = channel.credentials.parse(renewed?.credentials) as Record<string, string>
    expect(await channel.check({ ...call, credentials })).toMatchObject({ identity: 'Báo Kon Tum' })
    stage.platform.credentials = credentials
  })

  it('asks for a person when Google took the right away, and only then', async () => {
    const call = stage.call()
    stage.desk.faults.add({ platform: 'youtube', call: 'token.grant', fault: 'unavailable', times: 1 })
    await expect(channel.renew?.(call)).rejects.toMatchObject({ kind: 'unavailable' })
    const wrong = stage.call()
    const credentials = { ...stage.platform.credentials, clientSecret: 'another' }
    await expect(channel.renew?.({ ...wrong, credentials })).rejects.toMatchObject({
      kind: 'unauthorized',
      code: 'invalid_client',
    })
    revoke(stage.desk, stage.platform.account)
    await expect(channel.renew?.(call)).rejects.toMatchObject({ kind: 'unauthorized', code: 'invalid_grant' })
    stage.desk.records.put('youtube.revoked', stage.platform.account, false)
  })
})

it('a refused request that is not listed may have had an effect only when it could', () => {
  const answer = { status: 502, headers: new Headers(), text: '<html>' }
  const now = new Date()
  expect(failureOf(answer, { irreversible: true, now })).toMatchObject({ kind: 'outcome-unknown' })
  expect(failureOf(answer, { irreversible: false, now })).toMatchObject({ kind: 'unavailable' })
  expect(failureOf(answer, { irreversible: false, now })).toBeInstanceOf(ChannelError)
})
