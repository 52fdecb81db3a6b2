/** Settles a send without an answer: the session knows for certain; when it is gone, the channel's own list of uploads. */
import { ChannelError, type Call, type Published, type SearchKey } from '../../contract'
import { listUploads, listVideos, readOwnChannel, type Uploads } from '../api'
import { isWorking, toPublished, whyNotLive } from './follow'
import { CLOCK_SKEW_SECONDS, LIST_LAG_SECONDS } from '../limits'
import type { YoutubePost } from '../options'
import { recallSession } from './publish'
import { readSession } from './session'

const MAX_PAGES = 10

type Found = Published | 'absent' | 'cannot-tell'

export async function find(key: SearchKey<YoutubePost>, call: Call): Promise<Found> {
  const address = recallSession(key.draft, call)
  const media = key.draft.media.find(({ id }) => id === key.draft.post.video)
  if (address === null || !media) return findInUploads(key, call)
  const state = await readSession(call, { address, total: media.bytes })
  // Even bytes that are still on their way end in this session, where the next attempt goes on: no second video.
  if (state.is === 'open') return 'absent'
  return state.is === 'complete' ? describe(state.video, { key, call }) : findAfterLag(key, call)
}

/** The session is gone, with or without a video: only the list can tell, and a new video is not in it at once. */
async function findAfterLag(key: SearchKey<YoutubePost>, call: Call): Promise<Found> {
  const found = await findInUploads(key, call)
  const isEarly = call.now().getTime() - key.armedAt.getTime() < LIST_LAG_SECONDS * 1000
  if (found !== 'absent' || !isEarly) return found
  const message = 'YouTube có thể chưa liệt kê video vừa tải lên; hệ thống sẽ xem lại sau ít phút.'
  throw new ChannelError('unavailable', message, { code: 'list-lags' })
}

async function findInUploads(key: SearchKey<YoutubePost>, call: Call): Promise<Found> {
  const channel = await readOwnChannel(call)
  if (!channel) return 'cannot-tell'
  const oldest = key.armedAt.getTime() - CLOCK_SKEW_SECONDS * 1000
  let page: string | null = null
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const { items, nextPageToken }: Uploads = await listUploads(call, { playlist: channel.uploads, page })
    const recent = items.filter(({ addedAt }) => addedAt >= oldest)
    const ours = recent.find(({ description }) => description.includes(key.draft.marker))
    if (ours) return describe(ours.video, { key, call })
    if (!nextPageToken || recent.length === 0) return 'absent'
    page = nextPageToken
  }
  return 'cannot-tell'
}

/** A video that is there but refused, hidden or deleted is a person's business: it must not go out a second time. */
async function describe(id: string, { key, call }: { key: SearchKey<YoutubePost>; call: Call }): Promise<Found> {
  const [video] = await listVideos(call, { ids: [id], part: 'snippet,status,processingDetails' })
  if (!video) return 'cannot-tell'
  if (isWorking(video))
    throw new ChannelError('unavailable', 'YouTube đã nhận video và đang xử lý; hệ thống sẽ xem lại sau.', {
      code: 'processing',
    })
  return whyNotLive(video, key.draft.post.privacy) ? 'cannot-tell' : toPublished(call, video)
}
