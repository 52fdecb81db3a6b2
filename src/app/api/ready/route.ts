import config from '@payload-config'
import { getPayload } from 'payload'
import { engineOf } from '@/engine'
import { readiness } from '@/engine/truth/readiness'

export const dynamic = 'force-dynamic'

/** Ready: database, queue, and a worker that is alive; 503 with the reasons otherwise. */
export async function GET(): Promise<Response> {
  const reasons = await reasonsAgainst()
  return Response.json({ ready: reasons.length === 0, reasons }, { status: reasons.length === 0 ? 200 : 503 })
}

async function reasonsAgainst(): Promise<string[]> {
  try {
    return await readiness(engineOf(await getPayload({ config })))
  } catch {
    return ['Không kết nối được cơ sở dữ liệu.']
  }
}
