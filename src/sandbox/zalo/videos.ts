/** A video goes up, is converted while somebody looks, and can be used for seven days. */
import { closeSync, openSync, readSync } from 'node:fs'
import { parseMultipart, type UploadedFile } from '../body'
import type { Desk, SandboxAnswer } from '../contract'
import { failed, ok } from './answers'
import type { Asked } from './articles'
import { videosOf, type ArticleFields } from './articles/checks'
import { turned } from './knobs'
import { nextId, type Account } from './state'

export type Video = {
  token: string
  id: string
  account: string
  name: string
  size: number
  address: string
  looksLeft: number
  looks: number
  at: string
}

const MAX_BYTES = 50_000_000
const LIFE_MS = 7 * 86_400_000

export async function prepareVideo({ account, request, desk }: Asked): Promise<SandboxAnswer> {
  const form = await parseMultipart(request).catch(() => null)
  const file = form?.files.find(({ field }) => field === 'file')
  if (!file) return failed(-201, 'file is invalid')
  if (file.size > MAX_BYTES) return failed(-210, 'video size is over 50 MB')
  const mimeType = typeOf(file)
  if (!mimeType) return failed(-201, 'video is not avi or mp4')
  const address = file.path ? await desk.keepFile(file.path, mimeType) : desk.keep(file.bytes, mimeType)
  const [token, id, looks] = [nextId(desk, 'upload'), nextId(desk, 'video'), turned(desk, 'videoLooks')]
  const at = desk.now().toISOString()
  const video = {
    token,
    id,
    account: account.id,
    name: file.name,
    size: file.size,
    address,
    looksLeft: looks,
    looks,
    at,
  }
  desk.records.put('zalo.videos', token, video satisfies Video)
  return ok({ token })
}

function typeOf(file: UploadedFile): string | null {
  const head = Buffer.from(file.path ? readHead(file.path) : file.bytes.subarray(0, 12)).toString('latin1')
  if (head.slice(4, 8) === 'ftyp') return 'video/mp4'
  return head.startsWith('RIFF') ? 'video/x-msvideo' : null
}

function readHead(path: string): Uint8Array {
  const bytes = new Uint8Array(12)
  const file = openSync(path, 'r')
  readSync(file, bytes, 0, bytes.length, 0)
  closeSync(file)
  return bytes
}

/** Status 1 ready, 3 converting, 4 failed. */
export function verifyVideo({ account, request, desk }: Asked): SandboxAnswer {
  const video = desk.records.get<Video>('zalo.videos', tokenOf(desk, request))
  if (!video || video.account !== account.id) return failed(-201, 'token is invalid')
  desk.records.put('zalo.videos', video.token, { ...video, looksLeft: Math.max(0, video.looksLeft - 1) })
  if (video.looksLeft > 0) return describeWork(desk, video)
  const isFailed = turned(desk, 'videoFails') === 1
  return ok({
    status_message: isFailed ? 'Chuyển đổi thất bại' : 'Sẵn sàng',
    video_name: video.name,
    video_size: video.size,
    convert_percent: 100,
    video_id: isFailed ? '' : video.id,
    status: isFailed ? 4 : 1,
  })
}

function describeWork(desk: Desk, { name, size, looks, looksLeft }: Video): SandboxAnswer {
  if (turned(desk, 'videoByCode') === 1) return failed(-214, 'Video is processing')
  const percent = Math.round((1 - looksLeft / looks) * 100)
  return ok({
    status_message: 'Đang chuyển đổi',
    video_name: name,
    video_size: size,
    convert_percent: percent,
    video_id: '',
    status: 3,
  })
}

/** The SDK sends a header, the documentation shows a parameter. */
function tokenOf(desk: Desk, { headers, query }: Asked['request']): string {
  const [inHeader, inQuery] = [headers['token'] ?? '', query.get('token') ?? '']
  return { 0: inHeader || inQuery, 1: inHeader, 2: inQuery }[turned(desk, 'videoToken')] ?? ''
}

/** A refusal when the article names a video that is not there, not ready, or too old. */
export function checkVideos(desk: Desk, account: Account, fields: ArticleFields): SandboxAnswer | null {
  for (const id of videosOf(fields)) {
    const video = findVideo(desk, id)
    if (!video || video.account !== account.id || video.looksLeft > 0) return failed(-201, 'video_id is invalid')
    if (desk.now().getTime() - Date.parse(video.at) > LIFE_MS) return failed(-100, 'attachment id is expired')
  }
  return null
}

export function findVideo(desk: Desk, id: string): Video | null {
  return desk.records.list<Video>('zalo.videos').find((video) => video.id === id) ?? null
}
