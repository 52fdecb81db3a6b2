/** `/oauth/access_token`: a code or a short token for a longer one. */
import type { Desk, SandboxAnswer } from '../../contract'
import { badParameter, graphError, ok, tokenDead } from '../answers/errors'
import { APP } from '../state'
import { findCaller, getCode, issuePersonToken, useCode, type PersonToken } from '../state/people'

export function grantToken(given: Record<string, string>, desk: Desk): SandboxAnswer {
  if (given['client_id'] !== APP.id)
    return graphError({ code: 101, message: 'Error validating application. Invalid application ID.' })
  if (given['client_secret'] !== APP.secret) return graphError({ code: 1, message: 'Error validating client secret.' })
  return given['grant_type'] === 'fb_exchange_token' ? exchangeToken(given, desk) : tradeCode(given, desk)
}

function tradeCode(given: Record<string, string>, desk: Desk): SandboxAnswer {
  const code = getCode(desk, given['code'] ?? '')
  if (!code) return graphError({ code: 100, message: 'Invalid verification code format.' })
  if (code.isUsed) return badParameter('This authorization code has been used.', 36009)
  if (new Date(code.expiresAt) <= desk.now()) return badParameter('This authorization code has expired.', 36007)
  if (code.redirectUri !== given['redirect_uri'])
    return badParameter('Error validating verification code. Please make sure your redirect_uri is identical', 36008)
  useCode(desk, code)
  return answer(issuePersonToken(desk, { ...code, isLong: false }), desk)
}

/** A token that has ended cannot be exchanged: the person signs in again. */
function exchangeToken(given: Record<string, string>, desk: Desk): SandboxAnswer {
  const found = findCaller(desk, given['fb_exchange_token'] ?? '')
  if (found?.is === 'dead') return tokenDead(found.subcode)
  if (found?.is !== 'person') return graphError({ code: 190, message: 'Invalid OAuth access token.' })
  return answer(issuePersonToken(desk, { ...found.person, isLong: true }), desk)
}

function answer({ token, expiresAt }: PersonToken, desk: Desk): SandboxAnswer {
  const expires = Math.floor((Date.parse(expiresAt) - desk.now().getTime()) / 1000)
  return ok({ access_token: token, token_type: 'bearer', expires_in: expires })
}
