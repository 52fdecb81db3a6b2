/** Pages on which a person sees every platform as its readers would. */
import type { SandboxAnswer, SandboxRequest } from '../contract'
import type { Site } from '../desk/site'
import { style } from './style'
import { showSwitches } from './switches'
import { showWall } from './wall'

const ON_HOME = 5
const ON_WALL = 200

/** A page of the viewer, or null when the path is none. */
export function showPage(site: Site, { path }: SandboxRequest): SandboxAnswer | null {
  if (path === '/') return page('Nền tảng giả lập', showHome(site))
  const lookalike = site.lookalikes.find(({ platform }) => path === `/_wall/${platform}`)
  return lookalike ? page(lookalike.label, showWall(lookalike, site.desk, ON_WALL)) : null
}

function showHome(site: Site): string {
  return site.lookalikes.map((lookalike) => showWall(lookalike, site.desk, ON_HOME)).join('') + showSwitches(site)
}

function page(title: string, main: string): SandboxAnswer {
  const body = `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Lan Tỏa tập huấn</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><header class="top"><h1><a href="/">Nền tảng giả lập</a></h1>
<p>Chế độ tập huấn: không có gì ở đây ra tới mạng thật. <a href="/_log">Nhật ký</a> · <a href="/_verdict">Đối chiếu</a></p></header>
<main>${main}</main></body></html>`
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}
