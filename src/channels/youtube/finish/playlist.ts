import type { youtube_v3 } from '@googleapis/youtube'
import { z } from 'zod'
import { ChannelError, type Call } from '../../contract'
import { ask, JSON_BODY, listPlaylist, type Query } from '../api'
import { COSTS, LIST_LAG_SECONDS } from '../limits'

type Place = { video: string; playlist: string; unclearSince: string | null }

/** Adding twice makes two entries: the list is looked at first, and after an unclear answer until it cannot lag any more. */
export async function addToPlaylist(call: Call, { video, playlist, unclearSince }: Place): Promise<void> {
  const { items } = await listPlaylist(call, { playlist, video })
  if (items?.some((entry) => entry.video === video)) return
  if (unclearSince !== null && mayLag(call, unclearSince))
    throw new ChannelError('unavailable', 'Danh sách phát có thể chưa kịp cập nhật; hệ thống sẽ xem lại.', {
      code: 'list-lags',
    })
  const snippet = {
    playlistId: playlist,
    resourceId: { kind: 'youtube#video', videoId: video },
  } satisfies youtube_v3.Schema$PlaylistItemSnippet
  await ask(call, {
    method: 'POST',
    path: '/youtube/v3/playlistItems',
    query: { part: 'snippet' } satisfies Query<youtube_v3.Params$Resource$Playlistitems$Insert>,
    headers: JSON_BODY,
    body: JSON.stringify({ snippet }),
    irreversible: true,
    cost: COSTS.write,
    schema: z.object({ id: z.string() }),
  })
}

function mayLag(call: Call, since: string): boolean {
  return call.now().getTime() - Date.parse(since) < LIST_LAG_SECONDS * 1000
}
