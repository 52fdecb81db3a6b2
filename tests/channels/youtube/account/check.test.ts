/** The connection to the channel: who it is, what it may do, and how it is kept alive. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { channel } from '@/channels/youtube'
import type { HttpRequest } from '@/platform/http/contract'
import { restore, revoke } from '@/sandbox/youtube/account/grants'
import { issueToken, SCOPES } from '@/sandbox/youtube/account/tokens'
import { openStage, type Stage } from '../support/stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

const without = (...names: string[]) =>
  SCOPES.split(' ')
    .filter((scope) => !names.some((name) => scope.endsWith(name)))
    .join(' ')

function callWith(scope: string) {
  const { account: owner, credentials } = stage.platform
  const grant = { refreshToken: '', client: credentials['clientId'] ?? '', channel: owner, scope, isRevoked: false }
  return { ...stage.call(), credentials: { ...credentials, accessToken: issueToken(stage.desk, grant) } }
}

describe('the connection', () => {
  it('shows whose channel it is: id, name, address, picture, subscribers', async () => {
    const { account } = stage.platform
    const health = await channel.check(stage.call())
    expect(health).toMatchObject({
      identity: 'Báo Kon Tum',
      expiresAt: null,
      warnings: [],
      scopes: SCOPES.split(' '),
      profile: {
        account,
        name: 'Báo Kon Tum',
        url: expect.stringMatching(/\/@[\w-]+$/),
        picture: expect.stringContaining('http'),
        followers: 1230,
        verified: null,
      },
    })
  })

  it('does not make a number of hidden subscribers', async () => {
    stage.mood({ hideSubscribers: true })
    expect((await channel.check(stage.call())).profile.followers).toBeNull()
    expect(await channel.audience(stage.call())).toEqual([
      expect.objectContaining({ metric: 'followers', value: null, because: expect.stringContaining('ẩn') }),
    ])
  })

  it('warns that an unverified channel gets no long videos', async () => {
    stage.mood({ longUploadsStatus: 'eligible' })
    const { warnings } = await channel.check(stage.call())
    expect(warnings).toEqual([{ code: 'long-uploads-not-allowed', message: expect.stringContaining('15 phút') }])
  })

  it('is refused for another channel than the one that was connected', async () => {
    await expect(channel.check({ ...stage.call(), account: 'UCanother' })).rejects.toMatchObject({
      kind: 'unauthorized',
      code: 'other-channel',
    })
  })

  it('that may not upload is no connection, and says which permission is missing', async () => {
    const call = callWith(without('youtube.upload', 'youtube.force-ssl'))
    await expect(channel.check(call)).rejects.toMatchObject({
      kind: 'unauthorized',
      code: 'missing-scope-upload',
      message: expect.stringContaining('youtube.upload'),
    })
  })

  it('that may upload but not manage or count works, with a warning for each', async () => {
    const { warnings } = await channel.check(callWith(without('youtube.force-ssl', 'yt-analytics.readonly')))
    expect(warnings.map(({ code }) => code)).toEqual(['missing-scope-manage', 'missing-scope-analytics'])
  })

  it('that may not even look is refused by YouTube itself', async () => {
    const call = callWith(without('youtube.readonly', 'youtube.force-ssl'))
    await expect(channel.check(call)).rejects.toMatchObject({ kind: 'unauthorized', code: 'insufficientPermissions' })
  })
})

describe('tokens', () => {
  it('are renewed before the hour is over; the refresh token that does not come back is kept', async () => {
    stage.platform.pass(3_600)
    const call = stage.call()
    await expect(channel.check(call)).rejects.toMatchObject({ kind: 'unauthorized', code: 'authError' })
    const now = call.now()
    const renewed = await channel.renew?.({ ...call, now: () => now })
    expect(renewed?.credentials).toMatchObject({ refreshToken: stage.platform.credentials['refreshToken'] })
    expect(renewed?.expiresAt?.getTime()).toBe(now.getTime() + 3_599_000)
    const credentials = channel.credentials.parse(renewed?.credentials) as Record<string, string>
    expect(await channel.check({ ...call, credentials })).toMatchObject({ identity: 'Báo Kon Tum' })
    stage.platform.credentials = credentials
  })

  it('that come with a new refresh token take it', async () => {
    const answer = { access_token: 'ya29.new', expires_in: 3599, refresh_token: '1//new', scope: SCOPES }
    const renewed = await channel.renew?.({ ...stage.call(), http: answering(200, answer) })
    expect(renewed?.credentials).toMatchObject({ accessToken: 'ya29.new', refreshToken: '1//new' })
  })

  it('are not asked for without the keys of an application', async () => {
    const { refreshToken = '', accessToken = '' } = stage.platform.credentials
    const call = { ...stage.call(), credentials: { refreshToken, accessToken } }
    await expect(channel.renew?.(call)).rejects.toMatchObject({ kind: 'unauthorized', code: 'no-application' })
    expect(channel.credentials.safeParse(call.credentials).success).toBe(true)
  })

  it('end with the owner’s permission, and after seven days of an application in testing', async () => {
    const call = stage.call()
    revoke(stage.desk, stage.platform.account)
    await expect(channel.renew?.(call)).rejects.toMatchObject({ kind: 'unauthorized', code: 'invalid_grant' })
    restore(stage.desk, stage.platform.account)
    stage.mood({ refreshTokenSeconds: 7 * 24 * 3_600 })
    expect(await channel.renew?.(call)).toMatchObject({ credentials: { clientId: expect.any(String) } })
    stage.platform.pass(8 * 24 * 3_600)
    await expect(channel.renew?.(call)).rejects.toMatchObject({ code: 'invalid_grant' })
  })

  it.each([
    [400, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }, 'thu hồi'],
    [400, { error: 'invalid_grant', error_subtype: 'invalid_rapt' }, 'đăng nhập lại theo kỳ hạn'],
    [401, { error: 'invalid_client', error_description: 'The OAuth client was not found.' }, 'khóa bí mật'],
    [400, { error: 'unauthorized_client' }, 'không được phép'],
    [401, { error: 'deleted_client' }, 'đã bị xóa'],
    [401, { error: 'disabled_client' }, 'đang bị tắt'],
    [400, { error: 'admin_policy_enforced' }, 'Workspace chặn'],
    [400, { error: 'redirect_uri_mismatch' }, 'Địa chỉ chuyển hướng'],
  ])('are refused for good (%d %o) with the sentence that helps', async (status, body, words) => {
    const renewing = channel.renew?.({ ...stage.call(), http: answering(status, body) })
    await expect(renewing).rejects.toMatchObject({ kind: 'unauthorized', message: expect.stringContaining(words) })
  })

  it.each([
    [500, { error: 'internal_failure' }, 'unavailable'],
    [503, '<html>Service Unavailable</html>', 'unavailable'],
    [502, '', 'unavailable'],
    [400, { error: 'something_new' }, 'unavailable'],
    [429, { error: 'rate_limit_exceeded' }, 'throttled'],
    [200, '<html>', 'unavailable'],
  ])('that could not be had for the moment (%d %o) disconnect nobody', async (status, body, kind) => {
    const renewing = channel.renew?.({ ...stage.call(), http: answering(status, body) })
    await expect(renewing).rejects.toMatchObject({ kind })
  })
})

function answering(status: number, body: unknown) {
  return async (_request: HttpRequest) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return { status, headers: new Headers(), text }
  }
}
