import { parseBody } from '../body'
import type { Desk, Lookalike, SandboxAnswer, SandboxRequest } from '../contract'
import { authorize } from './access'
import { badParameter, missingObject, throttled, tokenDead } from './errors'
import { createPost } from './feed'
import { readInsights } from './insights'
import { inspectToken, readPage } from './page'
import { createPhoto } from './photos'
import { deletePost, listPublished, readPost } from './posts'
import { openPage, type Page } from './state'
import { wall } from './wall'

export const lookalike: Lookalike = {
  platform: 'facebook',
  label: 'Facebook',
  mounts: {
    FACEBOOK_GRAPH_URL: '/facebook/graph',
    FACEBOOK_VIDEO_URL: '/facebook/video',
    FACEBOOK_RUPLOAD_URL: '/facebook/rupload',
  },
  nameCall: (request) => routeOf(request).call,
  handle,
  throttled,
  tokenDead,
  wall,
  open: (desk, name) => {
    const { id, token, appId, appSecret } = openPage(desk, name)
    return { account: id, url: `https://www.facebook.com/${id}`, credentials: { pageToken: token, appId, appSecret } }
  },
}

type Call =
  | 'feed.create'
  | 'photos.create'
  | 'posts.list'
  | 'post.read'
  | 'post.delete'
  | 'insights.read'
  | 'page.read'
  | 'token.inspect'
  | 'unknown'

/** `/v26.0/{node}/{edge}`; a call without a version is served too, as by the platform. */
function routeOf({ method, path }: SandboxRequest): { call: Call; node: string } {
  const [node = '', edge = ''] = path.split('/').filter((part) => part !== '' && !/^v\d+\.\d+$/.test(part))
  return { call: edge === '' ? nameNodeCall(method, node) : nameEdgeCall(method, edge), node }
}

function nameNodeCall(method: string, node: string): Call {
  if (node === 'debug_token') return 'token.inspect'
  if (!node.includes('_')) return method === 'GET' ? 'page.read' : 'unknown'
  if (method === 'DELETE') return 'post.delete'
  return method === 'GET' ? 'post.read' : 'unknown'
}

function nameEdgeCall(method: string, edge: string): Call {
  const calls: Readonly<Record<string, Call>> = {
    'POST feed': 'feed.create',
    'POST photos': 'photos.create',
    'GET published_posts': 'posts.list',
    'GET insights': 'insights.read',
  }
  return calls[`${method} ${edge}`] ?? 'unknown'
}

async function handle(request: SandboxRequest, desk: Desk): Promise<SandboxAnswer> {
  const { call, node } = routeOf(request)
  const { fields } = await parseBody(request)
  if (call === 'token.inspect') return inspectToken({ request, fields }, desk)
  const access = authorize({ request, fields }, desk)
  if ('refusal' in access) return access.refusal
  const { page } = access
  if (isOnPage(call) && node !== 'me' && node !== page.id) return missingObject(node)
  return answers[call]({ node, page, request, fields, desk, query: request.query, origin: request.origin })
}

function isOnPage(call: Call): boolean {
  return ['feed.create', 'photos.create', 'posts.list', 'page.read'].includes(call)
}

type Asked = { node: string; page: Page; request: SandboxRequest; fields: Record<string, string>; desk: Desk }
type Answering = (asked: Asked & { query: URLSearchParams; origin: string }) => SandboxAnswer | Promise<SandboxAnswer>

const unsupported: Answering = ({ request }) => badParameter(`Unsupported ${request.method.toLowerCase()} request`)

const answers: Readonly<Record<Call, Answering>> = {
  'feed.create': (asked) => createPost({ ...asked, asked: asked.query.get('fields') ?? asked.fields['fields'] ?? '' }),
  'photos.create': createPhoto,
  'posts.list': listPublished,
  'post.read': (asked) => readPost(asked.node, asked),
  'post.delete': (asked) => deletePost(asked.node, asked),
  'insights.read': (asked) => readInsights(asked.node, asked),
  'page.read': ({ page, query, desk }) => readPage(page, { query, desk }),
  'token.inspect': unsupported,
  unknown: unsupported,
}
