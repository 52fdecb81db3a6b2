/** OAuth v4: a code works once within ten minutes, a refresh token works once. */
import { parseForm } from '../../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { APPLICATION, getAccount, giveTokens, isRefreshAlive, listAccounts, TOKEN_LIFE_SECONDS } from '../state'
import type { Account } from '../state'
import { challengeOf, type Code } from './permission'

type Form = Record<string, string>

export function giveToken(request: SandboxRequest, desk: Desk): SandboxAnswer {
  const form = parseForm(request)
  const secret = request.headers['secret_key'] ?? ''
  if (form['grant_type'] === 'authorization_code') return exchangeCode(desk, form, secret)
  return form['grant_type'] === 'refresh_token' ? refresh(desk, form, secret) : refused(-14001, 'Invalid grant type')
}

function refresh(desk: Desk, form: Form, secret: string): SandboxAnswer {
  const known = listAccounts(desk).filter(({ appId, appSecret }) => appId === form['app_id'] && appSecret === secret)
  if (known.length === 0) return refused(-14002, 'Invalid app id')
  const account = known.find(({ refreshToken }) => refreshToken === form['refresh_token'])
  return account && isRefreshAlive(desk, account) ? answer(desk, account) : refused(-14014, 'Invalid refresh token')
}

function exchangeCode(desk: Desk, form: Form, secret: string): SandboxAnswer {
  const { appId, appSecret } = APPLICATION
  if (form['app_id'] !== appId || secret !== appSecret) return refused(-14002, 'Invalid app id')
  const code = takeCode(desk, form['code'] ?? '')
  if (!code) return refused(-14019, 'Invalid authorization code')
  if (challengeOf(form['code_verifier'] ?? '') !== code.challenge) return refused(-14020, 'Invalid code verifier')
  const account = getAccount(desk, code.account)
  if (!account) return refused(-14019, 'Invalid authorization code')
  // An account made before there was one application for all.
  return answer(desk, { ...account, appId, appSecret })
}

/** Works once, also when what comes with it is wrong. */
function takeCode(desk: Desk, given: string): Code | null {
  const code = desk.records.get<Code>('zalo.codes', given)
  if (!code || code.isUsed || Date.parse(code.until) <= desk.now().getTime()) return null
  desk.records.put('zalo.codes', code.code, { ...code, isUsed: true })
  return code
}

function answer(desk: Desk, account: Account): SandboxAnswer {
  const { accessToken, refreshToken } = giveTokens(desk, account)
  return {
    status: 200,
    body: { access_token: accessToken, refresh_token: refreshToken, expires_in: String(TOKEN_LIFE_SECONDS) },
  }
}

function refused(error: number, description: string): SandboxAnswer {
  return {
    status: 200,
    body: { error, error_name: description, error_description: description, error_reason: description, ref_doc: '' },
  }
}
