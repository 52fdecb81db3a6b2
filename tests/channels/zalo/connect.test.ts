/** Signing in at the look-alike as an administrator would: permission page, code, pair of tokens, identity. */
import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Candidate } from '@/channels/contract'
import { channel } from '@/channels/zalo'
import { connect } from '@/channels/zalo/connection/connect'
import { APPLICATION, openAccount } from '@/sandbox/zalo/state'
import { openZalo, type ZaloBench } from './bench'

let bench: ZaloBench

const VERIFIER = 'v'.repeat(43)
const SIGN_IN = { state: 'trang-thai-1', redirectUri: 'https://lantoa.example/ket-noi', verifier: 's'.repeat(43) }
const { appId, appSecret } = APPLICATION
const application = { appId, appSecret, codeVerifier: VERIFIER }

beforeAll(async () => {
  bench = await openZalo()
})
afterEach(() => {
  bench.platform.heal?.()
  bench.platform.desk.records.put('zalo.console', 'callback', '')
})
afterAll(() => bench.platform.close())

const addressOf = (keys: Record<string, string> = application) =>
  connect.authorize(SIGN_IN, { application: keys, addresses: bench.record().call.addresses })

/** What the browser does: opens the page, chooses the OA, presses a button, and is sent back. */
async function consent(address: string, answer = 'yes', account = bench.platform.account) {
  const page = await (await fetch(address)).text()
  const pressed = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ account, answer }),
    redirect: 'manual',
  })
  const back = new URL(pressed.headers.get('location') ?? 'about:blank')
  return { page, back, parameters: Object.fromEntries(back.searchParams) }
}

async function accept(parameters: Record<string, string>, keys: Record<string, string> = application) {
  const { call } = bench.record()
  call.credentials = keys
  return connect.accept(parameters, SIGN_IN, call)
}

describe('the way to Zalo', () => {
  it('carries application, address, state and the challenge of the one verifier of the application', () => {
    const address = new URL(addressOf())
    expect(address.pathname).toMatch(/\/v4\/oa\/permission$/)
    expect(Object.fromEntries(address.searchParams)).toEqual({
      app_id: appId,
      redirect_uri: SIGN_IN.redirectUri,
      code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
      state: SIGN_IN.state,
    })
  })

  it('falls back to the verifier of the sign-in where the application has none', () => {
    const challenge = createHash('sha256').update(SIGN_IN.verifier).digest('base64url')
    expect(new URL(addressOf({ appId, appSecret })).searchParams.get('code_challenge')).toBe(challenge)
  })

  it('leads to a page in Vietnamese that names the OA and asks', async () => {
    const { page } = await consent(addressOf())
    expect(page).toContain('Cho phép')
    expect(page).toContain('Công an tỉnh Kon Tum')
  })
})

describe('a consent', () => {
  it('is one OA with its identity, a pair that works, and an end', async () => {
    const { parameters } = await consent(addressOf())
    expect(parameters).toMatchObject({ oa_id: bench.platform.account, state: SIGN_IN.state })
    const [candidate, ...more] = await accept(parameters)
    expect(more).toEqual([])
    expect(candidate).toMatchObject({
      profile: { account: bench.platform.account, name: 'Công an tỉnh Kon Tum', verified: true },
      problems: [],
    })
    const life = (candidate?.expiresAt?.getTime() ?? 0) - bench.platform.now().getTime()
    expect(Math.round(life / 60_000)).toBe(25 * 60)
    await expectToWork(candidate as Candidate)
  })

  it('holds no key of the application', async () => {
    const { parameters } = await consent(addressOf())
    const [candidate] = await accept(parameters)
    expect(Object.keys(candidate?.credentials as object).toSorted()).toEqual(['accessToken', 'refreshToken'])
  })

  it('of another OA connects that one, and only that one', async () => {
    const other = openAccount(bench.platform.desk, 'Báo Kon Tum')
    const { parameters } = await consent(addressOf(), 'yes', other.id)
    expect((await accept(parameters))[0]?.profile).toMatchObject({ account: other.id, name: 'Báo Kon Tum' })
  })

  it('keeps the pair when the identity cannot be read, and says so', async () => {
    const { parameters } = await consent(addressOf())
    bench.platform.fault?.('unavailable', 'account.read')
    const [candidate] = await accept(parameters)
    expect(candidate).toMatchObject({
      profile: { account: bench.platform.account },
      problems: [{ code: 'identity-unknown' }],
    })
    await expectToWork(candidate as Candidate)
  })

  it('that names another OA than the token is no connection', async () => {
    const { parameters } = await consent(addressOf())
    const [candidate] = await accept({ ...parameters, oa_id: '99' })
    expect(candidate?.problems).toEqual([{ code: 'other-account', message: expect.stringContaining('chọn đúng OA') }])
  })
})

describe('no consent', () => {
  it('is told when the person refused', async () => {
    const { parameters } = await consent(addressOf(), 'no')
    await expect(accept(parameters)).rejects.toMatchObject({ kind: 'rejected', code: 'no-code' })
  })

  it('is a state that is not ours', async () => {
    const { parameters } = await consent(addressOf())
    await expect(accept({ ...parameters, state: 'khac' })).rejects.toMatchObject({ kind: 'rejected' })
  })

  it('is a code that was used', async () => {
    const { parameters } = await consent(addressOf())
    await accept(parameters)
    await expect(accept(parameters)).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('đã dùng, quá 10 phút'),
    })
  })

  it('is a code older than ten minutes', async () => {
    const { parameters } = await consent(addressOf())
    bench.platform.pass(601)
    await expect(accept(parameters)).rejects.toMatchObject({ kind: 'rejected' })
  })

  it('is a verifier that does not fit the challenge, and the code is spent by it', async () => {
    const { parameters } = await consent(addressOf())
    await expect(accept(parameters, { ...application, codeVerifier: 'x'.repeat(43) })).rejects.toMatchObject({
      kind: 'rejected',
    })
    await expect(accept(parameters)).rejects.toMatchObject({ kind: 'rejected' })
  })

  it('is a wrong secret, with its own sentence', async () => {
    const { parameters } = await consent(addressOf())
    await expect(accept(parameters, { ...application, appSecret: 'sai' })).rejects.toMatchObject({ code: '-14002' })
  })

  it('is an address that the console does not know', async () => {
    bench.platform.desk.records.put('zalo.console', 'callback', 'https://lantoa.example/dia-chi-khac')
    const { page, parameters } = await consent(addressOf())
    expect(page).toContain('-14003')
    expect(parameters).toEqual({})
  })

  it('is certain of nothing when the answer was lost', async () => {
    const { parameters } = await consent(addressOf())
    bench.platform.fault?.('accept-then-drop', 'token.renew')
    await expect(accept(parameters)).rejects.toMatchObject({ kind: 'outcome-unknown' })
  })
})

/** As the engine does: the application's keys are added to what the candidate brought. */
async function expectToWork({ credentials, profile }: Candidate): Promise<void> {
  const { call } = bench.record()
  call.account = profile.account
  call.credentials = { ...application, ...(credentials as Record<string, string>) }
  expect(channel.credentials.safeParse(call.credentials).success).toBe(true)
  expect((await channel.check(call)).profile.account).toBe(profile.account)
  const renewed = await channel.renew?.(call)
  expect(renewed?.credentials).toMatchObject({ accessToken: expect.any(String) })
  expect(Object.keys(renewed?.credentials as object)).not.toContain('codeVerifier')
}
