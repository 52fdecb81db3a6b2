/** Whose Page this is, what the token may do, how long it lives. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { channel } from '@/channels/facebook'
import { lookalike } from '@/sandbox/facebook'
import { SCOPES, savePage, TASKS, type Page } from '@/sandbox/facebook/state'
import { issuePersonToken, killToken } from '@/sandbox/facebook/state/people'
import { calm, listen, openStage, pathOf, type Stage } from '../stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => {
  calm(stage)
  change({ scopes: SCOPES, tasks: TASKS })
})
afterAll(() => stage.platform.close())

function change(facts: Partial<Page>): void {
  const { desk, account } = stage.platform
  const page = desk.records.get<Page>('facebook.pages', account)
  if (page) savePage(desk, { ...page, ...facts })
}

function check(credentials: Record<string, string> = stage.platform.credentials) {
  return channel.check({ ...stage.record().call, credentials })
}

const personToken = () =>
  issuePersonToken(stage.platform.desk, { pages: [stage.platform.account], scopes: SCOPES, isLong: true }).token
const codes = ({ warnings }: Awaited<ReturnType<typeof check>>) => warnings.map(({ code }) => code)

describe('a check', () => {
  it('shows the Page as the public knows it', async () => {
    const { profile, scopes, expiresAt, warnings } = await check()
    expect(profile).toEqual({
      account: stage.platform.account,
      name: 'Công an tỉnh Kon Tum',
      url: `https://www.facebook.com/${stage.platform.account}`,
      picture: expect.stringContaining('/_files/'),
      followers: expect.any(Number),
      verified: true,
    })
    expect(scopes).toEqual(SCOPES)
    expect(expiresAt).toBeNull()
    expect(warnings).toEqual([])
  })

  it('works without the application’s keys, and then tells less', async () => {
    const { pageToken = '' } = stage.platform.credentials
    expect(await check({ pageToken })).toMatchObject({ scopes: [], warnings: [], expiresAt: null })
  })

  it('falls back to the name where more fields are refused', async () => {
    const recorded = stage.record()
    const { http } = recorded.call
    recorded.call.http = (request) =>
      request.url.includes('verification_status')
        ? Promise.resolve({
            status: 400,
            headers: new Headers(),
            text: '{"error":{"code":10,"type":"OAuthException"}}',
          })
        : http(request)
    const { profile } = await channel.check(recorded.call)
    expect(profile).toMatchObject({ name: 'Công an tỉnh Kon Tum', followers: null, verified: null })
  })

  it('refuses the token of another Page', async () => {
    const { credentials } = lookalike.open(stage.platform.desk, 'Một Trang khác')
    await expect(check(credentials)).rejects.toMatchObject({ kind: 'unauthorized', code: 'other-page' })
  })

  it('refuses a wrong secret of the application with a clear sentence', async () => {
    const wrong = check({ ...stage.platform.credentials, appSecret: 'f'.repeat(32) })
    await expect(wrong).rejects.toMatchObject({
      kind: 'unauthorized',
      message: expect.stringContaining('Khóa bí mật'),
    })
  })

  it.each([458, 460, 463, 467, 492])('tells that the token is dead: 190/%i', async (tokenSubcode) => {
    stage.turn({ tokenSubcode })
    await expect(check()).rejects.toMatchObject({ kind: 'unauthorized', code: `190/${tokenSubcode}` })
  })

  it('warns of what is missing but needed by no post', async () => {
    change({ scopes: SCOPES.filter((scope) => scope !== 'read_insights') })
    expect(codes(await check())).toEqual(['scope-insights'])
    change({ scopes: ['pages_read_engagement', 'pages_manage_posts'] })
    expect(codes(await check())).toEqual(['scope-insights', 'scope-comments', 'scope-webhook'])
  })

  it('asks for a new connection where posts can not go out', async () => {
    change({ scopes: SCOPES.filter((scope) => scope !== 'pages_manage_posts') })
    await expect(check()).rejects.toMatchObject({
      kind: 'unauthorized',
      code: 'missing-scope',
      message: expect.stringContaining('pages_manage_posts'),
    })
  })

  it('reads what the person may do on the Page', async () => {
    const credentials = { ...stage.platform.credentials, userToken: personToken() }
    expect(await check(credentials)).toMatchObject({ warnings: [] })
    change({ tasks: ['CREATE_CONTENT'] })
    expect(codes(await check(credentials))).toEqual(['task-analyze'])
    change({ tasks: ['ANALYZE'] })
    await expect(check(credentials)).rejects.toMatchObject({ kind: 'unauthorized', code: 'missing-task' })
  })

  it('only warns when the person’s token has ended and the Page’s still works', async () => {
    const userToken = personToken()
    killToken(stage.platform.desk, userToken, 463)
    expect(codes(await check({ ...stage.platform.credentials, userToken }))).toEqual(['user-token-dead'])
  })

  it('counts the days to every end that is near', async () => {
    stage.turn({ dataAccessDays: 3 })
    const userTokenExpiresAt = new Date(stage.platform.now().getTime() + 5.5 * 86_400_000).toISOString()
    const health = await check({ ...stage.platform.credentials, userTokenExpiresAt })
    expect(health.warnings).toMatchObject([
      { code: 'data-access-ends', message: expect.stringMatching(/còn [23] ngày/) },
      { code: 'user-token-ends', message: expect.stringContaining('còn 5 ngày') },
    ])
    const ended = new Date(stage.platform.now().getTime() - 1_000).toISOString()
    const late = await check({ ...stage.platform.credentials, userTokenExpiresAt: ended })
    expect(late.warnings.at(-1)?.message).toContain('đã hết hạn')
  })

  it('sends a proof of the secret with every call, and the token in no address but the one that inspects it', async () => {
    const recorded = stage.record()
    const requests = listen(recorded)
    await channel.check(recorded.call)
    const { pageToken = 'missing' } = stage.platform.credentials
    for (const request of requests) {
      expect(request.url).toContain('appsecret_proof=')
      if (!pathOf(request).endsWith('debug_token')) expect(request.url).not.toContain(pageToken)
    }
  })
})
