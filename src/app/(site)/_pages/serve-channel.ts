import { logger } from '@/platform/logger'
import { answerChannel } from './answer-channel'
import { refuse } from './answers'
import { openSite } from './payload/site'
import type { Site } from './site'

type Params = { params: Promise<{ path?: string[] }> }

export async function serveChannel(request: Request, { params }: Params): Promise<Response> {
  const { path = [] } = await params
  const site = await openIfReady()
  // Said before anything was done: the driver may send again.
  if (!site) return refuse(503, 'not-ready', 'Trang web chưa sẵn sàng.')
  try {
    return await answerChannel(request, path.map(decodeURIComponent), site)
  } catch (cause) {
    logger.error({ err: cause }, 'site channel failed')
    return refuse(500, 'broken', 'Trang web gặp sự cố khi ghi bài.')
  }
}

async function openIfReady(): Promise<Site | null> {
  try {
    return await openSite()
  } catch (cause) {
    logger.error({ err: cause }, 'site not ready')
    return null
  }
}
