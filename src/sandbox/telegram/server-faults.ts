/** Answers of a server that is in trouble itself, each as the real one writes it; the desk's own faults cover the rest. */
import type { Desk, SandboxAnswer } from '../contract'

export const serverKnob = {
  label:
    'Máy chủ: 1 = “restart”, 2 = “immediately deleted” (đã đăng), 3 = 502 HTML (chưa đăng), 4 = 504 HTML (đã đăng), 5 = 421; 0 = tắt',
  fallback: 0,
}

const html = (status: number, title: string): SandboxAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${title}</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n`,
})

const envelope = (code: number, description: string): SandboxAnswer => ({
  status: code,
  body: { ok: false, error_code: code, description },
})

type ServerFault = { answer: SandboxAnswer; isSent: boolean }

const faults: Readonly<Record<number, ServerFault>> = {
  1: { answer: envelope(500, 'Internal Server Error: restart'), isSent: false },
  2: {
    answer: envelope(500, "Internal Server Error: sent message was immediately deleted and can't be returned"),
    isSent: true,
  },
  3: { answer: html(502, 'Bad Gateway'), isSent: false },
  4: { answer: html(504, 'Gateway Time-out'), isSent: true },
  5: { answer: envelope(421, 'Misdirected Request'), isSent: false },
}

/** In place of what a sending method answers; some do their work all the same. */
export async function underServerFault(
  desk: Desk,
  path: string,
  handle: () => Promise<SandboxAnswer>,
): Promise<SandboxAnswer> {
  const number = desk.knob('telegram', 'serverAnswer', serverKnob.fallback)
  const fault = /\/send[A-Z]/.test(path) ? faults[number] : undefined
  if (!fault) return handle()
  if (fault.isSent) await handle()
  return fault.answer
}
