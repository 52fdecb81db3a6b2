/** Who allowed what to which application: codes that work once, and refresh tokens that last until they are taken back. */
import { parseForm } from '../../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { refuseToken } from '../answers'
import { CHANNELS, letters, type ChannelRecord } from '../state'

/** Null for a Google account without a channel. */
export type Grant = { refreshToken: string; client: string; channel: string | null; scope: string; isRevoked: boolean }

export type Code = {
  id: string
  client: string
  redirectUri: string
  /** S256 of the verifier; empty when none was asked for. */
  challenge: string
  channel: string | null
  scope: string
  until: string
  isOffline: boolean
  isSpent: boolean
}

export const GRANTS = 'youtube.grants'
const CODES = 'youtube.codes'
const CODE_SECONDS = 600

/** Live refresh tokens of one account and application; the oldest is dropped without a word. */
const MOST_GRANTS = 100

/** An application that every sandbox knows, for connecting by sign-in. */
export const application = {
  clientId: '104857600000-lantoa.apps.googleusercontent.com',
  clientSecret: `GOCSPX-${letters('application', 28)}`,
}

function clients(desk: Desk): { clientId: string; clientSecret: string }[] {
  return [application, ...desk.records.list<ChannelRecord>(CHANNELS)]
}

export function knowsClient(desk: Desk, id: string): boolean {
  return clients(desk).some(({ clientId }) => clientId === id)
}

export function isClient(desk: Desk, form: Record<string, string>): boolean {
  return clients(desk).some(
    ({ clientId, clientSecret }) => clientId === form['client_id'] && clientSecret === form['client_secret'],
  )
}

type Dated = Grant & { grantedAt: string }

export function rememberGrant(desk: Desk, grant: Grant): void {
  const grantedAt = desk.now().toISOString()
  desk.records.put(GRANTS, grant.refreshToken, { ...grant, grantedAt } satisfies Dated)
  const alike = desk.records
    .list<Dated>(GRANTS)
    .filter(({ channel, client, isRevoked }) => channel === grant.channel && client === grant.client && !isRevoked)
  for (const old of alike.slice(0, Math.max(0, alike.length - MOST_GRANTS))) dropGrant(desk, old)
}

function dropGrant(desk: Desk, grant: Grant): void {
  desk.records.put(GRANTS, grant.refreshToken, { ...grant, isRevoked: true })
}

export function grantOf(desk: Desk, refreshToken: string, lifetime: number): Grant | null {
  const grant = desk.records.get<Dated>(GRANTS, refreshToken)
  if (!grant || grant.isRevoked) return null
  const age = (desk.now().getTime() - Date.parse(grant.grantedAt)) / 1000
  return lifetime > 0 && age > lifetime ? null : grant
}

/** As the owner of the account does at myaccount.google.com/permissions. */
export function revoke(desk: Desk, channel: string): void {
  for (const grant of desk.records.list<Grant>(GRANTS)) if (grant.channel === channel) dropGrant(desk, grant)
}

export function restore(desk: Desk, channel: string): void {
  for (const grant of desk.records.list<Grant>(GRANTS))
    if (grant.channel === channel) desk.records.put(GRANTS, grant.refreshToken, { ...grant, isRevoked: false })
}

/** All scopes of the application at once. */
export function revokeToken(request: SandboxRequest, desk: Desk): SandboxAnswer {
  const given = parseForm(request)['token'] ?? request.query.get('token') ?? ''
  const grant = desk.records.get<Grant>(GRANTS, given)
  if (!grant) return refuseToken(400, 'invalid_token', 'Token expired or revoked')
  dropGrant(desk, grant)
  return { status: 200, body: {} }
}

export function issueCode(desk: Desk, wanted: Omit<Code, 'id' | 'until' | 'isSpent'>): string {
  const id = `4/0${letters(`code ${desk.next(CODES)}`, 60)}`
  const until = new Date(desk.now().getTime() + CODE_SECONDS * 1000).toISOString()
  desk.records.put(CODES, id, { ...wanted, id, until, isSpent: false } satisfies Code)
  return id
}

export function codeOf(desk: Desk, id: string): Code | null {
  const code = desk.records.get<Code>(CODES, id)
  return code && !code.isSpent && new Date(code.until) > desk.now() ? code : null
}

export function spendCode(desk: Desk, code: Code): void {
  desk.records.put(CODES, code.id, { ...code, isSpent: true })
}
