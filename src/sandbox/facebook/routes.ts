/** `/v26.0/{node}/{edge}`; a call without a version is served too, as by the platform. */
import type { SandboxRequest } from '../contract'
import { isFilmId } from './state/films'

export type Route = { call: string; node: string; edge: string }

export function routeOf(request: SandboxRequest): Route {
  const segments = request.path.split('/').filter((part) => part !== '' && !/^v\d+\.\d+$/.test(part))
  const [node = '', edge = '', third] = segments
  if (node === 'reel') return { call: 'web.film', node: edge, edge: node }
  if (edge === 'videos' && third !== undefined) return { call: 'web.film', node: third, edge }
  if (node === 'video-upload') return { call: 'reels.upload', node: edge, edge: node }
  const call = edge === '' ? nameNodeCall(request.method, node) : nameEdgeCall(request, { node, edge })
  return { call, node, edge }
}

const NODE_VERBS: Readonly<Record<string, string>> = { GET: 'read', POST: 'update', DELETE: 'delete' }

function nameNodeCall(method: string, node: string): string {
  if (node === 'debug_token') return 'token.inspect'
  if (node === 'me') return 'me.read'
  const verb = NODE_VERBS[method] ?? 'unknown'
  if (node.includes('_')) return `post.${verb}`
  return isFilmId(node) ? `film.${verb}` : `page.${verb}`
}

const EDGE_CALLS: Readonly<Record<string, string>> = {
  'POST feed': 'feed.create',
  'GET feed': 'feed.list',
  'GET posts': 'posts.list',
  'GET published_posts': 'posts.list',
  'GET scheduled_posts': 'scheduled.list',
  'POST photos': 'photos.create',
  'GET insights': 'insights.read',
  'GET comments': 'comments.list',
  'POST comments': 'comments.create',
  'GET videos': 'videos.list',
  'GET video_reels': 'reels.list',
  'GET accounts': 'accounts.list',
  'GET businesses': 'businesses.list',
  'GET owned_pages': 'businesses.pages',
  'GET client_pages': 'businesses.pages',
  'POST subscriptions': 'app.subscribe',
  'POST subscribed_apps': 'page.subscribe',
  'GET subscribed_apps': 'page.subscribed',
  'DELETE subscribed_apps': 'page.unsubscribe',
  'GET access_token': 'oauth.token',
  'POST access_token': 'oauth.token',
  'GET oauth': 'oauth.dialog',
  'POST oauth': 'oauth.dialog',
}

/** The phase of an upload stands in the body, whichever way it is written. */
function nameEdgeCall(request: SandboxRequest, { node, edge }: { node: string; edge: string }): string {
  if (node === 'oauth' && edge !== 'access_token') return 'unknown'
  const uploads: Readonly<Record<string, string>> = { videos: 'videos', video_reels: 'reels' }
  const upload = request.method === 'POST' ? uploads[edge] : undefined
  return upload ? `${upload}.${readPhase(request)}` : (EDGE_CALLS[`${request.method} ${edge}`] ?? 'unknown')
}

const HEAD = 2_048

function readPhase({ body, spool, query }: SandboxRequest): string {
  if (spool) return 'transfer'
  const head = new TextDecoder().decode(body.subarray(0, HEAD))
  const found = /upload_phase"?(?:\r\n\r\n|=|:\s*")([a-z]+)/i.exec(head)?.[1] ?? query.get('upload_phase') ?? ''
  const phase = found.toLowerCase()
  return phase === 'complete' ? 'finish' : phase
}
