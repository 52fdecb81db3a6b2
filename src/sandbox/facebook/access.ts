/** Who calls: the token in header, query or body, and the proof with the app's secret when one is sent. */
import { createHmac } from 'node:crypto'
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { graphError } from './errors'
import { findPageByToken, type Page } from './state'

export type Caller = { request: SandboxRequest; fields: Record<string, string> }

export function readToken({ request, fields }: Caller): string {
  const header = /^(?:Bearer|OAuth) (.+)$/i.exec(request.headers['authorization'] ?? '')
  return header?.[1] ?? request.query.get('access_token') ?? fields['access_token'] ?? ''
}

export function authorize(caller: Caller, desk: Desk): { page: Page } | { refusal: SandboxAnswer } {
  const token = readToken(caller)
  const page = findPageByToken(desk, token)
  if (!page)
    return {
      refusal: graphError({
        code: 190,
        message: 'Invalid OAuth access token - Cannot parse access token',
        status: 401,
      }),
    }
  const proof = caller.request.query.get('appsecret_proof') ?? caller.fields['appsecret_proof']
  if (proof === undefined || proof === prove(page.appSecret, token)) return { page }
  return {
    refusal: graphError({
      code: 100,
      type: 'GraphMethodException',
      message: 'Invalid appsecret_proof provided in the API argument',
    }),
  }
}

export function prove(secret: string, token: string): string {
  return createHmac('sha256', secret).update(token).digest('hex')
}
