import type { Desk, SandboxAnswer } from '../contract'
import { readToken, type Caller } from './access'
import { graphError, ok } from './errors'
import { project } from './fields'
import { findPageByToken, listPosts, type Page } from './state'

export function readPage(page: Page, { query, desk }: { query: URLSearchParams; desk: Desk }): SandboxAnswer {
  const followers = 1_250 + listPosts(desk, page.id).length * 3
  const values = {
    id: page.id,
    name: page.name,
    followers_count: followers,
    fan_count: followers - 40,
    access_token: page.token,
  }
  const answer = project({ type: 'Page', values }, query.get('fields') ?? 'name')
  return 'refusal' in answer ? answer.refusal : ok(answer.body)
}

/** Asked with the app's own token, `{app-id}|{app-secret}`. */
export function inspectToken(caller: Caller, desk: Desk): SandboxAnswer {
  const token = caller.request.query.get('input_token') ?? ''
  const page = findPageByToken(desk, token)
  if (!page)
    return ok({ data: { is_valid: false, scopes: [], error: { code: 190, message: 'Invalid OAuth access token.' } } })
  if (readToken(caller) !== `${page.appId}|${page.appSecret}`) {
    return graphError({ code: 190, message: 'Invalid OAuth access token signature.' })
  }
  const data = {
    app_id: page.appId,
    type: 'PAGE',
    application: 'Lan Tỏa',
    is_valid: true,
    expires_at: 0,
    profile_id: page.id,
    scopes: page.scopes,
  }
  return ok({ data })
}
