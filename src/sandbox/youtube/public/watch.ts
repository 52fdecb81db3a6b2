/** The page where one video is watched, with its captions. */
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { tracksOf } from '../extras/captions'
import type { VideoRecord } from '../state'
import { findVideo } from '../videos'
import { escapeHtml, page } from './page'
import { isWatchable } from './wall'

export function watch({ query }: SandboxRequest, desk: Desk): SandboxAnswer {
  const video = findVideo(desk, query.get('v') ?? '')
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  if (!video || !isWatchable(video, desk))
    return { status: 404, headers, body: page('Video không xem được', '<p>Video này không có hoặc chưa xem được.</p>') }
  return { status: 200, headers, body: page(video.snippet.title, player(video, desk)) }
}

function player({ id, snippet, file, thumbnail, comments }: VideoRecord, desk: Desk): string {
  const poster = thumbnail === null ? '' : ` poster="${thumbnail}"`
  const tracks = tracksOf(desk, id).map(
    (track) =>
      `<track kind="captions" src="${track.file}" srclang="${escapeHtml(track.language)}" label="${escapeHtml(track.name)}">`,
  )
  const said = comments.map(({ by, text }) => `<li><b>${escapeHtml(by)}</b>: ${escapeHtml(text)}</li>`)
  return `<video controls playsinline src="${file}"${poster} style="width:100%;max-height:70vh;background:#000">${tracks.join('')}</video>
<h1>${escapeHtml(snippet.title)}</h1><p style="white-space:pre-wrap">${escapeHtml(snippet.description)}</p>
<h2>Bình luận</h2><ul>${said.join('')}</ul>`
}

/** A round sign that stands for every channel's picture. */
export function avatar(): SandboxAnswer {
  const body =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 88 88"><circle cx="44" cy="44" r="44" fill="#c8102e"/><path d="M36 28l24 16-24 16z" fill="#fff"/></svg>'
  return { status: 200, headers: { 'content-type': 'image/svg+xml' }, body }
}
