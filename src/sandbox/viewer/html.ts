/** Text that is safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Escapes, keeps line breaks (the element has `white-space: pre-line`) and makes web addresses clickable. */
export function linkify(text: string): string {
  return escapeHtml(text).replaceAll(/https?:\/\/[^\s<)]+/g, (address) => `<a href="${address}">${address}</a>`)
}

/** Attributes of a hidden field per entry: what a form sends without being asked. */
export function hidden(fields: Readonly<Record<string, string | number>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(String(value))}">`)
    .join('')
}

export function option(value: string, label: string): string {
  return `<option value="${escapeHtml(value)}">${escapeHtml(label)}</option>`
}

const zone = { timeZone: 'Asia/Ho_Chi_Minh' } as const

/** The hour in Viet Nam, as people there write it. */
export function showTime(at: string): string {
  const date = new Date(at)
  const day = date.toLocaleDateString('vi-VN', { ...zone, day: 'numeric', month: 'numeric', year: 'numeric' })
  const hour = date.toLocaleTimeString('vi-VN', { ...zone, hour: '2-digit', minute: '2-digit' })
  return `<time datetime="${escapeHtml(at)}">${hour} ${day}</time>`
}

/** `1,2 N` for 1,234, as the platforms shorten it in Vietnamese; the exact number is what screen readers get. */
export function showCount(value: number): string {
  return `<span title="${value.toLocaleString('vi-VN')}">${value.toLocaleString('vi-VN')}</span>`
}
