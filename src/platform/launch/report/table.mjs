/** The table that a person reads in the terminal after a start. */

const stateLabels = /** @type {Record<string, string>} */ ({
  draft: 'Bản nháp',
  scheduled: 'Đã hẹn giờ',
  sending: 'Đang đăng',
  processing: 'Chờ nền tảng xử lý',
  unknown: 'Chưa rõ kết quả',
  published: 'Đã đăng',
  held: 'Cần xử lý',
  failed: 'Đăng lỗi',
  cancelled: 'Đã hủy',
  withdrawn: 'Đã gỡ',
})

const itemWidth = 48

/**
 * @param {readonly import('./rest.mjs').Publication[]} publications
 * @returns {string[]}
 */
export function tableOf(publications) {
  const rows = publications.map(({ title, channel, state, remoteUrl, heldMessage, failureMessage }) => [
    shorten(title, itemWidth),
    channel.name,
    stateLabels[state] ?? state,
    remoteUrl ?? heldMessage ?? failureMessage ?? '',
  ])
  const titles = ['Nội dung', 'Kênh', 'Trạng thái', 'Đường dẫn']
  const widths = titles.map((title, column) =>
    Math.max(...[titles, ...rows].map((row) => (row[column] ?? title).length)),
  )
  const line = (/** @type {readonly string[]} */ row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(titles), line(widths.map((width, column) => '─'.repeat(column === 3 ? 9 : width))), ...rows.map(line)]
}

/**
 * @param {string} text
 * @param {number} width
 */
function shorten(text, width) {
  const normal = text.normalize('NFC')
  return normal.length > width ? `${normal.slice(0, width - 1).trimEnd()}…` : normal
}
