/** The three phases of a film as a node shows them; the knobs turn them into the other readings of the documentation. */
import type { Desk } from '../../contract'
import { bytesOf, progressOf, type Film } from '../state/films'

type Phase = Record<string, unknown>

export function describeStatus(film: Film, desk: Desk): Record<string, unknown> {
  const status = {
    video_status: wholeStatus(film, desk),
    uploading_phase: uploading(film, desk),
    processing_phase: processing(film, desk),
    publishing_phase: publishing(film, desk),
  }
  return desk.knob('facebook', 'phaseCase', 0) > 0 ? shout(status) : status
}

function wholeStatus(film: Film, desk: Desk): string {
  const progress = progressOf(desk, film)
  if (progress === 'unfinished') return isWhole(film, desk) ? 'upload_complete' : 'uploading'
  if (progress !== 'done') return 'processing'
  return film.failure === null ? 'ready' : 'error'
}

function isWhole(film: Film, desk: Desk): boolean {
  return film.finishedAt !== null || (film.size > 0 && bytesOf(desk, film).size() === film.size)
}

/** `bytes_transfered` in the guide; 1: `bytes_transferred` in the specification; 2: neither. */
function uploading(film: Film, desk: Desk): Phase {
  const held = film.finishedAt ? film.size : bytesOf(desk, film).size()
  const spellings: Phase[] = [{ bytes_transfered: held }, { bytes_transferred: String(held) }, {}]
  const spelt = spellings[desk.knob('facebook', 'bytesSpelling', 0)] ?? {}
  const started = held > 0 ? 'in_progress' : 'not_started'
  return { status: isWhole(film, desk) ? 'complete' : started, source_file_size: film.size, ...spelt }
}

/** The sample in the documentation carries an error while the phase has not begun; the knob `earlyError` does so too. */
function processing(film: Film, desk: Desk): Phase {
  const progress = progressOf(desk, film)
  if (progress === 'unfinished') return beforeProcessing(film, desk)
  if (progress !== 'done') return { status: 'in_progress' }
  if (film.failure === null) return { status: 'complete' }
  return { status: 'error', errors: [{ code: film.failure, message: 'The video can not be processed' }] }
}

/** Whether a reel is looked through before it is finished is not written anywhere: the knob `processesEarly` says so. */
function beforeProcessing(film: Film, desk: Desk): Phase {
  if (isWhole(film, desk) && desk.knob('facebook', 'processesEarly', 0) > 0) return { status: 'in_progress' }
  const error = { error: { message: 'Resolution too low. Video must have a minimum resolution of 540p.' } }
  return { status: 'not_started', ...(desk.knob('facebook', 'earlyError', 0) > 0 ? error : {}) }
}

/** With the knob `publishesFirst` it is published while it is still being processed. */
function publishing(film: Film, desk: Desk): Phase {
  const progress = progressOf(desk, film)
  if (progress === 'unfinished') return { status: 'not_started' }
  if (film.failure !== null) return { status: progress === 'done' ? 'error' : 'in_progress' }
  const isFirst = progress === 'late' && desk.knob('facebook', 'publishesFirst', 0) > 0
  if (progress !== 'done' && !isFirst) return { status: 'in_progress' }
  const time = Math.floor(desk.now().getTime() / 1000)
  return { status: 'complete', publish_status: 'published', publish_time: time }
}

function shout(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value), (name, given: unknown) =>
    typeof given === 'string' && name.endsWith('status') ? given.toUpperCase() : given,
  ) as Record<string, unknown>
}
