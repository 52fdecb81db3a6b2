/** Playlists of people's own: the same video twice is two entries. */
import { z } from 'zod'
import { parseJson } from '../../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { notFound, refuse } from '../answers'
import { letters, type ChannelRecord } from '../state'
import { findVideo } from '../videos'

export type Playlist = { id: string; channel: string; title: string }
export type Entry = { id: string; playlist: string; video: string; addedAt: string }

const PLAYLISTS = 'youtube.playlists'
const ENTRIES = 'youtube.entries'

type Own = { desk: Desk; channel: ChannelRecord }

/** The first playlist of every channel: its id follows from the channel's, so that tests and training know it. */
export function playlistOf(channel: string): string {
  return `PL${letters(`playlist ${channel}`, 32)}`
}

export function hasPlaylist(desk: Desk, { id, channel }: { id: string; channel: string }): boolean {
  return id === playlistOf(channel) || desk.records.get<Playlist>(PLAYLISTS, id)?.channel === channel
}

export function entriesOf(desk: Desk, playlist: string): Entry[] {
  return desk.records.list<Entry>(ENTRIES).filter((entry) => entry.playlist === playlist)
}

/** Playlists in which a video stands. */
export function listsWith(desk: Desk, video: string): string[] {
  const entries = desk.records.list<Entry>(ENTRIES).filter((entry) => entry.video === video)
  return [...new Set(entries.map(({ playlist }) => playlist))]
}

const made = z.object({ snippet: z.object({ title: z.string().min(1) }) })

export function insertPlaylist(request: SandboxRequest, { desk, channel }: Own): SandboxAnswer {
  const { data } = made.safeParse(parseJson(request))
  if (!data) return refuse({ status: 400, reason: 'playlistTitleRequired', message: 'The title is missing.' })
  const { title } = data.snippet
  const playlist: Playlist = { id: `PL${letters(`made ${desk.next(PLAYLISTS)}`, 32)}`, channel: channel.id, title }
  desk.records.put(PLAYLISTS, playlist.id, playlist)
  return { status: 200, body: { kind: 'youtube#playlist', id: playlist.id, snippet: { title } } }
}

const added = z.object({
  snippet: z.object({ playlistId: z.string(), resourceId: z.object({ videoId: z.string() }) }),
})

export function insertEntry(request: SandboxRequest, { desk, channel }: Own): SandboxAnswer {
  const { data } = added.safeParse(parseJson(request))
  if (!data) return refuse({ status: 400, reason: 'missingRequiredParameter', message: 'A property is missing.' })
  const { playlistId: playlist, resourceId } = data.snippet
  if (!hasPlaylist(desk, { id: playlist, channel: channel.id })) return playlistNotFound()
  if (!findVideo(desk, resourceId.videoId)) return notFound(resourceId.videoId)
  const id = letters(`entry ${desk.next(ENTRIES)}`, 40)
  const entry: Entry = { id, playlist, video: resourceId.videoId, addedAt: desk.now().toISOString() }
  desk.records.put(ENTRIES, id, entry)
  desk.log({
    platform: 'youtube',
    call: 'playlistItems.insert',
    account: channel.id,
    id: entry.video,
    text: '',
    playlist,
  })
  return { status: 200, body: { kind: 'youtube#playlistItem', id, snippet: data.snippet } }
}

export function playlistNotFound(): SandboxAnswer {
  const message = 'The playlist identified with the request cannot be found.'
  return refuse({ status: 404, reason: 'playlistNotFound', message, domain: 'youtube.playlistItem' })
}
