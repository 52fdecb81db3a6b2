/** Signing in: from the page where a person agrees to the Pages that may be connected. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Call, Candidate } from '@/channels/contract'
import { channel } from '@/channels/facebook'
import { lookalike } from '@/sandbox/facebook'
import { SCOPES } from '@/sandbox/facebook/state'
import { calm, openStage, type Stage } from '../stage'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
  lookalike.open(stage.platform.desk, 'Báo Kon Tum')
  lookalike.open(stage.platform.desk, 'Đài PT-TH Kon Tum')
})
afterEach(async () => {
  calm(stage)
  await stage.platform.close()
})

const SIGN_IN = { state: 'trang-thai-1', redirectUri: 'https://lantoa.example/ket-noi', verifier: 'v'.repeat(43) }

const keys = () => {
  const { appId = '', appSecret = '' } = stage.platform.credentials
  return { appId, appSecret }
}

function address(): string {
  const { addresses } = stage.record().call
  return channel.connect?.authorize(SIGN_IN, { application: keys(), addresses }) ?? ''
}

type Choice = { decision?: string; pages?: string[]; scopes?: string[] }

/** What the person's browser does; returns the parameters of the redirect. */
async function agree({ decision = 'agree', pages, scopes = SCOPES }: Choice = {}): Promise<Record<string, string>> {
  const shown = await (await fetch(address())).text()
  const all = [...shown.matchAll(/name="page" value="(\d+)"/g)].map(([, id = '']) => id)
  const form = new URLSearchParams({ decision })
  for (const page of pages ?? all) form.append('page', page)
  for (const scope of scopes) form.append('scope', scope)
  const answer = await fetch(address(), { method: 'POST', body: form, redirect: 'manual' })
  expect(answer.status).toBe(302)
  const location = new URL(answer.headers.get('location') ?? '')
  expect(location.origin + location.pathname).toBe(SIGN_IN.redirectUri)
  return Object.fromEntries(location.searchParams)
}

async function accept(parameters: Record<string, string>, call = stage.record().call): Promise<Candidate[]> {
  return (await channel.connect?.accept(parameters, SIGN_IN, { ...call, account: '', credentials: keys() })) ?? []
}

/** Ids in the answer of `debug_token` as JSON numbers, as they used to be. */
function withNumbers(): Call {
  const { call } = stage.record()
  const http: Call['http'] = async (request) => {
    const answer = await call.http(request)
    const isOld = request.url.includes('debug_token')
    return isOld ? { ...answer, text: answer.text.replaceAll(/"(\d{5,})"/g, '$1') } : answer
  }
  return { ...call, http }
}

