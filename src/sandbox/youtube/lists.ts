/** The channel itself, its uploads newest first, the entries of a playlist, and counters by the dozen. */
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { spendBatch } from './account/quota'
import { listOf } from './answers'
import { entriesOf, hasPlaylist, playlistNotFound } from './extras/playlists'
import { moodOf, VIDEOS, type ChannelRecord, type VideoRecord } from './state'
import { findVideo, listParameter } from './videos'
import { countersOf } from './videos/counters'
import { ageOf } from './videos/processing'

type Own = { desk: Desk; channel: ChannelRecord; client: string }

export function listChannels({ query, origin }: SandboxRequest, { desk, channel }: Own): SandboxAnswer {
  const isAsked = query.get('mine') === 'true' || listParameter(query, 'id').includes(channel.id)
  const all: Record<string, unknown> = {
    snippet: {
      title: channel.name,
      description: '',
      customUrl: `@${channel.id.slice(2).toLowerCase()}`,
      thumbnails: { default: { url: `${origin}/google/watch/avatar.svg`, width: 88, height: 88 } },
      country: 'VN',
    },
    contentDetails: { relatedPlaylists: { likes: '', uploads: uploadsOf(channel) } },
    statistics: statisticsOf(desk, channel),
    status: { privacyStatus: 'public', isLinked: true, longUploadsStatus: moodOf(desk).longUploadsStatus },
  }
  const parts = listParameter(query, 'part').filter((part) => part in all)
  const item = {
    kind: 'youtube#channel',
    id: channel.id,
    ...Object.fromEntries(parts.map((part) => [part, all[part]])),
  }
  return listOf('channel', isAsked ? [item] : [])
}

function statisticsOf(desk: Desk, channel: ChannelRecord) {
  const counts = { viewCount: '0', videoCount: String(videosOf(desk, channel).length) }
  return moodOf(desk).hideSubscribers
    ? { ...counts, subscriberCount: '0', hiddenSubscriberCount: true }
    : { ...counts, subscriberCount: '1230', hiddenSubscriberCount: false }
}

export function uploadsOf(channel: Pick<ChannelRecord, 'id'>): string {
  return `UU${channel.id.slice(2)}`
}

function videosOf(desk: Desk, channel: Pick<ChannelRecord, 'id'>): VideoRecord[] {
  return desk.records.list<VideoRecord>(VIDEOS).filter((video) => video.channel === channel.id && !video.isDeleted)
}

type Shown = { id: string; video: VideoRecord; addedAt: string }

export function listPlaylistItems({ query }: SandboxRequest, { desk, channel }: Own): SandboxAnswer {
  const playlist = query.get('playlistId') ?? ''
  const isUploads = playlist === uploadsOf(channel)
  if (!isUploads && !hasPlaylist(desk, { id: playlist, channel: channel.id })) return playlistNotFound()
  const all = isUploads ? listedUploads(desk, channel) : listedEntries(desk, playlist)
  const wanted = query.get('videoId')
  const entries = all.filter(({ video }) => wanted === null || video.id === wanted)
  const size = Math.min(50, Number(query.get('maxResults') ?? 5))
  const start = Number(query.get('pageToken') ?? 0)
  const items = entries.slice(start, start + size).map((entry) => showItem(entry, playlist))
  const next = start + size < entries.length ? { nextPageToken: String(start + size) } : {}
  const pageInfo = { totalResults: entries.length, resultsPerPage: size }
  return { status: 200, body: { kind: 'youtube#playlistItemListResponse', ...next, pageInfo, items } }
}

/** Newest first, and what is very new not yet. */
function listedUploads(desk: Desk, channel: ChannelRecord): Shown[] {
  const lag = moodOf(desk).listLagSeconds
  return videosOf(desk, channel)
    .filter((video) => ageOf(video, desk) >= lag)
    .map((video) => ({ id: `${uploadsOf(channel)}.${video.id}`, video, addedAt: video.publishedAt }))
    .toReversed()
}

function listedEntries(desk: Desk, playlist: string): Shown[] {
  return entriesOf(desk, playlist).flatMap(({ id, video: videoId, addedAt }) => {
    const video = findVideo(desk, videoId)
    return video ? [{ id, video, addedAt }] : []
  })
}

function showItem({ id, video, addedAt }: Shown, playlist: string) {
  const { title, description } = video.snippet
  return {
    kind: 'youtube#playlistItem',
    id,
    snippet: {
      title,
      description,
      publishedAt: addedAt,
      playlistId: playlist,
      resourceId: { kind: 'youtube#video', videoId: video.id },
    },
    contentDetails: { videoId: video.id, videoPublishedAt: video.publishedAt },
  }
}

export function batchGetStats({ query }: SandboxRequest, { desk, client }: Own): SandboxAnswer {
  const refusal = spendBatch(desk, client)
  if (refusal) return refusal
  const videos = listParameter(query, 'id')
    .slice(0, 50)
    .flatMap((id) => findVideo(desk, id) ?? [])
  const items = videos.map((video) => ({
    kind: 'youtube#videoStat',
    id: video.id,
    statistics: countersOf(video, desk),
    snippet: { publishTime: video.publishedAt },
  }))
  return { status: 200, body: { kind: 'youtube#batchGetStatsResponse', items } }
}
