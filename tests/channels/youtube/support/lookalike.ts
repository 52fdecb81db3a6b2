/** One look-alike for a file of tests, and the requests by which a client asks it; importing it starts it. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { http } from '@/platform/http'
import type { HttpRequest } from '@/platform/http/contract'
import { openStage, type Stage } from './stage'

export const UNIT = 262_144

export let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

type Asked = {
  path: string
  method?: HttpRequest['method']
  headers?: Record<string, string>
  body?: string | Uint8Array
}

export async function ask({ path, method = 'GET', headers = {}, body }: Asked) {
  const authorization = `Bearer ${stage.platform.credentials['accessToken']}`
  const url = `${stage.platform.addresses['GOOGLE_API_URL']}${path}`
  const answer = await http({
    method,
    url,
    headers: { authorization, ...headers },
    ...(body === undefined ? {} : { body }),
  })
  const json = answer.text.startsWith('{') ? (JSON.parse(answer.text) as Record<string, unknown>) : {}
  return { ...answer, json, reason: reasonOf(json) }
}

export function reasonOf({ error }: Record<string, unknown>): string | null {
  return (error as { errors?: { reason: string }[] } | undefined)?.errors?.[0]?.reason ?? null
}

export type Text = { snippet?: object; status?: object; localizations?: object }

export function open({ snippet = {}, status = {}, ...more }: Text = {}, total = 3 * UNIT) {
  const body = JSON.stringify({ snippet: { title: 'Một video', ...snippet }, status, ...more })
  const headers = { 'x-upload-content-length': String(total), 'x-upload-content-type': 'video/mp4' }
  return ask({
    method: 'POST',
    path: '/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status',
    headers,
    body,
  })
}

export const put = (address: string | null, range: string, bytes: Uint8Array = new Uint8Array()) =>
  http({ method: 'PUT', url: address ?? '', headers: { 'content-range': range }, body: bytes })

export async function make(text: Text = {}) {
  const address = (await open(text, 100)).headers.get('location')
  const answer = await put(address, 'bytes 0-99/100', film(100))
  return { status: answer.status, id: (JSON.parse(answer.text) as { id: string }).id }
}

export function film(size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  bytes.set(new TextEncoder().encode('\0\0\0\x18ftypmp42'))
  return bytes
}

export const statusOf = async (id: string) => {
  const { json } = await ask({ path: `/youtube/v3/videos?part=status&id=${id}` })
  return (json['items'] as { status: Record<string, unknown> }[])[0]?.status
}
