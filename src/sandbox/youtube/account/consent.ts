/** https://accounts.google.com: where a person chooses a channel, unticks what they do not want to give, and agrees. */
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { escapeHtml, page } from '../public/page'
import { CHANNELS, type ChannelRecord } from '../state'
import { issueCode, knowsClient } from './grants'

const NAMES: Readonly<Record<string, string>> = {
  'youtube.upload': 'Tải video lên kênh YouTube',
  'youtube.readonly': 'Xem kênh YouTube',
  'youtube.force-ssl': 'Xem, sửa, xóa video, phụ đề và danh sách phát',
  'yt-analytics.readonly': 'Xem báo cáo YouTube Analytics',
}

export function showConsent(request: SandboxRequest, desk: Desk): SandboxAnswer {
  const refusal = refuseRequest(request, desk)
  if (refusal) return refusal
  const { query } = request
  const scopes = (query.get('scope') ?? '').split(' ').filter(Boolean)
  const channels = desk.records.list<ChannelRecord>(CHANNELS)
  const body = `<h1>Đăng nhập bằng Google (mô phỏng)</h1>
<p>Ứng dụng <b>${escapeHtml(query.get('client_id') ?? '')}</b> xin quyền trên tài khoản của bạn.</p>
<form method="post" action="?${escapeHtml(query.toString())}">
<fieldset><legend>Chọn kênh</legend>${channels.map(channelChoice).join('')}
<p><label><input type="radio" name="channel" value=""${channels.length === 0 ? ' checked' : ''}> Tài khoản chưa có kênh YouTube</label></p></fieldset>
<fieldset><legend>Quyền được cấp (bỏ chọn để không cấp)</legend>${scopes.map(scopeChoice).join('')}</fieldset>
<p><button name="decision" value="allow">Cho phép</button> <button name="decision" value="deny">Từ chối</button></p>
</form>`
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page('Đăng nhập', body) }
}

function channelChoice({ id, name }: ChannelRecord, place: number): string {
  const checked = place === 0 ? ' checked' : ''
  return `<p><label><input type="radio" name="channel" value="${escapeHtml(id)}"${checked}> ${escapeHtml(name)}</label></p>`
}

function scopeChoice(scope: string): string {
  const short = scope.replace('https://www.googleapis.com/auth/', '')
  return `<p><label><input type="checkbox" name="scope" value="${escapeHtml(scope)}" checked> ${escapeHtml(NAMES[short] ?? short)}</label></p>`
}

/** Back to where the application wants it, with a code that works once. */
export function takeConsent(request: SandboxRequest, desk: Desk): SandboxAnswer {
  const refusal = refuseRequest(request, desk)
  if (refusal) return refusal
  const { query } = request
  const form = new URLSearchParams(new TextDecoder().decode(request.body))
  const target = new URL(query.get('redirect_uri') ?? '')
  target.searchParams.set('state', query.get('state') ?? '')
  if (form.get('decision') !== 'allow') target.searchParams.set('error', 'access_denied')
  else give({ desk, query, form, target })
  return { status: 302, headers: { location: target.href } }
}

type Giving = { desk: Desk; query: URLSearchParams; form: URLSearchParams; target: URL }

function give({ desk, query, form, target }: Giving): void {
  const asked = (query.get('scope') ?? '').split(' ')
  const scope = form
    .getAll('scope')
    .filter((name) => asked.includes(name))
    .join(' ')
  const code = issueCode(desk, {
    client: query.get('client_id') ?? '',
    redirectUri: query.get('redirect_uri') ?? '',
    challenge: query.get('code_challenge') ?? '',
    channel: form.get('channel') || null,
    scope,
    isOffline: query.get('access_type') === 'offline' && query.get('prompt') === 'consent',
  })
  target.searchParams.set('code', code)
  target.searchParams.set('scope', scope)
}

function refuseRequest({ query }: SandboxRequest, desk: Desk): SandboxAnswer | null {
  if (!knowsClient(desk, query.get('client_id') ?? '')) return problem(401, 'invalid_client', 'Không có ứng dụng này.')
  if (!URL.canParse(query.get('redirect_uri') ?? ''))
    return problem(400, 'redirect_uri_mismatch', 'Địa chỉ chuyển hướng không đúng.')
  if (query.get('response_type') !== 'code' || !query.get('scope'))
    return problem(400, 'invalid_request', 'Yêu cầu đăng nhập thiếu response_type hoặc scope.')
  return null
}

function problem(status: number, code: string, text: string): SandboxAnswer {
  const body = page('Không đăng nhập được', `<h1>Lỗi ${status}: ${code}</h1><p>${text}</p>`)
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}
