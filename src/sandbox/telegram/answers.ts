import type { SandboxAnswer } from '../contract'

/** What a method throws; it becomes Telegram's own envelope. */
export class TelegramRefusal extends Error {
  override readonly name = 'TelegramRefusal'
  readonly code: number
  readonly parameters: Record<string, number>

  constructor(code: number, description: string, parameters: Record<string, number> = {}) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export function badRequest(reason: string): TelegramRefusal {
  return new TelegramRefusal(400, `Bad Request: ${reason}`)
}

export function accepted(result: unknown): SandboxAnswer {
  return { status: 200, body: { ok: true, result } }
}

export function refused({ code, message, parameters }: TelegramRefusal): SandboxAnswer {
  const wait = parameters['retry_after']
  const body = {
    ok: false,
    error_code: code,
    description: message,
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
  }
  return { status: code, body, ...(wait ? { headers: { 'retry-after': String(wait) } } : {}) }
}
