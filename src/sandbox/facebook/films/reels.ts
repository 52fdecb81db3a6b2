/** `/{page}/video_reels` and the host that takes the bytes. */
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { badParameter, graphError, missingObject, ok } from '../answers/errors'
import { refuseFlood } from '../posts/refusals'
import type { Page } from '../state'
import { bytesOf, getFilm, listFilms, saveFilm, startFilm, type Film } from '../state/films'
import { finishFilm } from './finish'

const DAY = 86_400_000

type Given = { page: Page; fields: Record<string, string>; desk: Desk }

export async function uploadReel(given: Given): Promise<SandboxAnswer> {
  const phase = readPhase(given)
  if (phase === 'start') return start(given)
  return phase === 'finish' ? finish(given) : badParameter('Param upload_phase must be one of {START, FINISH}')
}

/** Both spellings are taken; with the knob `phaseWords` 1 only small letters, 2 only capitals, 3 `complete` for the end. */
function readPhase({ fields, desk }: Given): 'start' | 'finish' | null {
  const word = fields['upload_phase'] ?? ''
  const taken = desk.knob('facebook', 'phaseWords', 0)
  const ends: readonly string[] = [['finish', 'FINISH'], ['finish'], ['FINISH'], ['complete']][taken] ?? []
  const starts: readonly string[] = [['start', 'START'], ['start'], ['START'], ['start']][taken] ?? []
  if (starts.includes(word)) return 'start'
  return ends.includes(word) ? 'finish' : null
}

function start({ page, desk }: Given): SandboxAnswer {
  const film = startFilm(desk, { page: page.id, as: 'reel', size: 0 })
  return ok({ video_id: film.id, upload_url: `https://rupload.facebook.com/video-upload/v26.0/${film.id}` })
}

export async function takeBytes(
  { node, page, request }: { node: string; page: Page; request: SandboxRequest },
  desk: Desk,
): Promise<SandboxAnswer> {
  const film = getFilm(desk, node)
  if (!film || film.page !== page.id) return missingObject(node)
  const refusal = refuseBytes({ film, request, desk })
  if (refusal) return refusal
  const bytes = bytesOf(desk, film)
  const size = Number(request.headers['file_size'])
  saveFilm(desk, { ...film, size })
  const kept = desk.knob('facebook', 'keptPerPiece', 0)
  await bytes.append(request, kept > 0 ? kept : size - bytes.size())
  return bytes.size() === size ? ok({ success: true }) : broken('PartialRequestError', 'The request has another length')
}

type Taking = { film: Film; request: SandboxRequest; desk: Desk }

function refuseBytes(taking: Taking): SandboxAnswer | null {
  const { film, request, desk } = taking
  const refusal = refuseHeaders(request)
  if (refusal) return refusal
  if (Number(request.headers['offset']) !== bytesOf(desk, film).size())
    return broken('OffsetInvalidError', 'The offset is invalid')
  return desk.knob('facebook', 'reelUploadFails', 0) > 0
    ? broken('ProcessingFailedError', 'Request processing failed')
    : null
}

function refuseHeaders({ headers }: SandboxRequest): SandboxAnswer | null {
  if (headers['authorization']?.startsWith('OAuth ') !== true)
    return broken('NotAuthorizedError', 'The header must be "OAuth <token>"')
  const areNumbers = [headers['offset'], headers['file_size']].every((value) => /^\d+$/.test(value ?? ''))
  const message = 'HeaderValuePredicate: Header Offset not convertable to unsigned long'
  return areNumbers ? null : broken('ParameterValidationError', message)
}

function broken(type: string, message: string): SandboxAnswer {
  return { status: 400, body: { debug_info: { retriable: type === 'ProcessingFailedError', type, message } } }
}

async function finish({ page, fields, desk }: Given): Promise<SandboxAnswer> {
  const film = getFilm(desk, fields['video_id'] ?? '')
  if (!film || film.page !== page.id) return badParameter('The parameter video_id is required')
  const refusal = refuseFinish(film, { page, fields, desk })
  if (refusal) return refusal
  const words = { title: fields['title'] ?? '', description: fields['description'] ?? '' }
  const { post } = await finishFilm(desk, film, words)
  return ok({ success: true, ...(desk.knob('facebook', 'finishTellsPost', 0) > 0 ? { post_id: post } : {}) })
}

function refuseFinish(film: Film, { page, fields, desk }: Given): SandboxAnswer | null {
  if (fields['video_state'] !== 'PUBLISHED') return badParameter('The look-alike publishes reels at once only')
  if (film.finishedAt) return badParameter('The reel is published already')
  if (film.size === 0 || bytesOf(desk, film).size() < film.size)
    return badParameter('Video Upload Is Missing: the video was not uploaded completely')
  const subcode = desk.knob('facebook', 'finishSubcode', 0)
  if (subcode > 0) return badParameter('Invalid reel', subcode)
  return refuseFlood(page, desk) ?? refuseTooMany(page, desk)
}

/** Thirty in a moving day, by default. */
function refuseTooMany(page: Page, desk: Desk): SandboxAnswer | null {
  const since = desk.now().getTime() - DAY
  const recent = listFilms(desk, page.id).filter(
    ({ as, finishedAt }) => as === 'reel' && finishedAt !== null && Date.parse(finishedAt) > since,
  )
  if (recent.length < desk.knob('facebook', 'reelsADay', 30)) return null
  return graphError({ code: 613, message: '(#613) Calls to this api have exceeded the rate limit.' })
}
