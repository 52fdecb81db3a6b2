/** The permission page: an administrator chooses one of their OAs and says yes; the browser goes back with a code. */
import { createHash } from 'node:crypto'
import { parseForm } from '../../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { callbackOf } from '../console'
import { APPLICATION, getAccount, listAccounts, nextId, openAccount, type Account } from '../state'
import { escapeHtml, page } from './page'

export type Code = { code: string; account: string; challenge: string; until: string; isUsed: boolean }

const CODE_LIFE_MS = 600_000

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

type Wish = { appId: string; redirectUri: string; challenge: string; state: string | null }

function wishOf(query: URLSearchParams): Wish {
  const [appId = '', redirectUri = '', challenge = ''] = ['app_id', 'redirect_uri', 'code_challenge'].map(
    (name) => query.get(name) ?? '',
  )
  return { appId, redirectUri, challenge, state: query.get('state') }
}

export function showPermission({ query }: SandboxRequest, desk: Desk): SandboxAnswer {
  const wish = wishOf(query)
  return refuseWish(desk, wish) ?? page('Cấp quyền cho ứng dụng', form(accountsOf(desk), query))
}

/** A training platform without any OA gets one. */
function accountsOf(desk: Desk): Account[] {
  const accounts = listAccounts(desk)
  return accounts.length > 0 ? accounts : [openAccount(desk, 'Công an tỉnh Kon Tum')]
}

function refuseWish(desk: Desk, { appId, redirectUri, challenge }: Wish): SandboxAnswer | null {
  if (appId !== APPLICATION.appId) return problem(-14002, 'Mã ứng dụng không đúng hoặc ứng dụng đang tắt.')
  const callback = callbackOf(desk)
  if (!URL.canParse(redirectUri) || (callback !== null && callback !== redirectUri))
    return problem(-14003, 'Địa chỉ quay về không khớp với Callback URL đã khai báo.')
  return challenge === '' ? problem(-14004, 'Thiếu code_challenge.') : null
}

function problem(code: number, message: string): SandboxAnswer {
  return page('Không cấp quyền được', `<h1>Không cấp quyền được</h1><p>${message} (mã ${code})</p>`)
}

function form(accounts: Account[], query: URLSearchParams): string {
  const choices = accounts.map(
    ({ id, name }, index) =>
      `<label><input type="radio" name="account" value="${id}"${index === 0 ? ' checked' : ''}>${escapeHtml(name)}</label>`,
  )
  return `<h1>Ứng dụng Lan Tỏa xin quyền quản lý Official Account</h1>
<p>Quyền: quản lý bài viết, gửi tin truyền thông, xem thông tin OA.</p>
<form method="post" action="?${escapeHtml(query.toString())}"><fieldset><legend>Chọn Official Account</legend>${choices.join('')}</fieldset>
<button class="yes" name="answer" value="yes">Cho phép</button> <button name="answer" value="no">Từ chối</button></form>`
}

export function givePermission(request: SandboxRequest, desk: Desk): SandboxAnswer {
  const wish = wishOf(request.query)
  const refusal = refuseWish(desk, wish)
  if (refusal) return refusal
  const { answer, account: chosen = '' } = parseForm(request)
  const account = getAccount(desk, chosen)
  if (answer !== 'yes' || !account) return goBack(wish, { error: 'access_denied' })
  const code = nextId(desk, 'code')
  const until = new Date(desk.now().getTime() + CODE_LIFE_MS).toISOString()
  desk.records.put('zalo.codes', code, { code, account: account.id, challenge: wish.challenge, until, isUsed: false })
  return goBack(wish, { code, oa_id: account.id })
}

function goBack({ redirectUri, state }: Wish, parameters: Record<string, string>): SandboxAnswer {
  const address = new URL(redirectUri)
  for (const [name, value] of Object.entries({ ...parameters, ...(state === null ? {} : { state }) }))
    address.searchParams.set(name, value)
  return { status: 303, headers: { location: address.href } }
}
