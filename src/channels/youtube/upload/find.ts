/** Settles a send without an answer: the session knows for certain; when it is gone, the channel's own list of uploads. */
import { ChannelError, type Call, type Processing, type Published, type SearchKey } from '../../contract'
import { type Entries, listPlaylist, readOwnChannel, readVideo } from '../api'
import { CLOCK_SKEW_SECONDS, LIST_LAG_SECONDS } from '../limits'
import type { YoutubePost } from '../options'
import { standingOf, toPublished } from './follow'
import { readSession, recallSession } from './session'
import { openTicket, toProcessing } from './ticket'

const MAX_PAGES = 10

type Key = SearchKey<YoutubePost>
type Found = Published | Processing | 'absent' | 'cannot-tell'

export async function find(key: Key, call: Call): Promise<Found> {
  const address = recallSession(key.draft, call)
  const media = key.draft.media.find(({ id }) => id === key.draft.post.video)
  if (address === null || !media) return describe(await findInUploads(key, call), { key, call })
  const state = await readSession(call, { address, total: media.bytes })
  // Even bytes that are still on their way end in this session, where the next attempt goes on: no second video.
  if (state.is === 'open') return 'absent'
  const video = state.is === 'complete' ? { id: state.video } : await findAfterLag(key, call)
  return describe(video, { key, call })
}

type Listed = { id: string } | 'absent' | 'cannot-tell'

/**
 * The session is gone, with or without a video: only the list can tell, and a new video is not in it at once.
 * @throws ChannelError `unavailable` while the list may lag
 */
export async function findAfterLag(key: Key, call: Call): Promise<Listed> {
  const found = await findInUploads(key, call)
  const isEarly = call.now().getTime() - key.armedAt.getTime() < LIST_LAG_SECONDS * 1000
  if (found !== 'absent' || !isEarly) return found
  const message = 'YouTube có thể chưa liệt kê video vừa tải lên; hệ thống sẽ xem lại sau ít phút.'
  throw new ChannelError('unavailable', message, { code: 'list-lags' })
}

async function findInUploads(key: Key, call: Call): Promise<Listed> {
  const channel = await readOwnChannel(call)
  if (!channel) return 'cannot-tell'
  const oldest = key.armedAt.getTime() - CLOCK_SKEW_SECONDS * 1000
  let page: string | null = null
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const { items, nextPageToken }: Entries = await listPlaylist(call, { playlist: channel.uploads, page })
    const recent = (items ?? []).filter(({ addedAt }) => addedAt >= oldest)
    const ours = recent.find(({ description }) => description.includes(key.draft.marker))
    if (ours) return { id: ours.video }
    if (!nextPageToken || recent.length === 0) return 'absent'
    page = nextPageToken
  }
  return 'cannot-tell'
}

/** A video that is there but refused, hidden or deleted is a person's business: it must not go out a second time. */
async function describe(found: Listed, { key, call }: { key: Key; call: Call }): Promise<Found> {
  if (typeof found === 'string') return found
  const video = await readVideo(call, found.id)
  if (!video) return 'cannot-tell'
  const standing = standingOf(video, key.draft.post, call.now())
  if (standing instanceof ChannelError) return 'cannot-tell'
  const known = openTicket(key.draft, { video: video.id, now: call.now() })
  return standing === 'live' && known.steps.length === 0 ? toPublished(call, video, known) : toProcessing(call, known)
}
