import type { SandboxDesk } from '../../desk'
import type { KnobState } from '../../desk/knobs'
import type { Site } from '../../desk/site'
import { escapeHtml, hidden } from '../html'

export function showKnobs({ lookalikes, desk }: Site): string {
  const knobs = desk.knobs.list(lookalikes)
  const groups = lookalikes.map(({ platform, label }) => {
    const rows = knobs.filter((knob) => knob.platform === platform).map((knob) => row(knob, label))
    return `<details class="more"><summary>${escapeHtml(label)}</summary><ul class="rows">${rows.join('')}</ul></details>`
  })
  const turned = knobs.filter(({ isTurned }) => isTurned).length
  return `<section class="panel"><h2>Nút chỉnh</h2><p>${turned === 0 ? 'Mọi nút đang ở giá trị thường.' : `Có ${turned} nút đang khác giá trị thường.`}</p>${groups.join('')}</section>`
}

function row({ platform, name, label, value, fallback, isTurned }: KnobState, platformLabel: string): string {
  const words = escapeHtml(label)
  const back = isTurned
    ? `<form method="post" action="/_knobs">${hidden({ platform, name })}<button class="calm" type="submit">Về ${fallback}<span class="unseen">: ${words}</span></button></form>`
    : ''
  return `<li><form method="post" action="/_knobs">${hidden({ platform, name })}<label>${words}<span class="unseen"> (${escapeHtml(platformLabel)})</span><input type="number" name="value" value="${value}" step="any" required></label><button type="submit">Đặt<span class="unseen">: ${words}</span></button></form>${back}</li>`
}

export function showDeliveries({ deliveries }: SandboxDesk): string {
  const waiting = deliveries.waiting()
  const rows = waiting.map(
    ({ id, delivery, tries }) =>
      `<li>${escapeHtml(delivery.platform)} · tin ${id} · đã gửi ${tries} lần · ${escapeHtml(new URL(delivery.url).host)}</li>`,
  )
  return `<section class="panel"><h2>Webhook đang chờ</h2>${rows.length > 0 ? `<ul class="rows">${rows.join('')}</ul>` : '<p>Không có tin nào đang chờ gửi lại.</p>'}</section>`
}
