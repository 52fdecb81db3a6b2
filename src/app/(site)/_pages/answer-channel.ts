/** The other side of `src/channels/site/api.ts`: puts pages up, takes them down, tells how often they were opened. */
import { sitePost } from '@/channels/site/post'
import { isSameSecret } from '@/platform/crypto'
import { json, refuse } from './answers'
import { publishPage, withdrawPage } from './publish-page'
import type { Page, Site } from './site'

const BODY_LIMIT = 2 * 1024 * 1024
const IDS_LIMIT = 200

/** `path` is what follows `/api/site`. */
export async function answerChannel(request: Request, path: readonly string[], site: Site): Promise<Response> {
  if (!isAllowed(request, site.token)) return refuse(401, 'token-wrong', 'Mã kết nối không đúng.')
  const [resource, publication] = path
  if (resource === undefined) return json(200, { name: (await site.section()).name })
  if (resource === 'views' && request.method === 'GET') return answerViews(request, site)
  if (resource === 'pages' && publication) return answerPage(request, publication, site)
  return refuse(404, 'path-unknown', 'Không có địa chỉ này.')
}

async function answerPage(request: Request, publication: string, site: Site): Promise<Response> {
  switch (request.method) {
    case 'PUT':
      return putPage(request, publication, site)
    case 'GET':
      return describe(await site.pages.findByPublication(publication), site)
    case 'DELETE':
      return describe(await withdrawPage(publication, site), site)
    default:
      return refuse(405, 'method-not-allowed', 'Không dùng được cách gọi này.')
  }
}

async function putPage(request: Request, publication: string, site: Site): Promise<Response> {
  const text = await request.text()
  if (text.length > BODY_LIMIT) return refuse(413, 'page-too-large', 'Nội dung trang quá dài.')
  const parsed = sitePost.safeParse(parse(text))
  if (!parsed.success || parsed.data.publication !== publication)
    return refuse(422, 'page-invalid', 'Nội dung trang thiếu hoặc thừa dữ liệu.')
  const result = await publishPage(parsed.data, site)
  if (result === 'withdrawn') return refuse(409, 'page-withdrawn', 'Bài này đã bị gỡ, không đăng lại được.')
  return describe(result.page, site, result.isNew ? 201 : 200)
}

async function answerViews(request: Request, site: Site): Promise<Response> {
  const ids = new URL(request.url).searchParams.get('ids')?.split(',').filter(Boolean) ?? []
  if (ids.length > IDS_LIMIT) return refuse(422, 'too-many-ids', `Chỉ hỏi được ${IDS_LIMIT} bài mỗi lần.`)
  return json(200, { views: await site.pages.readViews(ids) })
}

function describe(page: Page | null, { publicUrl }: Site, status = 200): Response {
  if (!page) return refuse(404, 'page-unknown', 'Không có bài này.')
  const { publication, state, slug, hash, publishedAt } = page
  return json(status, {
    publication,
    state,
    slug,
    hash,
    url: `${publicUrl}/tin/${slug}`,
    publishedAt: publishedAt.toISOString(),
  })
}

function isAllowed(request: Request, token: string): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1]
  return isSameSecret(given ?? '', token)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