describe('signing in', () => {
  it('asks for every permission on a page in Vietnamese', async () => {
    const url = new URL(address())
    expect(url.pathname).toBe('/facebook/dialog/v26.0/dialog/oauth')
    expect(url.searchParams.get('scope')?.split(',').toSorted()).toEqual(SCOPES.toSorted())
    const shown = await (await fetch(url)).text()
    expect(shown).toContain('Tiếp tục')
    expect(shown).toContain('Đài PT-TH Kon Tum')
  })

  it('brings every Page with what is needed to know and to use it', async () => {
    const parameters = await agree()
    expect(parameters['state']).toBe(SIGN_IN.state)
    const candidates = await accept(parameters)
    expect(candidates.map(({ profile }) => profile.name)).toEqual([
      'Công an tỉnh Kon Tum',
      'Báo Kon Tum',
      'Đài PT-TH Kon Tum',
    ])
    for (const { problems, credentials, expiresAt, profile } of candidates) {
      expect(problems).toEqual([])
      expect(channel.credentials.safeParse(credentials).success).toBe(true)
      expect(expiresAt?.getTime()).toBeGreaterThan(stage.platform.now().getTime() + 59 * 86_400_000)
      expect(profile).toMatchObject({ url: expect.stringContaining(profile.account), verified: true })
      expect(profile.followers).toBeGreaterThan(0)
    }
    const [first] = candidates
    const call = { ...stage.record().call, credentials: { ...(first?.credentials as object), ...keys() } }
    expect(await channel.check(call)).toMatchObject({ identity: 'Công an tỉnh Kon Tum', warnings: [] })
  })

  it('reads a long list page by page, with the Pages of businesses, each once', async () => {
    stage.turn({ accountsPerPage: 1, businessPages: 1 })
    const names = (await accept(await agree())).map(({ profile }) => profile.name)
    expect(names.toSorted()).toEqual(['Báo Kon Tum', 'Công an tỉnh Kon Tum', 'Đài PT-TH Kon Tum'].toSorted())
  })

  it('brings only the Pages that were ticked', async () => {
    const candidates = await accept(await agree({ pages: [stage.platform.account] }))
    expect(candidates.map(({ profile }) => profile.account)).toEqual([stage.platform.account])
  })

  it.each([
    ['pages_manage_posts', 'scope-missing'],
    ['read_insights', 'scope-useful-missing'],
  ])('names a permission that was not given: %s', async (scope, code) => {
    const candidates = await accept(await agree({ scopes: SCOPES.filter((name) => name !== scope) }))
    expect(candidates[0]?.problems).toMatchObject([{ code, message: expect.stringContaining(scope) }])
  })

  it('knows the Pages for which a permission was given by ids in text and in numbers', async () => {
    const chosen = { pages: [stage.platform.account] }
    expect((await accept(await agree(chosen), withNumbers())).map(({ problems }) => problems)).toEqual([[]])
    expect((await accept(await agree(chosen))).map(({ problems }) => problems)).toEqual([[]])
  })

  it('names the tasks that the person does not have on a Page', async () => {
    const { desk, account } = stage.platform
    desk.records.put('facebook.pages', account, {
      ...desk.records.get<object>('facebook.pages', account),
      tasks: ['MODERATE'],
    })
    const candidates = await accept(await agree())
    expect(candidates.find(({ profile }) => profile.account === account)?.problems).toMatchObject([
      { code: 'task-create-content' },
      { code: 'task-analyze' },
    ])
    expect(candidates.at(-1)?.problems).toEqual([])
  })
})

describe('signing in that comes to nothing', () => {
  it('because the person refused', async () => {
    const parameters = await agree({ decision: 'refuse' })
    expect(parameters).toMatchObject({ error: 'access_denied', state: SIGN_IN.state })
    await expect(accept(parameters)).rejects.toMatchObject({ kind: 'rejected', code: 'access_denied' })
    await expect(accept({})).rejects.toMatchObject({ kind: 'rejected', code: 'no-code' })
  })

  it('because the code was used before, is too old, or is none', async () => {
    const parameters = await agree()
    await accept(parameters)
    await expect(accept(parameters)).rejects.toMatchObject({ kind: 'rejected', code: '100/36009' })
    const late = await agree()
    stage.platform.pass(3_600)
    await expect(accept(late)).rejects.toMatchObject({ kind: 'rejected', code: '100/36007' })
    await expect(accept({ code: 'bừa' })).rejects.toMatchObject({ kind: 'rejected', code: '100' })
  })

  it('because the address to come back to is another one', async () => {
    const { call } = stage.record()
    const parameters = await agree()
    const elsewhere = { ...SIGN_IN, redirectUri: 'https://lantoa.example/noi-khac' }
    const accepted = channel.connect?.accept(parameters, elsewhere, { ...call, credentials: keys() })
    await expect(accepted).rejects.toMatchObject({ kind: 'rejected', code: '100/36008' })
  })

  it('because the platform is away, and then it may be tried again', async () => {
    stage.platform.fault?.('unavailable', 'oauth.token')
    const parameters = await agree()
    await expect(accept(parameters)).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await accept(parameters)).toHaveLength(3)
  })

  it('and puts neither code, token nor secret into an error', async () => {
    const parameters = await agree()
    await accept(parameters)
    const failure = await accept(parameters).catch((thrown: unknown) => thrown)
    const said = JSON.stringify(failure) + String(failure)
    expect(said).not.toContain(parameters['code'])
    expect(said).not.toContain(keys().appSecret)
  })
})
