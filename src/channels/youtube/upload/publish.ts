/** Session first, remembered before any byte; then the bytes, from where an earlier attempt stopped. */
import {
  ARMED,
  ChannelError,
  type Call,
  type Draft,
  type DraftMedia,
  type Processing,
  type SearchKey,
} from '../../contract'
import { unrecognised } from '../../contract/exchange'
import { CHUNK_BYTES } from '../limits'
import type { YoutubePost } from '../options'
import { cutIntoChunks } from './chunks'
import { findAfterLag } from './find'
import { armedIn, openSession, readSession, recallSession, rememberSession, sendChunk, videoOf } from './session'
import { openTicket, toProcessing } from './ticket'

export async function publish(draft: Draft<YoutubePost>, call: Call): Promise<Processing> {
  const media = videoOf(draft)
  const progress = (await recallProgress(draft, call)) ?? (await begin(draft, call))
  const video = progress.video ?? (await upload(call, { media, ...progress }))
  return toProcessing(call, openTicket(draft, { video, now: call.now() }))
}

type Session = { address: string; offset: number; video: string | null }

async function begin(draft: Draft<YoutubePost>, call: Call): Promise<Session> {
  const address = await openSession(call, { post: draft.post, media: videoOf(draft) })
  await rememberSession(draft, { call, address })
  return { address, offset: 0, video: null }
}

/** Null when there is nothing to go on with, and nothing that a new upload would double. */
async function recallProgress(draft: Draft<YoutubePost>, call: Call): Promise<Session | null> {
  const address = recallSession(draft, call)
  if (address === null) return null
  const state = await readSession(call, { address, total: videoOf(draft).bytes })
  if (state.is === 'complete') return { address, offset: 0, video: state.video }
  if (state.is === 'open') return { address, offset: state.offset, video: null }
  const armedAt = armedIn(address, call)
  const video = armedAt && (await findFinished({ draft, armedAt }, call))
  return video === null ? null : { address, offset: 0, video }
}

/** The session is gone; when its last byte was ever on its way, the list of uploads says what became of it. */
async function findFinished(key: SearchKey<YoutubePost>, call: Call): Promise<string | null> {
  const found = await findAfterLag(key, call)
  if (found === 'absent') return null
  if (found !== 'cannot-tell') return found.id
  throw new ChannelError(
    'outcome-unknown',
    'Không rõ lần tải trước đã thành video hay chưa; hãy xem trong YouTube Studio rồi xác nhận.',
    { code: 'session-gone' },
  )
}

type Upload = { media: DraftMedia; address: string; offset: number }

async function upload(call: Call, { media, address, offset }: Upload): Promise<string> {
  const progress = { offset, isArmed: false }
  for (;;) {
    const before = progress.offset
    const going = { media, address, progress }
    const video = await uploadFrom(call, going).catch((cause: unknown) => goOn(call, { ...going, before, cause }))
    if (video) return video
    if (progress.offset <= before) throw unrecognised(progress.isArmed, { code: 'upload-stuck' })
  }
}

/**
 * A line that broke in the middle: the platform is asked what it holds, and the same attempt goes on as long as it is
 * more than before, so that a large file over a poor line is not given up after five breaks. @throws the cause otherwise
 */
async function goOn(
  call: Call,
  { cause, before, ...going }: Going & { cause: unknown; before: number },
): Promise<null> {
  const { address, media, progress } = going
  const isBreak = cause instanceof ChannelError && cause.kind === 'unavailable' && !progress.isArmed
  if (!isBreak || call.signal.aborted) throw cause
  const state = await readSession(call, { address, total: media.bytes })
  if (state.is !== 'open' || state.offset <= before) throw cause
  call.log.info({ code: cause.code, offset: state.offset }, 'the upload goes on after a break')
  progress.offset = state.offset
  return null
}

type Going = { media: DraftMedia; address: string; progress: { offset: number; isArmed: boolean } }

/** Null when the platform kept less than was sent: the caller opens the file again at what it really holds. */
async function uploadFrom(call: Call, { media, address, progress }: Going): Promise<string | null> {
  for await (const bytes of cutIntoChunks(await call.open(media, progress.offset), CHUNK_BYTES)) {
    const sent = progress.offset + bytes.byteLength
    await armBeforeTheEnd(call, { progress, isLast: sent === media.bytes })
    const state = await sendChunk(call, { address, bytes, offset: progress.offset, total: media.bytes })
    if (state.is === 'complete') return state.video
    if (state.is === 'gone')
      throw new ChannelError('unavailable', 'Phiên tải video lên YouTube đã hết hạn; hệ thống sẽ tải lại từ đầu.', {
        code: 'session-gone',
      })
    progress.offset = state.offset
    if (state.offset !== sent) return null
  }
  return null
}

/** Once per attempt: a tail that has to go again into the same session makes no second video. */
async function armBeforeTheEnd(
  call: Call,
  { progress, isLast }: { progress: Going['progress']; isLast: boolean },
): Promise<void> {
  if (!isLast || progress.isArmed) return
  await call.checkpoint(ARMED)
  progress.isArmed = true
}
