/** What the public sees: the wall of the viewer, and the page where one video is watched. */
import type { Desk, SandboxAnswer, SandboxRequest, WallPost } from '../contract'
import { VIDEOS, type VideoRecord } from './state'
import { countersOf, findVideo, isProcessed } from './videos'

export function wall(desk: Desk): WallPost[] {
  return desk.records.list<VideoRecord>(VIDEOS).map((video) => ({
    id: video.id,
    platform: 'youtube',
    account: video.channel,
    title: video.snippet.title,
    text: video.snippet.description,
    pictures: [],
    video: video.file,
    link: null,
    at: video.publishedAt,
    counters: Object.fromEntries(Object.entries(countersOf(video, desk)).map(([name, value]) => [name, Number(value)])),
    state: stateOf(video, desk),
  }))
}

function stateOf(video: VideoRecord, desk: Desk): WallPost['state'] {
  if (video.isDeleted) return 'removed'
  return isWatchable(video, desk) && video.status.privacyStatus === 'public' ? 'visible' : 'hidden'
}

function isWatchable(video: VideoRecord, desk: Desk): boolean {
  return (
    isProcessed(video, desk) &&
    !video.failureReason &&
    !video.rejectionReason &&
    video.status.privacyStatus !== 'private'
  )
}

export function watch({ query }: SandboxRequest, desk: Desk): SandboxAnswer {
  const video = findVideo(desk, query.get('v') ?? '')
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  if (!video || !isWatchable(video, desk))
    return { status: 404, headers, body: page('Video không xem được', '<p>Video này không có hoặc chưa xem được.</p>') }
  const { title, description } = video.snippet
  const player = `<video controls playsinline src="${video.file}" style="width:100%;max-height:70vh;background:#000"></video>`
  return {
    status: 200,
    headers,
    body: page(title, `${player}<h1>${escape(title)}</h1><p style="white-space:pre-wrap">${escape(description)}</p>`),
  }
}

function page(title: string, body: string): string {
  const style = 'font-family:sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem'
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><body style="${style}">${body}</body></html>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
