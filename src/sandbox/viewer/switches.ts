import type { Fault } from '../contract'
import { faultNames } from '../desk/faults'
import type { Site } from '../desk/site'
import { escapeHtml } from './html'

const labels: Readonly<Record<Fault, string>> = {
  unavailable: 'Ngừng phục vụ (503, chưa làm gì)',
  hang: 'Treo (chưa làm gì, không trả lời)',
  'accept-then-drop': 'Đã nhận bài rồi cắt kết nối',
  'accept-then-hang': 'Đã nhận bài rồi treo',
  'error-after-accept': 'Đã nhận bài rồi báo lỗi 500',
  throttle: 'Báo gửi quá nhanh',
  'token-dead': 'Báo mã truy cập hết hiệu lực',
  garbage: 'Đã nhận bài rồi trả lời vô nghĩa',
  slow: 'Đã nhận bài nhưng trả lời rất chậm',
  truncated: 'Đã nhận bài rồi trả lời bị cụt',
}

/** The form with which a trainer breaks a platform for the next calls. */
export function showSwitches({ lookalikes, desk }: Site): string {
  const calls = desk.records.list<{ call: string }>('sandbox.calls').map(({ call }) => call)
  const waiting = desk.faults
    .list()
    .map(
      ({ platform, call, fault, times }) =>
        `<li>${escapeHtml(platform)} · ${escapeHtml(call)}: ${labels[fault]}, còn ${times} lần</li>`,
    )
  return `<section class="switches"><h2>Gây sự cố có chủ đích</h2>
<form method="post" action="/_faults">
<label>Nền tảng<select name="platform">${lookalikes.map(({ platform, label }) => option(platform, label)).join('')}</select></label>
<label>Lời gọi (* là bất kỳ)<input type="text" name="call" value="*" list="calls" required></label>
<datalist id="calls">${[...new Set(calls)].map((call) => option(call, call)).join('')}</datalist>
<label>Sự cố<select name="fault">${faultNames.map((fault) => option(fault, labels[fault])).join('')}</select></label>
<label>Số lần<input name="times" type="number" min="1" value="1" required></label>
<button type="submit">Bật sự cố</button></form>
${waiting.length > 0 ? `<ul>${waiting.join('')}</ul><form method="post" action="/_faults/clear"><button type="submit">Tắt mọi sự cố</button></form>` : '<p>Không có sự cố nào đang chờ.</p>'}
</section>`
}

function option(value: string, label: string): string {
  return `<option value="${escapeHtml(value)}">${escapeHtml(label)}</option>`
}
