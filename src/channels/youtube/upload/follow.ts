/** An uploaded video is live only when it has been processed and everybody may see what was meant to be seen. */
import { z } from 'zod'
import { ChannelError, type Call, type Json, type Processing, type Published } from '../../contract'
import { listVideos, type Video } from '../api'

const ticket = z.object({ video: z.string(), privacy: z.string(), since: z.string() })

type Ticket = z.infer<typeof ticket>

/** Why YouTube could not process a video, or took it down: developers.google.com/youtube/v3/docs/videos#status. */
const REASONS: Readonly<Record<string, string>> = {
  conversion: 'không chuyển mã được video; hãy xuất lại thành MP4 (H.264, AAC)',
  invalidFile: 'tệp không phải là video; hãy kiểm tra lại tệp',
  emptyFile: 'tệp rỗng; hãy chọn lại tệp',
  tooSmall: 'tệp quá nhỏ; hãy kiểm tra lại tệp',
  codec: 'kiểu mã hóa của video không được hỗ trợ; hãy xuất lại thành MP4 (H.264, AAC)',
  uploadAborted: 'việc tải lên bị ngắt; hãy đăng lại',
  copyright: 'video vi phạm bản quyền; hãy thay nhạc hoặc hình có bản quyền',
  inappropriate: 'video bị cho là vi phạm nguyên tắc cộng đồng',
  duplicate: 'video này đã có trên kênh; hãy gỡ bản cũ hoặc bỏ lần đăng này',
  termsOfUse: 'video vi phạm điều khoản sử dụng',
  uploaderAccountSuspended: 'tài khoản của kênh đang bị đình chỉ',
  uploaderAccountClosed: 'tài khoản của kênh đã bị đóng',
  length: 'video dài quá mức cho phép; kênh cần được xác minh để đăng video trên 15 phút',
  claim: 'có bên khác xác nhận quyền đối với video',
  trademark: 'video bị khiếu nại nhãn hiệu',
  legal: 'video bị khiếu nại pháp lý',
}

export async function follow(given: Json, call: Call): Promise<Published | Processing> {
  const known = ticket.parse(given)
  const [video] = await listVideos(call, { ids: [known.video], part: 'snippet,status,processingDetails' })
  if (!video || isWorking(video)) return toTicket(call, known)
  const refusal = whyNotLive(video, known.privacy)
  if (refusal) throw refusal
  return toPublished(call, video)
}

/** The longer it has taken, the rarer the looks: each costs a unit of the daily quota. */
export function toTicket(call: Call, known: Ticket): Processing {
  const elapsed = (call.now().getTime() - Date.parse(known.since)) / 1000
  return { outcome: 'processing', ticket: known, lookAgainIn: Math.round(Math.min(900, Math.max(5, elapsed / 2))) }
}

export function isWorking(video: Video): boolean {
  return video.status?.uploadStatus === 'uploaded'
}

/** Accounts may be forced to private: the API then answers with success and nobody sees the video. */
export function whyNotLive({ status }: Video, privacy: string): ChannelError | null {
  if (status?.uploadStatus !== 'processed') return refusedBecause(status)
  if (status.privacyStatus === privacy) return null
  const message =
    'Video đã lên YouTube nhưng bị đổi chế độ hiển thị; hãy mở YouTube Studio sửa chế độ hiển thị của video.'
  return new ChannelError('rejected', message, { code: `privacy-${status.privacyStatus}` })
}

function refusedBecause(status: Video['status']): ChannelError {
  const code = status?.failureReason ?? status?.rejectionReason ?? status?.uploadStatus ?? 'unknown'
  return new ChannelError('rejected', `YouTube không đăng video: ${REASONS[code] ?? `lý do “${code}”`}.`, { code })
}

export function toPublished(call: Call, video: Video): Published {
  const publishedAt = new Date(video.snippet?.publishedAt ?? call.now())
  return {
    outcome: 'published',
    remoteId: video.id,
    url: `${call.addresses['watch']}/watch?v=${video.id}`,
    publishedAt,
  }
}
