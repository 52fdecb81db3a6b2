import type { SandboxDesk } from '../../desk'
import { hidden, showTime } from '../html'

const steps: readonly [words: string, seconds: number][] = [
  ['Tua thêm 1 phút', 60],
  ['Tua thêm 10 phút', 600],
  ['Tua thêm 1 giờ', 3_600],
  ['Tua thêm 1 ngày', 86_400],
]

export function showClock({ clock, now }: SandboxDesk): string {
  const offset = clock.offsetSeconds()
  const away = offset === 0 ? 'đúng giờ thật' : `lệch ${offset.toLocaleString('vi-VN')} giây so với giờ thật`
  const buttons = steps.map(([words, forwardSeconds]) => button(words, { forwardSeconds }))
  return `<section class="panel"><h2>Đồng hồ của các nền tảng</h2><p>Bây giờ là ${showTime(now().toISOString())}, ${away}. Tua đồng hồ để không phải chờ xử lý video, hết hạn mã truy cập, hay lượt xem tăng.</p>
<ul class="quick">${buttons.join('')}${button('Về đúng giờ thật', { offsetSeconds: 0 })}</ul></section>`
}

function button(words: string, fields: Record<string, number>): string {
  return `<li><form method="post" action="/_clock">${hidden(fields)}<button class="calm" type="submit">${words}</button></form></li>`
}
