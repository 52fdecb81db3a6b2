/** `/{page}/videos` in phases: start, transfer piece by piece, finish. */
import { parseBody, type UploadedFile } from '../../body'
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { badParameter, graphError, ok } from '../answers/errors'
import type { Page } from '../state'
import { bytesOf, listFilms, saveFilm, startFilm, type Film } from '../state/films'
import { finishFilm } from './finish'

const MEBIBYTE = 1024 * 1024

type Given = { page: Page; fields: Record<string, string>; request: SandboxRequest; desk: Desk }

export async function uploadVideo(given: Given): Promise<SandboxAnswer> {
  const { fields, files } = await parseBody(given.request)
  const asked = { ...given, fields: { ...given.fields, ...fields } }
  const phases: Readonly<Record<string, () => SandboxAnswer | Promise<SandboxAnswer>>> = {
    start: () => start(asked),
    transfer: () => transfer(asked, files[0]),
    finish: () => finish(asked),
    cancel: () => cancel(asked),
  }
  const phase = phases[asked.fields['upload_phase'] ?? '']
  return phase ? phase() : badParameter('The look-alike takes videos in phases only')
}

function start({ page, fields, desk }: Given): SandboxAnswer {
  const size = Number(fields['file_size'])
  if (!Number.isInteger(size) || size < 1) return badParameter('The parameter file_size is required')
  if (size < 1024)
    return graphError({ code: 6000, subcode: 1363022, message: 'The video you tried to upload is too small.' })
  const film = startFilm(desk, { page: page.id, as: 'video', size })
  return ok({ upload_session_id: film.session, video_id: film.id, ...wanted(film, desk) })
}

/** Numbers as text, as the platform writes them. */
function wanted(film: Film, desk: Desk): { start_offset: string; end_offset: string } {
  const start = bytesOf(desk, film).size()
  const piece = desk.knob('facebook', 'pieceBytes', 4 * MEBIBYTE)
  return { start_offset: String(start), end_offset: String(Math.min(film.size, start + piece)) }
}

async function transfer(given: Given, piece: UploadedFile | undefined): Promise<SandboxAnswer> {
  const { fields, desk } = given
  const film = openFilm(given)
  if (!film) return sessionGone()
  if (!piece) return badParameter('The parameter video_file_chunk is required')
  const bytes = bytesOf(desk, film)
  const isFitting = Number(fields['start_offset']) === bytes.size() && bytes.size() + piece.size <= film.size
  if (!isFitting) return wrongOffset(film, desk)
  const kept = desk.knob('facebook', 'keptPerPiece', 0)
  await bytes.append({ body: piece.bytes, spool: piece.path }, kept > 0 ? kept : piece.size)
  return ok(wanted(film, desk))
}

function openFilm({ page, fields, desk }: Given): Film | undefined {
  const film = listFilms(desk, page.id).find(({ session }) => session === fields['upload_session_id'])
  const life = desk.knob('facebook', 'sessionHours', 24) * 3_600_000
  return film && desk.now().getTime() - Date.parse(film.startedAt) < life ? film : undefined
}

function sessionGone(): SandboxAnswer {
  return graphError({ code: 6001, subcode: 1363019, message: 'There was a problem uploading your video.' })
}

/** What the right one would be comes along. */
function wrongOffset(film: Film, desk: Desk): SandboxAnswer {
  const message = 'There was a problem uploading your video. Please try uploading it again.'
  return graphError({ code: 6000, subcode: 1363037, message, data: wanted(film, desk) })
}

async function finish(given: Given): Promise<SandboxAnswer> {
  const { fields, desk } = given
  const film = openFilm(given)
  if (!film) return sessionGone()
  if (film.finishedAt) return badParameter('The upload session is finished already')
  if (bytesOf(desk, film).size() < film.size) return badParameter('The video is not uploaded completely')
  await finishFilm(desk, film, { title: fields['title'] ?? '', description: fields['description'] ?? '' })
  return ok({ success: true })
}

function cancel(given: Given): SandboxAnswer {
  const film = openFilm(given)
  if (!film) return sessionGone()
  saveFilm(given.desk, { ...film, isDeleted: true })
  return ok({ success: true })
}
