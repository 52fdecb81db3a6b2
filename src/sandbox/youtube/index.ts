/** The YouTube look-alike: Data API v3 with resumable upload, the token endpoint, a little Analytics, and a page to watch. */
import type { Desk, Lookalike, SandboxAnswer, SandboxRequest } from '../contract'
import { authorize } from './access'
import { refuse, throttled, tokenDead } from './answers'
import { batchGetStats, listChannels, listPlaylistItems } from './lists'
import { spendUnits } from './quota'
import { queryReport } from './reports'
import { continueSession, startSession } from './sessions'
import { openChannel, type ChannelRecord } from './state'
import { describeToken, grantToken } from './tokens'
import { deleteVideo, listVideos, updateVideo } from './videos'
import { wall, watch } from './wall'

const mounts = {
  GOOGLE_API_URL: '/google/api',
  GOOGLE_OAUTH_URL: '/google/oauth',
  YOUTUBE_ANALYTICS_URL: '/google/analytics',
  YOUTUBE_WATCH_URL: '/google/watch',
}

export const lookalike: Lookalike = {
  platform: 'youtube',
  label: 'YouTube',
  mounts,
  nameCall,
  handle,
  throttled,
  tokenDead,
  wall,
  open: (desk, name) => {
    const { id, clientId, clientSecret, refreshToken, accessToken } = openChannel(desk, name)
    const credentials = { clientId, clientSecret, refreshToken, accessToken }
    return { account: id, url: `https://www.youtube.com/channel/${id}`, credentials }
  },
}

type Own = { desk: Desk; channel: ChannelRecord }
type Route = { call: string; units: number; answer(request: SandboxRequest, own: Own): SandboxAnswer }

/** What needs a token, with its price in units. */
const routes: Readonly<Record<string, Route>> = {
  'POST /upload/youtube/v3/videos': {
    call: 'videos.insert.start',
    units: 0,
    answer: (request, own) => startSession(request, { ...own, mount: mounts.GOOGLE_API_URL }),
  },
  'GET /youtube/v3/videos': { call: 'videos.list', units: 1, answer: (request, { desk }) => listVideos(request, desk) },
  'PUT /youtube/v3/videos': { call: 'videos.update', units: 50, answer: updateVideo },
  'DELETE /youtube/v3/videos': { call: 'videos.delete', units: 50, answer: deleteVideo },
  'GET /youtube/v3/videos:batchGetStats': { call: 'videos.batchGetStats', units: 0, answer: batchGetStats },
  'GET /youtube/v3/channels': { call: 'channels.list', units: 1, answer: listChannels },
  'GET /youtube/v3/playlistItems': { call: 'playlistItems.list', units: 1, answer: listPlaylistItems },
  'GET /v2/reports': { call: 'reports.query', units: 0, answer: (request, { desk }) => queryReport(request, desk) },
}

type Open = { call: string; answer(request: SandboxRequest, desk: Desk): SandboxAnswer }

/** What needs none. */
const openRoutes: Readonly<Record<string, Open>> = {
  'PUT /upload/youtube/v3/videos': { call: 'videos.insert.chunk', answer: continueSession },
  'POST /token': { call: 'token.grant', answer: grantToken },
  'POST /tokeninfo': { call: 'token.describe', answer: describeToken },
  'GET /watch': { call: 'watch', answer: watch },
}

function nameCall(request: SandboxRequest): string {
  const key = `${request.method} ${request.path}`
  const call = routes[key]?.call ?? openRoutes[key]?.call ?? 'unknown'
  return call === 'videos.insert.chunk' ? nameChunk(request) : call
}

/** The request that holds the last byte makes the video; one with no bytes only asks. */
function nameChunk({ headers }: SandboxRequest): string {
  const range = headers['content-range'] ?? ''
  if (range.startsWith('bytes */')) return 'videos.insert.status'
  const [, to, total] = /-(\d+)\/(\d+)$/.exec(range) ?? []
  return range === '' || Number(to) + 1 === Number(total) ? 'videos.insert.finish' : 'videos.insert.chunk'
}

async function handle(request: SandboxRequest, desk: Desk): Promise<SandboxAnswer> {
  const key = `${request.method} ${request.path}`
  const open = openRoutes[key]
  if (open) return open.answer(request, desk)
  const route = routes[key]
  if (!route) return refuse({ status: 404, reason: 'notFound', message: `Not Found: ${key}` })
  const access = authorize(request, desk)
  if ('refusal' in access) return access.refusal
  return spendUnits(desk, route.units) ?? route.answer(request, { desk, channel: access.channel })
}
