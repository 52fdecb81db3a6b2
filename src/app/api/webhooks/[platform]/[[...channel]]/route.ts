import config from '@payload-config'
import { getPayload } from 'payload'
import { engineOf } from '@/engine'
import { answerWebhook } from '@/engine/notices/answer'
import { logger } from '@/platform/logger'

export const dynamic = 'force-dynamic'

type Params = { params: Promise<{ platform: string; channel?: string[] }> }

/** Any other answer than 2xx makes the platform tell it again: right when we could not store it. */
async function serve(request: Request, { params }: Params): Promise<Response> {
  const { platform, channel = [] } = await params
  if (channel.length > 1) return new Response(null, { status: 404 })
  try {
    const engine = engineOf(await getPayload({ config }))
    return await answerWebhook(engine, request, { platform, channel: channel[0] })
  } catch (cause) {
    logger.error({ err: cause, platform }, 'a webhook could not be taken')
    return new Response(null, { status: 503 })
  }
}

export const GET = serve
export const POST = serve
