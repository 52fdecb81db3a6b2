/** Videos as the API shows them. */
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { listOf, refuse } from '../answers'
import { VIDEOS, type ChannelRecord, type VideoRecord } from '../state'
import { countersOf } from './counters'
import { processingOf, statusOf } from './processing'

type Own = { desk: Desk; channel: ChannelRecord }

const OWNERS_PARTS = ['processingDetails', 'fileDetails', 'suggestions']

export function listVideos({ query }: SandboxRequest, { desk, channel }: Own): SandboxAnswer {
  const ids = listParameter(query, 'id')
  const parts = listParameter(query, 'part')
  const filters = ['id', 'chart', 'myRating'].filter((name) => query.has(name))
  if (filters.length !== 1)
    return refuse({ status: 400, reason: 'missingRequiredParameter', message: 'No filter selected.' })
  const known = ids.slice(0, 50).flatMap((id) => findVideo(desk, id) ?? [])
  const isStrange = known.some((video) => video.channel !== channel.id)
  if (isStrange && parts.some((part) => OWNERS_PARTS.includes(part)))
    return refuse({ status: 403, reason: 'forbidden', message: 'Forbidden', domain: 'youtube.video' })
  return listOf(
    'video',
    known.map(({ id }) => showVideo(id, { desk, parts })),
  )
}

/** A list comes as `id=a,b` from most clients and as `id=a&id=b` from Google's own. */
export function listParameter(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')
}

export function findVideo(desk: Desk, id: string): VideoRecord | null {
  const video = desk.records.get<VideoRecord>(VIDEOS, id)
  return video && !video.isDeleted ? video : null
}

export function showVideo(id: string, { desk, parts }: { desk: Desk; parts: string[] }): Record<string, unknown> {
  const video = desk.records.get<VideoRecord>(VIDEOS, id)
  if (!video) return {}
  const { title, description } = video.snippet
  const all: Record<string, unknown> = {
    snippet: {
      ...video.snippet,
      channelId: video.channel,
      publishedAt: video.publishedAt,
      localized: { title, description },
      ...(video.thumbnail === null ? {} : { thumbnails: { default: { url: video.thumbnail } } }),
    },
    status: statusOf(video, desk),
    processingDetails: processingOf(video, desk),
    statistics: countersOf(video, desk),
  }
  return {
    kind: 'youtube#video',
    id,
    ...Object.fromEntries(parts.filter((part) => part in all).map((part) => [part, all[part]])),
  }
}
