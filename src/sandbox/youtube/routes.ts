/** Every call: its name for logs and faults, what it costs, and which permissions (any one of them) it needs. */
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { showConsent, takeConsent } from './account/consent'
import { revokeToken } from './account/grants'
import { describeToken, grantToken } from './account/tokens'
import { insertCaptions, listCaptions, updateCaptions } from './extras/captions'
import { insertEntry, insertPlaylist } from './extras/playlists'
import { setThumbnail } from './extras/thumbnails'
import { batchGetStats, listChannels, listPlaylistItems } from './lists'
import { avatar, watch } from './public/watch'
import { queryReport } from './reports'
import type { ChannelRecord } from './state'
import { continueSession, startSession } from './upload/sessions'
import { listVideos } from './videos'
import { deleteVideo, updateVideo } from './videos/change'

export const mounts = {
  GOOGLE_API_URL: '/google/api',
  GOOGLE_OAUTH_URL: '/google/oauth',
  GOOGLE_ACCOUNTS_URL: '/google/accounts',
  YOUTUBE_ANALYTICS_URL: '/google/analytics',
  YOUTUBE_WATCH_URL: '/google/watch',
}

export type Own = { desk: Desk; channel: ChannelRecord; client: string }

type Answer = SandboxAnswer | Promise<SandboxAnswer>

export type Route = {
  call: string
  units: number
  scopes: readonly string[]
  answer(request: SandboxRequest, own: Own): Answer
}

const FULL = ['youtube', 'youtube.force-ssl']
const upload = { scopes: ['youtube.upload', ...FULL] }
const read = { units: 1, scopes: ['youtube.readonly', ...FULL] }
const write = { units: 50, scopes: FULL }
const captions = { scopes: ['youtube.force-ssl'] }

/** What needs a token. */
export const routes: Readonly<Record<string, Route>> = {
  'POST /upload/youtube/v3/videos': {
    call: 'videos.insert.start',
    units: 0,
    ...upload,
    answer: (request, own) => startSession(request, { ...own, mount: mounts.GOOGLE_API_URL }),
  },
  'POST /upload/youtube/v3/thumbnails/set': { call: 'thumbnails.set', units: 50, ...upload, answer: setThumbnail },
  'POST /upload/youtube/v3/captions': { call: 'captions.insert', units: 400, ...captions, answer: insertCaptions },
  'PUT /upload/youtube/v3/captions': { call: 'captions.update', units: 450, ...captions, answer: updateCaptions },
  'GET /youtube/v3/captions': { call: 'captions.list', units: 50, ...captions, answer: listCaptions },
  'GET /youtube/v3/videos': { call: 'videos.list', ...read, answer: listVideos },
  'PUT /youtube/v3/videos': { call: 'videos.update', ...write, answer: updateVideo },
  'DELETE /youtube/v3/videos': { call: 'videos.delete', ...write, answer: deleteVideo },
  'GET /youtube/v3/videos:batchGetStats': {
    call: 'videos.batchGetStats',
    units: 0,
    scopes: read.scopes,
    answer: batchGetStats,
  },
  'GET /youtube/v3/channels': { call: 'channels.list', ...read, answer: listChannels },
  'GET /youtube/v3/playlistItems': { call: 'playlistItems.list', ...read, answer: listPlaylistItems },
  'POST /youtube/v3/playlistItems': { call: 'playlistItems.insert', ...write, answer: insertEntry },
  'POST /youtube/v3/playlists': { call: 'playlists.insert', ...write, answer: insertPlaylist },
  'GET /v2/reports': { call: 'reports.query', units: 0, scopes: ['yt-analytics.readonly'], answer: queryReport },
}

type Open = { call: string; answer(request: SandboxRequest, desk: Desk): Answer }

/** What needs none. */
export const openRoutes: Readonly<Record<string, Open>> = {
  'PUT /upload/youtube/v3/videos': { call: 'videos.insert.chunk', answer: continueSession },
  'POST /token': { call: 'token.grant', answer: grantToken },
  'POST /tokeninfo': { call: 'token.describe', answer: describeToken },
  'POST /revoke': { call: 'token.revoke', answer: revokeToken },
  'GET /o/oauth2/v2/auth': { call: 'consent.show', answer: showConsent },
  'POST /o/oauth2/v2/auth': { call: 'consent.give', answer: takeConsent },
  'GET /watch': { call: 'watch', answer: watch },
  'GET /avatar.svg': { call: 'avatar', answer: avatar },
}

export function nameCall(request: SandboxRequest): string {
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
