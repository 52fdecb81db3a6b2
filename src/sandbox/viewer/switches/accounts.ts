import { accountsOf } from '../../desk/accounts'
import type { Site } from '../../desk/site'
import { escapeHtml, option } from '../html'

export function showAccounts({ lookalikes, desk }: Site): string {
  const rows = accountsOf(desk).map(
    ({ platform, account, name }) =>
      `<li><span>${escapeHtml(labelOf(lookalikes, platform))} · ${escapeHtml(name)}</span> <code>${escapeHtml(account)}</code></li>`,
  )
  return `<section class="panel"><h2>Tài khoản tập huấn</h2>${rows.length > 0 ? `<ul class="rows">${rows.join('')}</ul>` : '<p>Chưa mở tài khoản nào.</p>'}
<form class="fields" method="post" action="/_open"><label>Nền tảng<select name="platform">${lookalikes.map(({ platform, label }) => option(platform, label)).join('')}</select></label>
<label>Tên trang hoặc kênh<input type="text" name="name" required maxlength="200"></label><button type="submit">Mở tài khoản</button></form></section>`
}

type Opened = { account: string; url: string; credentials: Record<string, string> }

/** What has to be copied into the channel's form. */
export function showOpened({ account, url, credentials }: Opened, label: string): string {
  return `<h1>Tài khoản tập huấn trên ${escapeHtml(label)}</h1><section class="panel"><h2>Chép vào mục Kênh của hệ thống</h2>
<dl class="facts"><dt>Mã trang, kênh</dt><dd><code>${escapeHtml(account)}</code></dd><dt>Địa chỉ</dt><dd><code>${escapeHtml(url)}</code></dd><dt>Thông tin kết nối</dt><dd><code>${escapeHtml(JSON.stringify(credentials))}</code></dd></dl>
<p>Mở lại bằng đúng tên này thì được đúng tài khoản này.</p><p><a href="/_switches">Quay lại</a></p></section>`
}

function labelOf(lookalikes: Site['lookalikes'], platform: string): string {
  return lookalikes.find((one) => one.platform === platform)?.label ?? platform
}
