/** The person who signs in, their tokens, and what became of a token. */
import type { Desk } from '../../contract'
import { APP, listPages, savePage, secretOf, type Page } from '.'

export const PERSON = { id: '10150000000000001', name: 'Nguyễn Thị Quản Trang' }

export type PersonToken = {
  token: string
  pages: string[]
  scopes: string[]
  issuedAt: string
  expiresAt: string
  isLong: boolean
}

export type SignInCode = {
  code: string
  redirectUri: string
  pages: string[]
  scopes: string[]
  expiresAt: string
  isUsed: boolean
}

export type Caller =
  | { is: 'page'; page: Page }
  | { is: 'person'; person: PersonToken }
  | { is: 'app' }
  | { is: 'dead'; subcode: number }

const HOUR = 3_600_000
const LONG = 60 * 24 * HOUR

export function issuePersonToken(
  desk: Desk,
  { pages, scopes, isLong }: Pick<PersonToken, 'pages' | 'scopes' | 'isLong'>,
): PersonToken {
  const token = `EAAU${secretOf(`person:${desk.next('facebook.person-token')}`)}`
  const until = new Date(desk.now().getTime() + (isLong ? LONG : 2 * HOUR)).toISOString()
  const issued = { token, pages, scopes, isLong, issuedAt: desk.now().toISOString(), expiresAt: until }
  desk.records.put('facebook.person-tokens', token, issued)
  return issued
}

export function findCaller(desk: Desk, token: string): Caller | null {
  const subcode = desk.records.get<number>('facebook.dead-tokens', token)
  if (subcode) return { is: 'dead', subcode }
  if (token === `${APP.id}|${APP.secret}`) return { is: 'app' }
  const person = desk.records.get<PersonToken>('facebook.person-tokens', token)
  if (person) return new Date(person.expiresAt) > desk.now() ? { is: 'person', person } : { is: 'dead', subcode: 463 }
  return findPageCaller(desk, token)
}

/** With the knob `tokenSubcode` every Page token dies of that: 458 deauthorised, 460 password, 467 invalid, 492 role. */
function findPageCaller(desk: Desk, token: string): Caller | null {
  const page = listPages(desk).find((candidate) => candidate.token === token)
  if (!page) return null
  const subcode = desk.knob('facebook', 'tokenSubcode', 0)
  return subcode > 0 ? { is: 'dead', subcode } : { is: 'page', page }
}

export function killToken(desk: Desk, token: string, subcode: number): void {
  desk.records.put('facebook.dead-tokens', token, subcode)
}

/** As after a changed password: the old token is dead, the person's list shows a new one. */
export function rotatePageToken(desk: Desk, id: string): void {
  const page = listPages(desk).find((candidate) => candidate.id === id)
  if (!page) return
  killToken(desk, page.token, 460)
  savePage(desk, { ...page, token: `EAAG${secretOf(`${id}:${desk.next('facebook.rotation')}`)}` })
}

export function issueCode(desk: Desk, given: Pick<SignInCode, 'redirectUri' | 'pages' | 'scopes'>): string {
  const code = `AQ${secretOf(`code:${desk.next('facebook.code')}`)}`
  const expiresAt = new Date(desk.now().getTime() + HOUR / 6).toISOString()
  desk.records.put('facebook.codes', code, { ...given, code, expiresAt, isUsed: false } satisfies SignInCode)
  return code
}

export function getCode(desk: Desk, code: string): SignInCode | undefined {
  return desk.records.get<SignInCode>('facebook.codes', code)
}

export function useCode(desk: Desk, code: SignInCode): void {
  desk.records.put('facebook.codes', code.code, { ...code, isUsed: true })
}
