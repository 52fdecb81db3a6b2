import { parseJson } from '../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../contract'
import { listOf, notFound } from './answers'
import { letters, moodOf, VIDEOS, type ChannelRecord, type Session, type VideoRecord } from './state'
import { readMetadata } from './validation'

export function createVideo(session: Session, { desk, bytes }: { desk: Desk; bytes: Uint8Array }): string {
  const id = letters(`video ${desk.next('youtube.videos')}`, 11)
  const { failureReason, rejectionReason, forcePrivate } = moodOf(desk)
  const { snippet, status } = session.metadata
  const isVideo = Buffer.from(bytes.subarray(4, 8)).toString('latin1') === 'ftyp'
  const video: VideoRecord = {
    id,
    channel: session.channel,
    publishedAt: `${desk.now().toISOString().slice(0, 19)}Z`,
    file: desk.keep(bytes, session.mimeType),
    snippet,
    status: { ...status, privacyStatus: forcePrivate ? 'private' : privacyOf(status, desk) },
    failureReason: isVideo ? failureReason : 'invalidFile',
    rejectionReason,
    isDeleted: false,
  }
  desk.records.put(VIDEOS, id, video)
  desk.log({
    platform: 'youtube',
    call: 'videos.insert',
    account: session.channel,
    id,
    text: snippet.description,
    title: snippet.title,
    file: video.file,
  })
  return id
}

/** An hour in the past publishes at once. */
function privacyOf({ privacyStatus, publishAt }: VideoRecord['status'], desk: Desk): string {
  return publishAt !== null && new Date(publishAt) <= desk.now() ? 'public' : privacyStatus
}

export function listVideos({ query }: SandboxRequest, desk: Desk): SandboxAnswer {
  const ids = listParameter(query, 'id')
  const parts = listParameter(query, 'part')
  const known = ids.filter((id) => findVideo(desk, id))
  return listOf(
    'video',
    known.map((id) => showVideo(id, { desk, parts })),
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

export function deleteVideo(
  { query }: SandboxRequest,
  { desk, channel }: { desk: Desk; channel: ChannelRecord },
): SandboxAnswer {
  const id = query.get('id') ?? ''
  const video = findVideo(desk, id)
  if (video?.channel !== channel.id) return notFound(id)
  desk.records.put(VIDEOS, id, { ...video, isDeleted: true })
  desk.log({ platform: 'youtube', call: 'videos.delete', account: channel.id, id, text: '' })
  return { status: 204 }
}

/** Replaces everything in the parts that are named: what is not sent is erased. */
export function updateVideo(
  request: SandboxRequest,
  { desk, channel }: { desk: Desk; channel: ChannelRecord },
): SandboxAnswer {
  const body = parseJson(request)
  const id = typeof body['id'] === 'string' ? body['id'] : ''
  const video = findVideo(desk, id)
  if (video?.channel !== channel.id) return notFound(id)
  const parts = listParameter(request.query, 'part')
  const checked = readMetadata({
    snippet: video.snippet,
    status: video.status,
    ...Object.fromEntries(parts.map((part) => [part, body[part]])),
  })
  if ('refusal' in checked) return checked.refusal
  desk.records.put(VIDEOS, id, { ...video, ...checked.metadata })
  return { status: 200, body: showVideo(id, { desk, parts }) }
}

export function showVideo(id: string, { desk, parts }: { desk: Desk; parts: string[] }): Record<string, unknown> {
  const video = desk.records.get<VideoRecord>(VIDEOS, id)
  if (!video) return {}
  const all: Record<string, unknown> = {
    snippet: { ...video.snippet, channelId: video.channel, publishedAt: video.publishedAt },
    status: statusOf(video, desk),
    processingDetails: { processingStatus: isProcessed(video, desk) ? 'succeeded' : 'processing' },
    statistics: countersOf(video, desk),
  }
  return {
    kind: 'youtube#video',
    id,
    ...Object.fromEntries(parts.filter((part) => part in all).map((part) => [part, all[part]])),
  }
}

export function isProcessed(video: VideoRecord, desk: Desk): boolean {
  return ageOf(video, desk) >= moodOf(desk).processingSeconds
}

function ageOf(video: VideoRecord, desk: Desk): number {
  return (desk.now().getTime() - Date.parse(video.publishedAt)) / 1000
}

function statusOf(video: VideoRecord, desk: Desk) {
  const { failureReason, rejectionReason } = video
  const status = { ...video.status, madeForKids: video.status.selfDeclaredMadeForKids }
  if (!isProcessed(video, desk)) return { ...status, uploadStatus: 'uploaded' }
  if (failureReason) return { ...status, uploadStatus: 'failed', failureReason }
  return rejectionReason
    ? { ...status, uploadStatus: 'rejected', rejectionReason }
    : { ...status, uploadStatus: 'processed' }
}

/** Strings of digits, rising with the platform's clock. */
export function countersOf(video: VideoRecord, desk: Desk): Record<string, string> {
  const minutes = Math.max(0, Math.floor(ageOf(video, desk) / 60))
  const views = 11 + minutes * 3
  const counters = { viewCount: String(views), favoriteCount: '0', commentCount: String(Math.floor(minutes / 5)) }
  return moodOf(desk).hideLikes ? counters : { ...counters, likeCount: String(2 + Math.floor(minutes / 2)) }
}
