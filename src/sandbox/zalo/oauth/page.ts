/** Pages that a person sees at Zalo: plain, Vietnamese, usable on a phone. */
import type { SandboxAnswer } from '../../contract'

export function page(title: string, main: string): SandboxAnswer {
  const body = `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><style>
body{margin:0;font:17px/1.5 system-ui,"Noto Sans",sans-serif;background:#eaf1fb;color:#16202a}
main{max-width:34rem;margin:24px auto;padding:20px;background:#fff;border-radius:12px;overflow-wrap:anywhere}
h1{margin:0 0 12px;font-size:1.3rem;color:#0a57b0}fieldset{border:1px solid #7d8a96;border-radius:8px;margin:0 0 16px}
label{display:flex;gap:10px;align-items:center;min-height:44px}input[type=url]{flex:1;font:inherit;min-height:44px;padding:0 8px}
button{font:inherit;min-height:48px;padding:0 24px;border-radius:8px;border:1px solid #0a57b0;background:#fff;color:#0a57b0}
button.yes{background:#0a57b0;color:#fff}dt{font-weight:700}dd{margin:0 0 8px}
</style></head><body><main>${main}</main></body></html>`
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
