/** The few pages that the look-alike shows to people. */

export function page(title: string, body: string): string {
  const style = 'font-family:sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem'
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><body style="${style}">${body}</body></html>`
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
