/** The page on which a person agrees: Pages and permissions can be left out, as on the real one. */
import { parseForm } from '../../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { APP, listPages, savePage } from '../state'
import { issueCode, PERSON } from '../state/people'

export function showDialog(request: SandboxRequest, desk: Desk): SandboxAnswer {
  const wish = readWish(request.query)
  if ('refusal' in wish) return wish.refusal
  return request.method === 'POST' ? decide(wish, { request, desk }) : html(200, form(wish, desk))
}

type Wish = { redirectUri: string; state: string; scopes: string[] }

function readWish(query: URLSearchParams): Wish | { refusal: SandboxAnswer } {
  const redirectUri = query.get('redirect_uri') ?? ''
  if (query.get('client_id') !== APP.id) return { refusal: html(400, '<h1>Mã ứng dụng không đúng</h1>') }
  if (!/^https?:\/\//.test(redirectUri)) return { refusal: html(400, '<h1>Địa chỉ chuyển hướng không hợp lệ</h1>') }
  const scopes = (query.get('scope') ?? '').split(',').filter((scope) => scope !== '')
  return { redirectUri, state: query.get('state') ?? '', scopes }
}

function decide(wish: Wish, { request, desk }: { request: SandboxRequest; desk: Desk }): SandboxAnswer {
  const chosen = new URLSearchParams(new TextDecoder().decode(request.body))
  if (parseForm(request)['decision'] !== 'agree') return redirect(wish, refused)
  const pages = chosen.getAll('page')
  const scopes = chosen.getAll('scope').filter((scope) => wish.scopes.includes(scope))
  for (const page of listPages(desk).filter(({ id }) => pages.includes(id))) savePage(desk, { ...page, scopes })
  return redirect(wish, { code: issueCode(desk, { redirectUri: wish.redirectUri, pages, scopes }) })
}

const refused = {
  error: 'access_denied',
  error_code: '200',
  error_description: 'Permissions error',
  error_reason: 'user_denied',
}

function redirect({ redirectUri, state }: Wish, parameters: Record<string, string>): SandboxAnswer {
  const address = new URL(redirectUri)
  for (const [name, value] of Object.entries({ ...parameters, state })) address.searchParams.set(name, value)
  return { status: 302, headers: { location: `${address.href}#_=_` } }
}

function form({ scopes }: Wish, desk: Desk): string {
  const pages = listPages(desk).map(({ id, name }) => box('page', { value: id, label: name }))
  const permissions = scopes.map((scope) => box('scope', { value: scope, label: SCOPE_LABELS[scope] ?? scope }))
  const empty = '<p>Người này chưa quản lý Trang nào.</p>'
  return `<h1>${APP.name} muốn kết nối với các Trang của bạn</h1>
<p>Đang đăng nhập: <strong>${PERSON.name}</strong> (nền tảng giả lập, không phải Facebook thật)</p>
<form method="post"><fieldset><legend>Chọn Trang</legend>${pages.join('') || empty}</fieldset>
<fieldset><legend>Cho phép ứng dụng</legend>${permissions.join('')}</fieldset>
<button name="decision" value="agree" class="main">Tiếp tục</button>
<button name="decision" value="refuse">Hủy</button></form>`
}

function box(name: string, { value, label }: { value: string; label: string }): string {
  return `<label><input type="checkbox" name="${name}" value="${escapeHtml(value)}" checked> ${escapeHtml(label)}</label>`
}

const SCOPE_LABELS: Readonly<Record<string, string>> = {
  pages_show_list: 'Xem danh sách Trang bạn quản lý',
  pages_read_engagement: 'Đọc nội dung đăng trên Trang',
  pages_manage_posts: 'Tạo và quản lý bài viết trên Trang',
  read_insights: 'Đọc số liệu của Trang',
  pages_read_user_content: 'Đọc bình luận của người xem',
  pages_manage_metadata: 'Nhận tin báo từ Trang',
}

function html(status: number, content: string): SandboxAnswer {
  const style = `body{font:16px/1.5 sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem}label{display:block;padding:.4rem 0}
fieldset{border:1px solid #ccd;border-radius:8px;margin:1rem 0}button{font:inherit;padding:.6rem 1.2rem;border-radius:6px;border:1px solid #99a}
.main{background:#1464d8;color:#fff;border-color:#1464d8}`
  const page = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Đăng nhập Facebook (giả lập)</title><style>${style}</style><body>${content}</body></html>`
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
