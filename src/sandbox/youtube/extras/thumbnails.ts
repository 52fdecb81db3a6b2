/** `thumbnails.set`: a picture of the channel's own. */
import { statSync } from 'node:fs'
import type { Desk, SandboxAnswer, SandboxRequest } from '../../contract'
import { notFound, refuse } from '../answers'
import { moodOf, setMood, VIDEOS, type ChannelRecord, type VideoRecord } from '../state'
import { findVideo } from '../videos'

const MOST_BYTES = 52_428_800

type Own = { desk: Desk; channel: ChannelRecord }

export async function setThumbnail(request: SandboxRequest, { desk, channel }: Own): Promise<SandboxAnswer> {
  const id = request.query.get('videoId') ?? ''
  const video = findVideo(desk, id)
  if (video?.channel !== channel.id) return notFound(id)
  const refusal = refuseChannel(desk) ?? refuseFile(request)
  if (refusal) return refusal
  const mimeType = request.headers['content-type'] ?? 'image/jpeg'
  const thumbnail = request.spool ? await desk.keepFile(request.spool, mimeType) : desk.keep(request.body, mimeType)
  desk.records.put(VIDEOS, id, { ...video, thumbnail } satisfies VideoRecord)
  desk.log({ platform: 'youtube', call: 'thumbnails.set', account: channel.id, id, text: '', file: thumbnail })
  const url = `${request.origin}${thumbnail}`
  return { status: 200, body: { kind: 'youtube#thumbnailSetResponse', items: [{ default: { url } }] } }
}

function refuseChannel(desk: Desk): SandboxAnswer | null {
  const { isPhoneVerified, thumbnailsLeft } = moodOf(desk)
  const domain = 'youtube.thumbnail'
  if (!isPhoneVerified) {
    const message = "The authenticated user doesn't have permissions to upload and set custom video thumbnails."
    return refuse({ status: 403, reason: 'forbidden', message, domain })
  }
  if (thumbnailsLeft <= 0) {
    const message = 'The channel has uploaded too many thumbnails recently. Please try the request again later.'
    return refuse({ status: 429, reason: 'uploadRateLimitExceeded', message, domain })
  }
  setMood(desk, { thumbnailsLeft: thumbnailsLeft - 1 })
  return null
}

function refuseFile({ body, spool }: SandboxRequest): SandboxAnswer | null {
  const size = spool ? statSync(spool).size : body.byteLength
  const domain = 'youtube.thumbnail'
  if (size === 0)
    return refuse({
      status: 400,
      reason: 'mediaBodyRequired',
      message: 'The request does not include the image.',
      domain,
    })
  if (size <= MOST_BYTES && (spool !== null || isPicture(body))) return null
  return refuse({ status: 400, reason: 'invalidImage', message: 'The provided image content is invalid.', domain })
}

/** JPEG or PNG by their first bytes. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return head.startsWith('ffd8ff') || head === '89504e47'
}
