/** The log and the verdict for people: what the platforms took, and whether anything stands there twice. */
import { walls, type Site } from '../desk/site'
import { judge } from '../desk/verdict'
import { escapeHtml, showTime } from './html'

const MOST_LINES = 200

export function showJournal({ desk }: Site): string {
  const entries = desk.entries.read({})
  const rows = entries.slice(-MOST_LINES).toReversed()
  const lines = rows.map(
    ({ sequence, at, platform, call, id, text }) =>
      `<tr><td>${sequence}</td><td>${showTime(at)}</td><td>${escapeHtml(platform)}</td><td><code>${escapeHtml(call)}</code></td><td>${escapeHtml(id)}</td><td>${escapeHtml(startOf(text))}</td></tr>`,
  )
  return `<h1>Nhật ký</h1><p>Mọi việc các nền tảng đã nhận, việc mới nhất ở trên; chỉ ghi thêm, không sửa. Bản đầy đủ cho máy đọc: <a href="/_log">/_log</a>.</p>
<div class="panel scroll" role="region" aria-label="Nhật ký" tabindex="0"><table><thead><tr>${['Số', 'Lúc', 'Nền tảng', 'Lời gọi', 'Mã', 'Nội dung'].map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>${lines.length === 0 ? '<p>Chưa có gì.</p>' : ''}</div>`
}

function startOf(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text
}

export function showCheck(site: Site): string {
  const { posts, twice, unmarked } = judge(walls(site), [])
  const marked = Object.values(posts).reduce((sum, count) => sum + count, 0)
  const verdict =
    twice.length === 0
      ? '<p><b>Không có bài nào lên hai lần.</b></p>'
      : `<p class="state">Có ${twice.length} bài lên hai lần:</p><ul>${twice.map((key) => `<li><code>${escapeHtml(key)}</code></li>`).join('')}</ul>`
  return `<h1>Đối chiếu</h1><section class="panel${twice.length > 0 ? ' on' : ''}"><h2>Mỗi bài đúng một lần?</h2>${verdict}
<p>Người dân đang thấy ${marked.toLocaleString('vi-VN')} bài có đường dẫn theo dõi, ${unmarked.toLocaleString('vi-VN')} bài không có (không phải do hệ thống đăng).</p>
<p>Bản cho máy đọc, có hỏi thiếu và sai chữ: <a href="/_verdict">/_verdict</a>.</p></section>`
}
