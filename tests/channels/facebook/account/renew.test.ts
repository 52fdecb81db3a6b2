/** The Page's token derived again from the person's; whatever blinks on the way disconnects nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { channel } from '@/channels/facebook'
import type { FacebookCredentials } from '@/channels/facebook/options'
import { SCOPES } from '@/sandbox/facebook/state'
import { issuePersonToken, killToken, rotatePageToken } from '@/sandbox/facebook/state/people'
import { calm, openStage, type Stage } from '../stage'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(async () => {
  calm(stage)
  await stage.platform.close()
})

const DAY = 86_400_000

function connected(pages = [stage.platform.account]): Record<string, string> & { userToken: string } {
  const { token, expiresAt } = issuePersonToken(stage.platform.desk, { pages, scopes: SCOPES, isLong: true })
  return { ...stage.platform.credentials, userToken: token, userTokenExpiresAt: expiresAt }
}

async function renew(credentials: Record<string, string>) {
  const renewed = await channel.renew?.({ ...stage.record().call, credentials })
  if (!renewed) throw new Error('there is no renew')
  const days = renewed.expiresAt && (renewed.expiresAt.getTime() - stage.platform.now().getTime()) / DAY
  return { ...renewed, credentials: renewed.credentials as FacebookCredentials, days }
}

const works = (credentials: Record<string, string>) => channel.check({ ...stage.record().call, credentials })

describe('renewing', () => {
  it('brings a Page token that works after the old one has died', async () => {
    const before = connected()
    rotatePageToken(stage.platform.desk, stage.platform.account)
    await expect(works(before)).rejects.toMatchObject({ kind: 'unauthorized' })
    const { credentials } = await renew(before)
    expect(credentials.pageToken).not.toBe(before['pageToken'])
    expect(await works(credentials as Record<string, string>)).toMatchObject({ identity: 'Công an tỉnh Kon Tum' })
  })

  it('lengthens the person’s token, so that sixty days never end', async () => {
    const before = connected()
    stage.platform.pass(50 * 86_400)
    const { credentials, days } = await renew(before)
    expect(credentials.userToken).not.toBe(before.userToken)
    expect(Date.parse(credentials.userTokenExpiresAt ?? '')).toBeGreaterThan(stage.platform.now().getTime() + 59 * DAY)
    expect(days).toBeGreaterThan(30)
    stage.platform.pass(30 * 86_400)
    await renew(credentials as Record<string, string>)
  })

  it('finds a Page that belongs to a business', async () => {
    const before = connected()
    stage.turn({ businessPages: 1 })
    rotatePageToken(stage.platform.desk, stage.platform.account)
    expect((await renew(before)).credentials.pageToken).not.toBe(before['pageToken'])
  })

  it.each(['oauth.token', 'accounts.list'])('lets a blink at %s be a blink: nothing is called dead', async (call) => {
    stage.platform.fault?.('unavailable', call)
    await expect(renew(connected())).rejects.toMatchObject({ kind: 'unavailable' })
    stage.platform.fault?.('throttle', call)
    await expect(renew(connected())).rejects.toMatchObject({ kind: 'throttled' })
    stage.platform.fault?.('garbage', call)
    await expect(renew(connected())).rejects.toMatchObject({ kind: 'unavailable' })
  })

  it('keeps the channel when only the person’s token has died', async () => {
    const before = connected()
    killToken(stage.platform.desk, before.userToken, 463)
    const { credentials, days } = await renew(before)
    expect(credentials).toEqual(before)
    expect(days).toBeGreaterThan(10)
  })

  it('asks for a new connection when both have died', async () => {
    const before = connected()
    killToken(stage.platform.desk, before.userToken, 460)
    rotatePageToken(stage.platform.desk, stage.platform.account)
    await expect(renew(before)).rejects.toMatchObject({ kind: 'unauthorized', code: '190/460' })
  })

  it('never takes the token of another Page, and keeps the own one while it works', async () => {
    const before = connected(['999'])
    expect((await renew(before)).credentials).toEqual(before)
  })

  it('asks for nothing where there is only a Page token, and comes back in a month', async () => {
    const { credentials, days } = await renew(stage.platform.credentials)
    expect(credentials).toEqual(stage.platform.credentials)
    expect(days).toBeGreaterThan(30)
  })
})
