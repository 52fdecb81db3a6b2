/** https://oauth2.googleapis.com: its errors are shaped unlike those of the API. */
import { parseForm } from '../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { bearerOf } from './access'
import { refuseToken } from './answers'
import { CHANNELS, issueToken, SCOPES, tokenOf, type ChannelRecord } from './state'

export function grantToken(request: SandboxRequest, desk: Desk): SandboxAnswer {
  const form = parseForm(request)
  if (form['grant_type'] !== 'refresh_token') return refuseToken(400, 'unsupported_grant_type', 'Invalid grant_type.')
  const channels = desk.records.list<ChannelRecord>(CHANNELS)
  const ofClient = channels.filter(
    (channel) => channel.clientId === form['client_id'] && channel.clientSecret === form['client_secret'],
  )
  if (ofClient.length === 0) return refuseToken(401, 'invalid_client', 'The OAuth client was not found.')
  const channel = ofClient.find(({ refreshToken }) => refreshToken === form['refresh_token'])
  if (!channel || isRevoked(desk, channel))
    return refuseToken(400, 'invalid_grant', 'Token has been expired or revoked.')
  const body = { access_token: issueToken(desk, channel), expires_in: 3599, scope: SCOPES, token_type: 'Bearer' }
  return { status: 200, body }
}

export function revoke(desk: Desk, channel: string): void {
  desk.records.put('youtube.revoked', channel, true)
}

function isRevoked(desk: Desk, { id }: ChannelRecord): boolean {
  return desk.records.get<boolean>('youtube.revoked', id) === true
}

export function describeToken(request: SandboxRequest, desk: Desk): SandboxAnswer {
  const given = bearerOf(request) || (request.query.get('access_token') ?? parseForm(request)['access_token'] ?? '')
  const token = tokenOf(desk, given)
  if (!token) return refuseToken(400, 'invalid_token', 'Invalid Value')
  const seconds = Math.floor((Date.parse(token.until) - desk.now().getTime()) / 1000)
  return { status: 200, body: { scope: token.scope, expires_in: String(seconds), access_type: 'offline' } }
}
