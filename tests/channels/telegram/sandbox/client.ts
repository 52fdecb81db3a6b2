/** A plain HTTP client of the look-alike: nothing of the driver is in it. */
import sharp from 'sharp'
import { lookalike } from '@/sandbox/telegram'
import { runLookalike, type RunningLookalike } from '../../../support/platforms'

export type Result = { message_id?: number; text?: string; date?: number; username?: string; media_group_id?: string }

export type Answer = {
  status: number
  retryAfter: string | null
  body: { ok: boolean; result: Result; error_code?: number; description?: string; parameters?: object }
}

export type Client = {
  platform: RunningLookalike
  /** Address of the methods, of this bot or another. */
  base(token?: string): string
  /** As JSON, into the account's channel unless the fields name another chat. */
  call(method: string, fields?: Record<string, unknown>): Promise<Answer>
  /** As multipart. */
  upload(method: string, fields: Record<string, string | Blob>): Promise<Answer>
}

export async function openClient(): Promise<Client> {
  const platform = await runLookalike(lookalike)
  const base: Client['base'] = (token = platform.credentials['token']) =>
    `${platform.addresses['TELEGRAM_API_URL']}/bot${token}`
  return {
    platform,
    base,
    call: async (method, fields = {}) => {
      const body = JSON.stringify({ chat_id: platform.account, ...fields })
      const headers = { 'content-type': 'application/json' }
      return read(await fetch(`${base()}/${method}`, { method: 'POST', headers, body }))
    },
    upload: async (method, fields) => {
      const form = new FormData()
      form.append('chat_id', platform.account)
      for (const [name, value] of Object.entries(fields)) {
        if (typeof value === 'string') form.append(name, value)
        else form.append(name, value, 'tep.jpg')
      }
      return read(await fetch(`${base()}/${method}`, { method: 'POST', body: form }))
    },
  }
}

export async function read(answer: Response): Promise<Answer> {
  const body = JSON.parse(await answer.text()) as Answer['body']
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body }
}

export async function aPicture(width = 40, height = 30): Promise<Blob> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#c8102e' } })
    .jpeg()
    .toBuffer()
  return new Blob([new Uint8Array(bytes)])
}
