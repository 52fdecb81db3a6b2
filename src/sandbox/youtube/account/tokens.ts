/** https://oauth2.googleapis.com: its errors are shaped unlike those of the API. */
import { createHash } from 'node:crypto'
import { parseForm } from '../../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { refuseToken } from '../answers'
import { letters, moodOf, openChannel, type ChannelRecord } from '../state'
import { type Code, codeOf, grantOf, GRANTS, type Grant, isClient, rememberGrant, spendCode } from './grants'

const TOKEN_SECONDS = 3599
const TOKENS = 'youtube.tokens'

export const SCOPES = ['youtube.upload', 'youtube.readonly', 'youtube.force-ssl', 'yt-analytics.readonly']
  .map((name) => `https://www.googleapis.com/auth/${name}`)
  .join(' ')

export type Token = { channel: string | null; client: string; until: string; scope: string }

/** A channel that is connected as a person would have done it, with every permission. */
export function openAccount(desk: Desk, name: string): ChannelRecord {
  const channel = openChannel(desk, name)
  const { refreshToken, clientId } = channel
  if (!desk.records.get(GRANTS, refreshToken)) {
    rememberGrant(desk, { refreshToken, client: clientId, channel: channel.id, scope: SCOPES, isRevoked: false })
  }
  const grant = desk.records.get<Grant>(GRANTS, refreshToken)
  return { ...channel, accessToken: grant ? issueToken(desk, grant) : '' }
}

export function issueToken(desk: Desk, { channel, client, scope }: Grant): string {
  const accessToken = `ya29.${letters(`${channel} ${desk.next(TOKENS)}`, 60)}`
  const until = new Date(desk.now().getTime() + TOKEN_SECONDS * 1000).toISOString()
  desk.records.put(TOKENS, accessToken, { channel, client, until, scope } satisfies Token)
  return accessToken
}

export function tokenOf(desk: Desk, accessToken: string): Token | null {
  const token = desk.records.get<Token>(TOKENS, accessToken)
  return token && new Date(token.until) > desk.now() ? token : null
}

export function grantToken(request: SandboxRequest, desk: Desk): SandboxAnswer {
  const form = parseForm(request)
  if (!isClient(desk, form)) return refuseToken(401, 'invalid_client', 'The OAuth client was not found.')
  if (form['grant_type'] === 'refresh_token') return refresh(desk, form)
  if (form['grant_type'] === 'authorization_code') return redeem(desk, form)
  return refuseToken(400, 'unsupported_grant_type', 'Invalid grant_type.')
}

/** The old refresh token stays good, and none is given back. */
function refresh(desk: Desk, form: Record<string, string>): SandboxAnswer {
  const grant = grantOf(desk, form['refresh_token'] ?? '', moodOf(desk).refreshTokenSeconds)
  if (!grant || grant.client !== form['client_id'])
    return refuseToken(400, 'invalid_grant', 'Token has been expired or revoked.')
  return answer(desk, grant)
}

function redeem(desk: Desk, form: Record<string, string>): SandboxAnswer {
  const code = codeOf(desk, form['code'] ?? '')
  if (!code || code.client !== form['client_id']) return refuseToken(400, 'invalid_grant', 'Malformed auth code.')
  if (code.redirectUri !== form['redirect_uri']) return refuseToken(400, 'redirect_uri_mismatch', 'Bad Request')
  if (!isVerified(code, form['code_verifier'] ?? '')) return refuseToken(400, 'invalid_grant', 'Invalid code verifier.')
  spendCode(desk, code)
  const refreshToken = `1//0${letters(`refresh ${code.id}`, 40)}`
  const grant = { refreshToken, client: code.client, channel: code.channel, scope: code.scope, isRevoked: false }
  if (!code.isOffline) return answer(desk, grant)
  rememberGrant(desk, grant)
  return answer(desk, grant, { refresh_token: refreshToken })
}

function isVerified({ challenge }: Code, verifier: string): boolean {
  return challenge === '' || challenge === createHash('sha256').update(verifier).digest('base64url')
}

function answer(desk: Desk, grant: Grant, more: Record<string, string> = {}): SandboxAnswer {
  const token = { access_token: issueToken(desk, grant), expires_in: TOKEN_SECONDS, scope: grant.scope }
  return { status: 200, body: { ...token, ...more, token_type: 'Bearer' } }
}

export function bearerOf({ headers }: SandboxRequest): string {
  return /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1] ?? ''
}

export function describeToken(request: SandboxRequest, desk: Desk): SandboxAnswer {
  const given = bearerOf(request) || (request.query.get('access_token') ?? parseForm(request)['access_token'] ?? '')
  const token = tokenOf(desk, given)
  if (!token) return refuseToken(400, 'invalid_token', 'Invalid Value')
  const seconds = Math.floor((Date.parse(token.until) - desk.now().getTime()) / 1000)
  return { status: 200, body: { scope: token.scope, expires_in: String(seconds), access_type: 'offline' } }
}
