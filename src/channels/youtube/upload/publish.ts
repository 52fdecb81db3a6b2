/** Session first, remembered before any byte; then the bytes, from where an earlier attempt stopped. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ARMED, ChannelError, type Call, type Draft, type DraftMedia, type Processing } from '../../contract'
import { unrecognised } from '../../contract/exchange'
import { cutIntoChunks } from './chunks'
import { toTicket } from './follow'
import { CHUNK_BYTES } from '../limits'
import type { YoutubePost } from '../options'
import { openSession, readSession, sendChunk, toVideo, type SessionState } from './session'

const OPENED = 'session-opened'
const opened = z.object({ address: z.string(), fingerprint: z.string() })

export async function publish(draft: Draft<YoutubePost>, call: Call): Promise<Processing> {
  const media = videoOf(draft)
  const { address, offset, video } = await findOrOpenSession(draft, call)
  const id = video ?? (await upload(call, { media, address, offset }))
  return toTicket(call, { video: id, privacy: draft.post.privacy, since: call.now().toISOString() })
}

type Session = { address: string; offset: number; video: string | null }

async function findOrOpenSession(draft: Draft<YoutubePost>, call: Call): Promise<Session> {
  const media = videoOf(draft)
  const known = recallSession(draft, call)
  const state: SessionState = known ? await readSession(call, { address: known, total: media.bytes }) : { is: 'gone' }
  if (known && state.is === 'complete') return { address: known, offset: 0, video: state.video }
  if (known && state.is === 'open') return { address: known, offset: state.offset, video: null }
  const address = await openSession(call, { post: draft.post, media })
  await call.checkpoint(OPENED, { address, fingerprint: fingerprintOf(draft) })
  return { address, offset: 0, video: null }
}

/** The newest session for exactly this text and this file; one for an earlier version would publish that version. */
export function recallSession(draft: Draft<YoutubePost>, call: Call): string | null {
  const fingerprint = fingerprintOf(draft)
  const sessions = call.checkpoints.filter(({ step }) => step === OPENED).map(({ data }) => opened.parse(data))
  return sessions.findLast((session) => session.fingerprint === fingerprint)?.address ?? null
}

async function upload(
  call: Call,
  { media, address, offset }: { media: DraftMedia; address: string; offset: number },
): Promise<string> {
  const progress = { offset, isArmed: false }
  for (;;) {
    const before = progress.offset
    const video = await uploadFrom(call, { media, address, progress })
    if (video) return video
    if (progress.offset <= before) throw unrecognised(progress.isArmed, { code: 'upload-stuck' })
  }
}

type Upload = { media: DraftMedia; address: string; progress: { offset: number; isArmed: boolean } }

/** Null when the platform kept less than was sent: the caller opens the file again at what it really holds. */
async function uploadFrom(call: Call, { media, address, progress }: Upload): Promise<string | null> {
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
  { progress, isLast }: { progress: Upload['progress']; isLast: boolean },
): Promise<void> {
  if (!isLast || progress.isArmed) return
  await call.checkpoint(ARMED)
  progress.isArmed = true
}

function videoOf(draft: Draft<YoutubePost>): DraftMedia {
  const media = draft.media.find(({ id }) => id === draft.post.video)
  if (media) return media
  throw new ChannelError('rejected', 'Bản chốt không có video cho YouTube; hãy thêm video rồi duyệt lại.', {
    code: 'video-missing',
  })
}

function fingerprintOf(draft: Draft<YoutubePost>): string {
  const said = JSON.stringify([toVideo(draft.post), draft.post.notifySubscribers, videoOf(draft).sha256])
  return createHash('sha256').update(said).digest('hex')
}
