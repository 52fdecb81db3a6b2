/** Making, changing and deleting a video. */
import { parseJson } from '../../body'
import type { Desk, GrowingFile, SandboxAnswer, SandboxRequest } from '../../contract'
import { notFound } from '../answers'
import { letters, moodOf, VIDEOS, type ChannelRecord, type Metadata, type Session, type VideoRecord } from '../state'
import { invalid, readMetadata } from '../upload/validation'
import { findVideo, listParameter, showVideo } from '.'
import { visibilityOf } from './processing'

type Own = { desk: Desk; channel: ChannelRecord }

export async function createVideo(
  session: Session,
  { desk, held }: { desk: Desk; held: GrowingFile },
): Promise<string> {
  const id = letters(`video ${desk.next('youtube.videos')}`, 11)
  const { failureReason, rejectionReason, processingFailureReason, forcePrivate } = moodOf(desk)
  const { snippet, status } = session.metadata
  const isVideo = Buffer.from(held.head(8).subarray(4)).toString('latin1') === 'ftyp'
  const video: VideoRecord = {
    id,
    channel: session.channel,
    publishedAt: `${desk.now().toISOString().slice(0, 19)}Z`,
    file: await held.keep(session.mimeType),
    snippet,
    status: { ...status, ...(forcePrivate ? { privacyStatus: 'private', publishAt: null } : openNow(status, desk)) },
    failureReason: isVideo ? failureReason : 'invalidFile',
    rejectionReason,
    processingFailureReason,
    wasPublic: false,
    thumbnail: null,
    views: 0,
    likes: 0,
    comments: [],
    isEdited: false,
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
function openNow({ privacyStatus, publishAt }: Metadata['status'], desk: Desk) {
  if (publishAt === null || new Date(publishAt) > desk.now()) return { privacyStatus, publishAt }
  return { privacyStatus: 'public', publishAt: null }
}

export function deleteVideo({ query }: SandboxRequest, { desk, channel }: Own): SandboxAnswer {
  const id = query.get('id') ?? ''
  const video = findVideo(desk, id)
  if (video?.channel !== channel.id) return notFound(id)
  desk.records.put(VIDEOS, id, { ...video, isDeleted: true } satisfies VideoRecord)
  desk.log({ platform: 'youtube', call: 'videos.delete', account: channel.id, id, text: '' })
  return { status: 204 }
}

/** Replaces everything in the parts that are named: what is not sent is erased. */
export function updateVideo(request: SandboxRequest, { desk, channel }: Own): SandboxAnswer {
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
  if (setsHourTooLate(video, checked.metadata, desk)) return invalid('invalidPublishAt')
  return change(video, { ...checked.metadata, desk, parts })
}

/** An hour may only be set as long as nobody has ever seen the video. */
function setsHourTooLate(video: VideoRecord, { status }: Metadata, desk: Desk): boolean {
  return status.publishAt !== null && (video.wasPublic || visibilityOf(video, desk).privacyStatus === 'public')
}

type Change = Metadata & { desk: Desk; parts: string[] }

function change(video: VideoRecord, { snippet, status, desk, parts }: Change): SandboxAnswer {
  const wasPublic = video.wasPublic || visibilityOf(video, desk).privacyStatus === 'public'
  const opened = { ...status, ...openNow(status, desk) }
  const changed = { ...video, snippet, status: opened, wasPublic, isEdited: true } satisfies VideoRecord
  desk.records.put(VIDEOS, video.id, changed)
  const text = `${snippet.title}\n\n${snippet.description}`
  desk.log({ platform: 'youtube', call: 'videos.update', account: video.channel, id: video.id, text })
  return { status: 200, body: showVideo(video.id, { desk, parts }) }
}
