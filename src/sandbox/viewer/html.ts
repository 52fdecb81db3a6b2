/** Text that is safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Escapes, keeps line breaks (the element has `white-space: pre-line`) and makes web addresses clickable. */
export function linkify(text: string): string {
  return escapeHtml(text).replaceAll(/https?:\/\/[^\s<)]+/g, (address) => `<a href="${address}">${address}</a>`)
}
