import type { FaultRule, Lookalike } from '../../contract'
import { faultNames } from '../../desk/faults'
import type { Site } from '../../desk/site'
import { escapeHtml, hidden, option } from '../html'
import { describeRule, faultLabels, quickFaults } from './words'

export function showWaiting({ lookalikes, desk }: Site): string {
  const rules = desk.faults.list()
  if (rules.length === 0) return '<section class="panel"><h2>Đang chờ</h2><p>Không có sự cố nào đang chờ.</p></section>'
  const labels = new Map(lookalikes.map(({ platform, label }) => [platform, label]))
  const rows = rules.map((rule) => {
    const words = `${labels.get(rule.platform) ?? rule.platform}, ${describeRule(rule)}`
    return `<li><span>${escapeHtml(words)}</span><form method="post" action="/_faults/clear">${hidden({ id: rule.id })}<button class="calm" type="submit">Tắt sự cố ${rule.id}</button></form></li>`
  })
  return `<section class="panel on"><h2>Đang chờ</h2><ul class="rows">${rows.join('')}</ul>
<form method="post" action="/_faults/clear"><button type="submit">Tắt mọi sự cố</button></form></section>`
}

export function showQuick({ platform, label }: Lookalike): string {
  const buttons = quickFaults(platform, label).map(
    ({ words, rule }) =>
      `<li><form method="post" action="/_faults">${hidden(fieldsOf({ platform, ...rule }))}<button class="calm" type="submit">${escapeHtml(words)}</button></form></li>`,
  )
  return `<ul class="quick">${buttons.join('')}</ul>`
}

function fieldsOf({ times, ...rule }: FaultRule): Record<string, string | number> {
  return { ...rule, times: times ?? 'unlimited' }
}

export function showByHand({ lookalikes, desk }: Site): string {
  const calls = new Set(desk.records.list<{ call: string }>('sandbox.calls').map(({ call }) => call))
  return `<section class="panel"><h2>Tự đặt</h2><form class="fields" method="post" action="/_faults">
<label>Nền tảng<select name="platform">${lookalikes.map(({ platform, label }) => option(platform, label)).join('')}</select></label>
<label>Lời gọi (* là bất kỳ)<input type="text" name="call" value="*" list="calls" required></label>
<datalist id="calls">${[...calls].map((call) => option(call, call)).join('')}</datalist>
<label class="wide">Sự cố<select name="fault">${faultNames.map((fault) => option(fault, faultLabels[fault])).join('')}</select></label>
<label>Số lần<select name="times">${['1', '2', '3', '5', '10'].map((times) => option(times, times)).join('')}${option('unlimited', 'cho tới khi tắt')}</select></label>
<label>Số giây (chỉ khi trả lời chậm)<input type="number" name="seconds" min="0.1" max="600" step="0.1"></label>
<label>Xác suất, % (để trống: lần nào cũng gặp)<input type="number" name="percent" min="0" max="100"></label>
<label>Dãy số (cùng số thì lặp lại y hệt)<input type="text" name="seed"></label>
<button type="submit">Bật sự cố</button></form></section>`
}
