/** Captions: one track for each language and name; a second one is a conflict, to be replaced instead. */
import { z } from 'zod'
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { listOf, notFound, refuse } from '../answers'
import { letters, type ChannelRecord } from '../state'
import { findVideo } from '../videos'
import { type Related, readRelated } from './related'

export type Track = { id: string; video: string; language: string; name: string; file: string; updatedAt: string }

export const TRACKS = 'youtube.captions'
const MOST_BYTES = 104_857_600
const domain = 'youtube.caption'

type Own = { desk: Desk; channel: ChannelRecord }

export function tracksOf(desk: Desk, video: string): Track[] {
  return desk.records.list<Track>(TRACKS).filter((track) => track.video === video)
}

export function listCaptions({ query }: SandboxRequest, { desk, channel }: Own): SandboxAnswer {
  const id = query.get('videoId') ?? ''
  if (findVideo(desk, id)?.channel !== channel.id) return notFound(id)
  return listOf('caption', tracksOf(desk, id).map(show))
}

const inserted = z.object({
  snippet: z.object({ videoId: z.string(), language: z.string().min(2), name: z.string() }),
})

export function insertCaptions(request: SandboxRequest, own: Own): SandboxAnswer {
  const related = readRelated(request)
  const { data } = inserted.safeParse(related?.resource)
  if (!related || !data) return empty()
  const { videoId, language, name } = data.snippet
  if (findVideo(own.desk, videoId)?.channel !== own.channel.id) return notFound(videoId)
  const alike = tracksOf(own.desk, videoId).some((track) => track.language === language && track.name === name)
  if (alike) {
    const message = 'The specified video already has a caption track with the given videoId, language, and name.'
    return refuse({ status: 409, reason: 'captionExists', message, domain })
  }
  const id = letters(`caption ${own.desk.next(TRACKS)}`, 48)
  return keep(related, { ...own, call: 'captions.insert', track: { id, video: videoId, language, name } })
}

export function updateCaptions(request: SandboxRequest, own: Own): SandboxAnswer {
  const related = readRelated(request)
  const { data } = z.object({ id: z.string() }).safeParse(related?.resource)
  const track = data && own.desk.records.get<Track>(TRACKS, data.id)
  if (!related || !data) return empty()
  if (!track || findVideo(own.desk, track.video)?.channel !== own.channel.id) {
    const message = 'The specified caption track could not be found.'
    return refuse({ status: 404, reason: 'captionNotFound', message, domain })
  }
  return keep(related, { ...own, call: 'captions.update', track })
}

type Keeping = Own & { call: string; track: Omit<Track, 'file' | 'updatedAt'> }

function keep({ bytes, mimeType }: Related, { desk, channel, call, track }: Keeping): SandboxAnswer {
  if (bytes.byteLength === 0 || bytes.byteLength > MOST_BYTES) return empty()
  const file = desk.keep(bytes, mimeType)
  const kept = { ...track, file, updatedAt: desk.now().toISOString() } satisfies Track
  desk.records.put(TRACKS, track.id, kept)
  desk.log({
    platform: 'youtube',
    call,
    account: channel.id,
    id: track.video,
    text: '',
    file,
    language: track.language,
  })
  return { status: 200, body: show(kept) }
}

function show({ id, video, language, name, updatedAt }: Track) {
  const snippet = { videoId: video, language, name, trackKind: 'standard', lastUpdated: updatedAt, status: 'serving' }
  return { kind: 'youtube#caption', id, snippet }
}

function empty(): SandboxAnswer {
  return refuse({ status: 400, reason: 'contentRequired', message: 'The request does not contain content.', domain })
}
