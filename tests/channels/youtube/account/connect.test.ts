/** Connecting by Google's own login, with a person at the consent page of the look-alike. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connect } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { http } from '@/platform/http'
import { application } from '@/sandbox/youtube/account/grants'
import { openStage, type Stage } from '../support/stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

const connect = channel.connect as Connect
const signIn = {
  state: 'trang-thai-1',
  redirectUri: 'https://lantoa.example/api/connect/youtube/return',
  verifier: 'xac-minh-'.repeat(5).slice(0, 43),
}
const call = () => ({ ...stage.call(), account: '', credentials: application })
const consentAddress = () => connect.authorize(signIn, { application, addresses: stage.call().addresses })

type Choice = { untick?: string[]; channel?: string; decision?: string }

/** What a person sees and presses; the parameters with which the browser comes back. */
async function consent({ untick = [], channel: chosen, decision = 'allow' }: Choice = {}) {
  const address = consentAddress()
  const { text, status } = await http({ method: 'GET', url: address })
  expect(status).toBe(200)
  const scopes = [...text.matchAll(/name="scope" value="([^"]+)"/g)].map(([, scope]) => scope ?? '')
  expect(text).toContain('Báo Kon Tum')
  const body = new URLSearchParams({ channel: chosen ?? stage.platform.account, decision })
  for (const scope of scopes) if (!untick.some((name) => scope.endsWith(name))) body.append('scope', scope)
  const answer = await http({ method: 'POST', url: address, body })
  const back = new URL(answer.headers.get('location') ?? '')
  expect(`${back.origin}${back.pathname}`).toBe(signIn.redirectUri)
  return Object.fromEntries(back.searchParams)
}

describe('the address of consent', () => {
  it('asks for everything, offline, each time anew, bound by state and verifier, and holds no secret', () => {
    const address = new URL(consentAddress())
    expect(address.pathname).toMatch(/\/o\/oauth2\/v2\/auth$/)
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: application.clientId,
      redirect_uri: signIn.redirectUri,
      response_type: 'code',
      scope: ['youtube.upload', 'youtube.readonly', 'youtube.force-ssl', 'yt-analytics.readonly']
        .map((name) => `https://www.googleapis.com/auth/${name}`)
        .join(' '),
      access_type: 'offline',
      prompt: 'consent',
      include_granted_scopes: 'true',
      state: signIn.state,
      code_challenge: createHash('sha256').update(signIn.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    })
    expect(address.href).not.toContain(application.clientSecret)
    expect(address.href).not.toContain(signIn.verifier)
  })

  it('is Google’s own when nothing is set', () => {
    expect(channel.addresses['accounts']).toEqual({
      variable: 'GOOGLE_ACCOUNTS_URL',
      fallback: 'https://accounts.google.com',
    })
    expect(connect.variables).toEqual({ clientId: 'GOOGLE_CLIENT_ID', clientSecret: 'GOOGLE_CLIENT_SECRET' })
  })
})

describe('coming back', () => {
  it('brings the channel, with credentials that work and live on', async () => {
    const candidates = await connect.accept(await consent(), signIn, call())
    expect(candidates).toHaveLength(1)
    const [candidate] = candidates
    expect(candidate).toMatchObject({
      problems: [],
      profile: { account: stage.platform.account, name: 'Báo Kon Tum', followers: 1230 },
    })
    expect(candidate?.expiresAt?.getTime()).toBeGreaterThan(stage.platform.now().getTime())
    expect(Object.keys(candidate?.credentials ?? {}).toSorted()).toEqual(['accessToken', 'refreshToken'])
    const credentials = { ...application, ...(candidate?.credentials as object) }
    expect(channel.credentials.safeParse(credentials).success).toBe(true)
    const connected = { ...stage.call(), credentials }
    expect(await channel.check(connected)).toMatchObject({ identity: 'Báo Kon Tum', warnings: [] })
    expect(await channel.renew?.(connected)).toMatchObject({ credentials: { refreshToken: expect.any(String) } })
  })

  it('names what was unticked', async () => {
    const [withoutManaging] = await connect.accept(await consent({ untick: ['force-ssl'] }), signIn, call())
    expect(withoutManaging?.problems.map(({ code }) => code)).toEqual(['missing-scope-manage'])
    const [withoutUpload] = await connect.accept(await consent({ untick: ['upload', 'force-ssl'] }), signIn, call())
    expect(withoutUpload?.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('youtube.upload'),
      expect.stringContaining('youtube.force-ssl'),
    ])
    const parameters = await consent({ untick: ['readonly', 'force-ssl'] })
    await expect(connect.accept(parameters, signIn, call())).rejects.toMatchObject({
      kind: 'rejected',
      code: 'missing-scope-read',
    })
  })

  it('lets a channel be connected whose minutes may not be read', async () => {
    const [candidate] = await connect.accept(await consent({ untick: ['yt-analytics.readonly'] }), signIn, call())
    expect(candidate?.problems).toEqual([])
  })

  it('says so in plain words when the account has no channel', async () => {
    const parameters = await consent({ channel: '' })
    await expect(connect.accept(parameters, signIn, call())).rejects.toMatchObject({
      code: 'youtubeSignupRequired',
      message: expect.stringContaining('chưa có kênh YouTube'),
    })
  })

  it('is refused when the person refused', async () => {
    const parameters = await consent({ decision: 'deny' })
    expect(parameters).toEqual({ state: signIn.state, error: 'access_denied' })
    await expect(connect.accept(parameters, signIn, call())).rejects.toMatchObject({
      kind: 'rejected',
      code: 'access_denied',
    })
  })

  it('works once', async () => {
    const parameters = await consent()
    await connect.accept(parameters, signIn, call())
    await expect(connect.accept(parameters, signIn, call())).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('dùng rồi hoặc quá hạn'),
    })
  })

  it.each([
    ['another state', { state: 'trang-thai-2' }, 'no-code'],
    ['another verifier', { verifier: 'y'.repeat(43) }, 'invalid_grant'],
    ['another address', { redirectUri: 'https://elsewhere.example/' }, 'redirect_uri_mismatch'],
  ])('is refused to %s', async (_what, other, code) => {
    const parameters = await consent()
    await expect(connect.accept(parameters, { ...signIn, ...other }, call())).rejects.toMatchObject({ code })
  })

  it('tells when Google kept the refresh token back', async () => {
    const answer = { access_token: 'ya29.short', expires_in: 3599, scope: '' }
    const through = call()
    const parameters = await consent()
    const [candidate] = await connect.accept(parameters, signIn, {
      ...through,
      http: async (request) => {
        if (request.url.endsWith('/token')) return { status: 200, headers: new Headers(), text: JSON.stringify(answer) }
        const token = stage.platform.credentials['accessToken'] ?? ''
        return through.http({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } })
      },
    })
    expect(candidate?.problems.map(({ code }) => code)).toEqual(['no-refresh-token'])
  })

  it('is refused at the page itself to an application that Google does not know', async () => {
    const url = consentAddress().replace(application.clientId, 'nobody')
    expect(await http({ method: 'GET', url })).toMatchObject({ status: 401 })
  })
})
