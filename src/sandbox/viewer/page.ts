/** The frame around every page of the viewer. */
import type { SandboxAnswer } from '../contract'
import { escapeHtml } from './html'
import { style } from './style'

/** Nothing that a post contains may run, load from elsewhere or send a form away. */
const policy =
  "default-src 'none'; img-src 'self' data: http: https:; media-src 'self'; style-src 'unsafe-inline'; form-action 'self'"

const places: readonly [path: string, label: string][] = [
  ['/', 'Các trang'],
  ['/_switches', 'Gây sự cố'],
  ['/_training', 'Bài tập huấn'],
  ['/_journal', 'Nhật ký'],
  ['/_check', 'Đối chiếu'],
]

type Content = { title: string; main: string; path: string }

export function page({ title, main, path }: Content): SandboxAnswer {
  const links = places.map(
    ([address, label]) => `<a href="${address}"${address === path ? ' aria-current="page"' : ''}>${label}</a>`,
  )
  const body = `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)} · Lan Tỏa tập huấn</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><a class="skip" href="#noi-dung">Tới nội dung</a>
<header class="top"><p class="brand">Nền tảng giả lập</p><nav aria-label="Các phần">${links.join('')}</nav>
<p class="note">Chế độ tập huấn: không có gì ở đây ra tới mạng thật.</p></header>
<main id="noi-dung">${main}</main></body></html>`
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    body,
  }
}
