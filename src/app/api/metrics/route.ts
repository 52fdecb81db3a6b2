import config from '@payload-config'
import { getPayload } from 'payload'
import { engineOf } from '@/engine'
import { renderMetrics } from '@/engine/truth/metrics'
import { isSameSecret } from '@/platform/crypto'
import { environment } from '@/platform/env'

export const dynamic = 'force-dynamic'

/** For Prometheus, behind a token; where none is set the address does not exist. */
export async function GET(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = environment()
  if (!METRICS_TOKEN)
    return refuse(404, 'metrics_off', 'Chưa bật số liệu vận hành; hãy đặt METRICS_TOKEN rồi khởi động lại.')
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  if (!isSameSecret(given, METRICS_TOKEN))
    return refuse(401, 'token_wrong', 'Mã truy cập số liệu không đúng; gửi “Authorization: Bearer <METRICS_TOKEN>”.')
  const { type, text } = await renderMetrics(engineOf(await getPayload({ config })))
  return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } })
}

function refuse(status: 401 | 404, code: string, message: string): Response {
  const headers: Record<string, string> = status === 401 ? { 'www-authenticate': 'Bearer' } : {}
  return Response.json({ errors: [{ code, message }] }, { status, headers })
}
