import type { Desk, SandboxAnswer } from '../../contract'
import { badParameter, ok } from '../answers/errors'
import { project } from '../answers/fields'
import { APP, listPosts, type Page } from '../state'
import { findCaller, PERSON, type Caller } from '../state/people'
import { readToken, unknownToken, type Asking } from '.'

export type Place = { query: URLSearchParams; desk: Desk; origin: string }

export function readPage(page: Page, { query, desk, origin }: Place): SandboxAnswer {
  const answer = project({ type: 'Page', values: describePage(page, { desk, origin }) }, query.get('fields') ?? 'name')
  return 'refusal' in answer ? answer.refusal : ok(answer.body)
}

export function describePage(page: Page, { desk, origin }: Omit<Place, 'query'>): Record<string, unknown> {
  const followers = 1_250 + listPosts(desk, page.id).length * 3
  return {
    id: page.id,
    name: page.name,
    link: `https://www.facebook.com/${page.id}`,
    picture: { data: { height: 50, width: 50, is_silhouette: false, url: origin + pictureOf(page, desk) } },
    followers_count: followers,
    fan_count: followers - 40,
    verification_status: 'blue_verified',
    category: 'Government organization',
    access_token: page.token,
    tasks: page.tasks,
  }
}

/** A letter on blue, so that one page can be told from another at sight; an address of the sandbox. */
export function pictureOf({ name }: Page, desk: Desk): string {
  const letter = [...name.trim()][0] ?? 'T'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><rect width="50" height="50" fill="#1464d8"/><text x="25" y="34" font-size="26" fill="#fff" text-anchor="middle" font-family="sans-serif">${letter}</text></svg>`
  return desk.keep(new TextEncoder().encode(svg), 'image/svg+xml')
}

/** `/me` is whoever the token belongs to. */
export function readMe(caller: Caller, place: Place): SandboxAnswer {
  if (caller.is === 'page') return readPage(caller.page, place)
  return caller.is === 'person' ? ok(PERSON) : badParameter('An active access token must be used.')
}

/** Asked with the app's own token, `{app-id}|{app-secret}`. */
export function inspectToken(asking: Asking, desk: Desk): SandboxAnswer {
  if (findCaller(desk, readToken(asking))?.is !== 'app') return unknownToken()
  return ok({ data: describeToken(findCaller(desk, asking.request.query.get('input_token') ?? ''), desk) })
}

function describeToken(found: Caller | null, desk: Desk): Record<string, unknown> {
  if (found?.is === 'page' || found?.is === 'person')
    return { app_id: APP.id, application: APP.name, is_valid: true, ...factsOf(found, desk) }
  const subcode = found?.is === 'dead' ? found.subcode : 0
  return { is_valid: false, scopes: [], error: { code: 190, subcode, message: 'Invalid OAuth access token.' } }
}

function factsOf(found: Exclude<Caller, { is: 'app' | 'dead' }>, desk: Desk): Record<string, unknown> {
  const dataAccess = seconds(desk.now()) + desk.knob('facebook', 'dataAccessDays', 90) * 86_400
  if (found.is === 'page') {
    const { id, scopes } = found.page
    return { type: 'PAGE', profile_id: id, expires_at: 0, data_access_expires_at: dataAccess, scopes }
  }
  const { pages, scopes, expiresAt, issuedAt } = found.person
  return {
    type: 'USER',
    user_id: PERSON.id,
    issued_at: seconds(new Date(issuedAt)),
    expires_at: seconds(new Date(expiresAt)),
    data_access_expires_at: dataAccess,
    scopes,
    granular_scopes: scopes.map((scope) => ({ scope, target_ids: pages })),
  }
}

function seconds(time: Date): number {
  return Math.floor(time.getTime() / 1000)
}
