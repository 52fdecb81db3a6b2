/** What the public sees: the wall of the viewer. */
import type { Desk, WallPost } from '../../contract'
import { tracksOf } from '../extras/captions'
import { listsWith, playlistOf } from '../extras/playlists'
import { CHANNELS, VIDEOS, type ChannelRecord, type VideoRecord } from '../state'
import { countersOf } from '../videos/counters'
import { isProcessed, visibilityOf } from '../videos/processing'

export function wall(desk: Desk): WallPost[] {
  return desk.records.list<VideoRecord>(VIDEOS).map((video) => {
    const counters = Object.entries(countersOf(video, desk)).map(([name, value]) => [name, Number(value)])
    return {
      id: video.id,
      platform: 'youtube',
      account: video.channel,
      name: desk.records.get<ChannelRecord>(CHANNELS, video.channel)?.name ?? '',
      kind: 'video',
      title: video.snippet.title,
      text: video.snippet.description,
      pictures: video.thumbnail === null ? [] : [video.thumbnail],
      video: video.file,
      link: null,
      at: video.publishedAt,
      counters: Object.fromEntries(counters) as Record<string, number>,
      comments: video.comments,
      notes: notesOf(video, desk),
      edited: video.isEdited,
      state: stateOf(video, desk),
    }
  })
}

/** The channel's own list is named too: a trainee has no YouTube Studio in which to look up its id. */
function notesOf({ id, channel }: VideoRecord, desk: Desk): string[] {
  const captions = tracksOf(desk, id).map(({ name }) => name)
  const lists = listsWith(desk, id)
  return [
    captions.length > 0 ? `Phụ đề: ${captions.join(', ')}` : 'Không có phụ đề',
    lists.length > 0
      ? `Trong danh sách phát ${lists.join(', ')}`
      : `Không ở danh sách phát nào (kênh có ${playlistOf(channel)})`,
  ]
}

function stateOf(video: VideoRecord, desk: Desk): WallPost['state'] {
  if (video.isDeleted) return 'removed'
  return isWatchable(video, desk) && visibilityOf(video, desk).privacyStatus === 'public' ? 'visible' : 'hidden'
}

export function isWatchable(video: VideoRecord, desk: Desk): boolean {
  const isBroken = video.failureReason ?? video.rejectionReason ?? video.processingFailureReason
  return isProcessed(video, desk) && !isBroken && visibilityOf(video, desk).privacyStatus !== 'private'
}
