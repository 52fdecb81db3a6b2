/** An uploaded video is live only when it has been processed and everybody may see what was meant to be seen. */
import { ChannelError, type Call, type Json, type Problem, type Processing, type Published } from '../../contract'
import { readVideo, type Video } from '../api'
import { finish } from '../finish'
import { refusedBecause } from './reasons'
import { ticket, type Ticket, toProcessing } from './ticket'
import { compareVisibility, type Meant, statusToSend, type Visibility } from './visibility'

/** Adds what still belongs to the video on the way; everything it writes may be written any number of times. */
export async function follow(given: Json, call: Call): Promise<Published | Processing> {
  const known = ticket.parse(given)
  const video = await readVideo(call, known.video)
  if (!video) return toProcessing(call, known)
  const standing = standingOf(video, known, call.now())
  if (standing instanceof ChannelError) throw standing
  const next = await finish(call, known, { isProcessed: standing === 'live' })
  return standing === 'live' && next.steps.length === 0 ? toPublished(call, video, next) : toProcessing(call, next)
}

/** @returns the reason when it will never be what was meant */
export function standingOf(video: Video, meant: Meant, now: Date): 'working' | 'live' | ChannelError {
  const { status, processingDetails } = video
  const hasFailed = processingDetails.processingStatus === 'failed'
  if (status.uploadStatus === 'uploaded' && !hasFailed) return 'working'
  if (status.uploadStatus !== 'processed') return refusedBecause(video)
  const visibility = compareVisibility(video, meant, now)
  if (visibility === 'soon') return 'working'
  return visibility === 'as-meant' ? 'live' : hiddenBecause(video, visibility)
}

function hiddenBecause({ status }: Video, visibility: Visibility): ChannelError {
  if (visibility === 'hour-lost')
    return new ChannelError(
      'rejected',
      'Video đã lên YouTube ở chế độ riêng tư nhưng YouTube không giữ giờ tự công khai; hãy mở YouTube Studio đặt lại giờ.',
      { code: 'publish-at-lost' },
    )
  const message =
    'Video đã lên YouTube nhưng bị đổi chế độ hiển thị; hãy mở YouTube Studio sửa chế độ hiển thị của video.'
  return new ChannelError('rejected', message, { code: `privacy-${status.privacyStatus}` })
}

export function toPublished(call: Call, video: Video, known: Ticket): Published {
  const hour = statusToSend(known, call.now()).publishAt
  const remarks = remarksOf(known, hour)
  return {
    outcome: 'published',
    remoteId: video.id,
    url: `${call.addresses['watch']}/watch?v=${video.id}`,
    publishedAt: new Date(hour ?? video.snippet.publishedAt ?? call.now()),
    ...(remarks.length > 0 ? { remarks } : {}),
  }
}

const hourOf = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
})

function remarksOf({ isShort, remarks }: Ticket, hour: string | undefined): Problem[] {
  const short = { code: 'is-short', message: 'Video vuông hoặc dọc, không quá 3 phút: YouTube xếp vào Shorts.' }
  const waiting = (moment: string) => ({
    code: 'scheduled-on-platform',
    message: `Video đã ở trên YouTube, đang riêng tư; YouTube tự công khai lúc ${hourOf.format(new Date(moment))} (giờ Việt Nam).`,
  })
  return [...(isShort ? [short] : []), ...(hour === undefined ? [] : [waiting(hour)]), ...remarks]
}
