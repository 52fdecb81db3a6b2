/** The channel itself, its uploads newest first, and counters by the dozen. */
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { listOf, refuse } from './answers'
import { VIDEOS, type ChannelRecord, type VideoRecord } from './state'
import { countersOf, findVideo, listParameter } from './videos'

type Own = { desk: Desk; channel: ChannelRecord }

export function listChannels({ query }: SandboxRequest, { desk, channel }: Own): SandboxAnswer {
  const isAsked = query.get('mine') === 'true' || listParameter(query, 'id').includes(channel.id)
  const all: Record<string, unknown> = {
    snippet: { title: channel.name, description: '', country: 'VN' },
    contentDetails: { relatedPlaylists: { likes: '', uploads: uploadsOf(channel) } },
    statistics: {
      viewCount: '0',
      subscriberCount: '1230',
      hiddenSubscriberCount: false,
      videoCount: String(videosOf(desk, channel).length),
    },
    status: { privacyStatus: 'public', isLinked: true, longUploadsStatus: 'allowed' },
  }
  const parts = listParameter(query, 'part').filter((part) => part in all)
  const item = {
    kind: 'youtube#channel',
    id: channel.id,
    ...Object.fromEntries(parts.map((part) => [part, all[part]])),
  }
  return listOf('channel', isAsked ? [item] : [])
}

export function uploadsOf(channel: Pick<ChannelRecord, 'id'>): string {
  return `UU${channel.id.slice(2)}`
}

function videosOf(desk: Desk, channel: Pick<ChannelRecord, 'id'>): VideoRecord[] {
  return desk.records.list<VideoRecord>(VIDEOS).filter((video) => video.channel === channel.id && !video.isDeleted)
}

export function listPlaylistItems({ query }: SandboxRequest, { desk, channel }: Own): SandboxAnswer {
  const playlist = query.get('playlistId') ?? ''
  if (playlist !== uploadsOf(channel)) {
    return refuse({
      status: 404,
      reason: 'playlistNotFound',
      message: 'The playlist cannot be found.',
      domain: 'youtube.playlistItem',
    })
  }
  const size = Math.min(50, Number(query.get('maxResults') ?? 5))
  const start = Number(query.get('pageToken') ?? 0)
  const videos = videosOf(desk, channel).toReversed()
  const items = videos.slice(start, start + size).map((video) => showItem(video, playlist))
  const next = start + size < videos.length ? { nextPageToken: String(start + size) } : {}
  return {
    status: 200,
    body: {
      kind: 'youtube#playlistItemListResponse',
      ...next,
      pageInfo: { totalResults: videos.length, resultsPerPage: size },
      items,
    },
  }
}

function showItem(video: VideoRecord, playlist: string) {
  const { title, description } = video.snippet
  return {
    kind: 'youtube#playlistItem',
    id: `${playlist}.${video.id}`,
    snippet: {
      title,
      description,
      publishedAt: video.publishedAt,
      playlistId: playlist,
      resourceId: { kind: 'youtube#video', videoId: video.id },
    },
    contentDetails: { videoId: video.id, videoPublishedAt: video.publishedAt },
  }
}

export function batchGetStats({ query }: SandboxRequest, { desk }: Own): SandboxAnswer {
  const videos = listParameter(query, 'id')
    .slice(0, 50)
    .flatMap((id) => findVideo(desk, id) ?? [])
  return listOf(
    'videoBatchGetStats',
    videos.map((video) => ({
      id: video.id,
      statistics: countersOf(video, desk),
      snippet: { publishTime: video.publishedAt },
    })),
  )
}
