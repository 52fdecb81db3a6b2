/** OAuth v4: a refresh token works once. */
import { parseForm } from '../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { giveTokens, TOKEN_LIFE_SECONDS, type Account } from './state'

export function renewTokens(request: SandboxRequest, desk: Desk): SandboxAnswer {
  const form = parseForm(request)
  const secret = request.headers['secret_key']
  const known = desk.records
    .list<Account>('zalo.accounts')
    .filter(({ appId, appSecret }) => appId === form['app_id'] && appSecret === secret)
  if (known.length === 0) return refused(-14002, 'Invalid app id')
  const account = known.find(({ refreshToken }) => refreshToken === form['refresh_token'])
  if (form['grant_type'] !== 'refresh_token' || !account) return refused(-14014, 'Invalid refresh token')
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
