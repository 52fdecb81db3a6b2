/** Who calls: the token in header, query or body, and the proof with the app's secret when one is sent. */
import { createHmac } from 'node:crypto'
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { graphError, tokenDead } from '../answers/errors'
import { APP } from '../state'
import { findCaller, type Caller } from '../state/people'

export type Asking = { request: SandboxRequest; fields: Record<string, string> }

export function readToken({ request, fields }: Asking): string {
  const header = /^(?:Bearer|OAuth) (.+)$/i.exec(request.headers['authorization'] ?? '')
  return header?.[1] ?? request.query.get('access_token') ?? fields['access_token'] ?? ''
}

export function authorize(asking: Asking, desk: Desk): { caller: Caller } | { refusal: SandboxAnswer } {
  const token = readToken(asking)
  const caller = findCaller(desk, token)
  if (!caller) return { refusal: unknownToken() }
  if (caller.is === 'dead') return { refusal: tokenDead(caller.subcode) }
  const proof = asking.request.query.get('appsecret_proof') ?? asking.fields['appsecret_proof']
  if (proof === undefined || proof === prove(APP.secret, token)) return { caller }
  return {
    refusal: graphError({
      code: 100,
      type: 'GraphMethodException',
      message: 'Invalid appsecret_proof provided in the API argument',
    }),
  }
}

export function unknownToken(): SandboxAnswer {
  return graphError({
    code: 190,
    message: 'Invalid OAuth access token - Cannot parse access token',
    status: 401,
  })
}

export function prove(secret: string, token: string): string {
  return createHmac('sha256', secret).update(token).digest('hex')
}
