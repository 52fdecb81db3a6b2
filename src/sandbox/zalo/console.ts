/** The application's console at developers.zalo.me: its keys, its callback, and where webhooks go. */
import { parseBody } from './../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { probe } from './events'
import { escapeHtml, page } from './oauth/page'
import { APPLICATION } from './state'

const SETTINGS = 'zalo.console'

export function webhookOf(desk: Desk): string | null {
  return desk.records.get<string>(SETTINGS, 'webhook') || null
}

/** Null: not declared, so any is taken. */
export function callbackOf(desk: Desk): string | null {
  return desk.records.get<string>(SETTINGS, 'callback') || null
}

export function showConsole(desk: Desk): SandboxAnswer {
  const keys: [string, string][] = [
    ['ID ứng dụng', APPLICATION.appId],
    ['Khóa bí mật', APPLICATION.appSecret],
    ['OA Secret Key', APPLICATION.oaSecretKey],
  ]
  const list = keys.map(([name, value]) => `<dt>${name}</dt><dd><code>${value}</code></dd>`).join('')
  return page(
    'Trang quản lý ứng dụng',
    `<h1>Ứng dụng Lan Tỏa</h1><dl>${list}</dl>${field('callback', 'Callback URL', callbackOf(desk))}${field('webhook', 'Webhook URL', webhookOf(desk))}`,
  )
}

function field(name: string, label: string, value: string | null): string {
  return `<form method="post" action="console/${name}"><label>${label}<input type="url" name="url" value="${escapeHtml(value ?? '')}"></label><button>Lưu</button></form>`
}

/** Saving the address of the webhook sends a test that is not signed. An empty one switches it off. */
export async function saveSetting(
  name: 'webhook' | 'callback',
  request: SandboxRequest,
  desk: Desk,
): Promise<SandboxAnswer> {
  const { fields } = await parseBody(request)
  const url = fields['url'] ?? ''
  if (url !== '' && !URL.canParse(url)) return { status: 400, body: { error: -201, message: 'url is invalid' } }
  desk.records.put(SETTINGS, name, url)
  if (name === 'webhook' && url !== '') probe(desk, url)
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
  return isForm
    ? { status: 303, headers: { location: '../console' } }
    : { status: 200, body: { error: 0, message: 'Success' } }
}
