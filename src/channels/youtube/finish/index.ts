/** What is added to a video once it is there. None of it is worth a second upload: what cannot be added becomes a remark. */
import { ChannelError, type Call, type Problem } from '../../contract'
import type { Step, Ticket } from '../upload/ticket'
import { putCaptions } from './captions'
import { addToPlaylist } from './playlist'
import { setThumbnail } from './thumbnail'

/** Looks in which a step may fail for no fault of its own. */
const MOST_TRIES = 4

/** A longer wait than this is told to the editor, who can do it by hand meanwhile. */
const LONGEST_WAIT_SECONDS = 1_800

export async function finish(call: Call, known: Ticket, { isProcessed }: { isProcessed: boolean }): Promise<Ticket> {
  const steps: Step[] = []
  const remarks: Problem[] = [...known.remarks]
  for (const step of known.steps) {
    const left = mustWait(step, known, isProcessed) ? step : await attempt(call, { step, video: known.video })
    if (left && 'message' in left) remarks.push(left)
    else if (left) steps.push(left)
  }
  return { ...known, steps, remarks }
}

/** A Short takes a picture only when it has been processed (revision history, 2026-11-03). */
function mustWait({ step }: Step, { isShort }: Ticket, isProcessed: boolean): boolean {
  return step === 'thumbnail' && isShort && !isProcessed
}

type Attempt = { step: Step; video: string }

/** Null when it is done, the step when it is tried again at the next look, a remark when it is given up. */
async function attempt(call: Call, { step, video }: Attempt): Promise<Step | Problem | null> {
  try {
    await perform(call, { step, video })
    return null
  } catch (cause) {
    const error = cause instanceof ChannelError ? cause : ours(cause)
    const tries = step.tries + 1
    call.log.warn({ video, step: step.step, tries, code: error.code, err: error }, 'a step after the upload failed')
    return isWorthTrying(error, tries) ? remember(step, { tries, error, now: call.now() }) : remarkOf(step, error)
  }
}

/** All of it may be done again: a picture is set once more, captions are replaced, a list is looked at first. */
export function perform(call: Call, { step, video }: Attempt): Promise<void> {
  switch (step.step) {
    case 'thumbnail':
      return setThumbnail(call, { video, media: step.media })
    case 'captions':
      return putCaptions(call, { video, media: step.media })
    case 'playlist':
      return addToPlaylist(call, { video, playlist: step.playlist, unclearSince: step.unclearSince })
  }
}

/** A fault of ours must not lose the post either. */
function ours(cause: unknown): ChannelError {
  return new ChannelError('unavailable', 'Hệ thống gặp lỗi; quản trị cần xem nhật ký.', { code: 'internal', cause })
}

function isWorthTrying({ kind, code, retryAfter }: ChannelError, tries: number): boolean {
  if (kind === 'rejected' || kind === 'unauthorized') return false
  if (kind === 'throttled' && (retryAfter ?? 0) > LONGEST_WAIT_SECONDS) return false
  return code === 'list-lags' || tries < MOST_TRIES
}

function remember(step: Step, { tries, error, now }: { tries: number; error: ChannelError; now: Date }): Step {
  if (error.code === 'list-lags') return step
  return step.step === 'playlist' && error.kind === 'outcome-unknown'
    ? { ...step, tries, unclearSince: now.toISOString() }
    : { ...step, tries }
}

export function remarkOf(step: Step, { message }: ChannelError): Problem {
  return { code: `${step.step}-failed`, message: `${whatFailed(step)} ${message}` }
}

function whatFailed(step: Step): string {
  switch (step.step) {
    case 'thumbnail':
      return 'Video đã lên nhưng chưa đặt được ảnh bìa riêng.'
    case 'captions':
      return `Video đã lên nhưng chưa thêm được phụ đề (${step.media.language ?? 'không rõ ngôn ngữ'}).`
    case 'playlist':
      return `Video đã lên nhưng chưa thêm được vào danh sách phát ${step.playlist}.`
  }
}
