/** What becomes of the bytes, by the platform's clock. */
import type { Desk } from '../../contract'
import { moodOf, type VideoRecord } from '../state'

const DAY = 24 * 3_600

export function ageOf({ publishedAt }: VideoRecord, desk: Desk): number {
  return (desk.now().getTime() - Date.parse(publishedAt)) / 1000
}

export function isProcessed(video: VideoRecord, desk: Desk): boolean {
  return ageOf(video, desk) >= moodOf(desk).processingSeconds
}

/** Who may see it at this moment: an hour that has come opens a private video, and is then gone. */
export function visibilityOf({ status }: VideoRecord, desk: Desk): { privacyStatus: string; publishAt?: string } {
  const { privacyStatus, publishAt } = status
  if (publishAt === null) return { privacyStatus }
  return new Date(publishAt) <= desk.now() ? { privacyStatus: 'public' } : { privacyStatus, publishAt }
}

export function statusOf(video: VideoRecord, desk: Desk) {
  const { failureReason, rejectionReason, processingFailureReason } = video
  const { publishAt: _hour, ...kept } = video.status
  const status = { ...kept, ...visibilityOf(video, desk), madeForKids: kept.selfDeclaredMadeForKids }
  if (!isProcessed(video, desk)) return { ...status, uploadStatus: 'uploaded' }
  if (failureReason) return { ...status, uploadStatus: 'failed', failureReason }
  if (processingFailureReason) return { ...status, uploadStatus: 'uploaded' }
  return rejectionReason
    ? { ...status, uploadStatus: 'rejected', rejectionReason }
    : { ...status, uploadStatus: 'processed' }
}

/** Half way through, the platform finds that there is more to do than it had said: the share that is done falls. */
export function processingOf(video: VideoRecord, desk: Desk) {
  if (!isProcessed(video, desk)) {
    const share = ageOf(video, desk) / moodOf(desk).processingSeconds
    const partsTotal = share < 0.5 ? 100 : 400
    const timeLeftMs = Math.round((1 - share) * moodOf(desk).processingSeconds * 1000)
    const progress = { partsTotal, partsProcessed: Math.floor(share * 100), timeLeftMs }
    const words = Object.fromEntries(Object.entries(progress).map(([name, value]) => [name, String(value)]))
    return { processingStatus: 'processing', processingProgress: words }
  }
  const { processingFailureReason } = video
  if (processingFailureReason) return { processingStatus: 'failed', processingFailureReason }
  return { processingStatus: ageOf(video, desk) > DAY ? 'terminated' : 'succeeded' }
}
