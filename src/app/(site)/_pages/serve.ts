import { logger } from '@/platform/logger'
import { answerVisitor } from './answer-visitor'
import { html } from './answers'
import { showMessage } from './components/message'
import { openSite, SECTION_NAME } from './payload/site'

type Params = { params: Promise<{ path?: string[] }> }

export async function servePage(request: Request, { params }: Params): Promise<Response> {
  try {
    return await answerVisitor(request, decode((await params).path ?? []), await openSite())
  } catch (cause) {
    logger.error({ err: cause, path: new URL(request.url).pathname }, 'site page failed')
    const section = { name: SECTION_NAME, audiences: [], topics: [], campaign: null }
    return html(503, showMessage({ site: { publicUrl: '' }, section, kind: 'broken' }))
  }
}

/** A segment that is no valid percent-encoding stays as it is and matches nothing. */
function decode(path: readonly string[]): string[] {
  return path.map((segment) => {
    try {
      return decodeURIComponent(segment)
    } catch {
      return segment
    }
  })
}
