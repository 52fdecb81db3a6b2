/** Why YouTube could not process a video, or took it down: developers.google.com/youtube/v3/docs/videos#status. */
import { ChannelError } from '../../contract'
import type { Video } from '../api'

export const REASONS: Readonly<Record<string, string>> = {
  conversion: 'không chuyển mã được video; hãy xuất lại thành MP4 (H.264, AAC)',
  invalidFile: 'tệp không phải là video; hãy kiểm tra lại tệp',
  emptyFile: 'tệp rỗng; hãy chọn lại tệp',
  tooSmall: 'tệp quá nhỏ; hãy kiểm tra lại tệp',
  codec: 'kiểu mã hóa của video không được hỗ trợ; hãy xuất lại thành MP4 (H.264, AAC)',
  uploadAborted: 'việc tải lên bị ngắt; hãy đăng lại',
  copyright: 'video vi phạm bản quyền; hãy thay nhạc hoặc hình có bản quyền',
  inappropriate: 'video bị cho là vi phạm nguyên tắc cộng đồng; hãy sửa nội dung hoặc khiếu nại trong YouTube Studio',
  duplicate: 'video này đã có trên kênh; hãy gỡ bản cũ hoặc bỏ lần đăng này',
  termsOfUse: 'video vi phạm điều khoản sử dụng; hãy xem lý do trong YouTube Studio',
  uploaderAccountSuspended: 'tài khoản của kênh đang bị đình chỉ; hãy xử lý với Google',
  uploaderAccountClosed: 'tài khoản của kênh đã bị đóng; hãy kết nối kênh khác',
  length: 'video dài quá mức cho phép; kênh cần được xác minh để đăng video trên 15 phút',
  claim: 'có bên khác xác nhận quyền đối với video; hãy xem trong YouTube Studio',
  trademark: 'video bị khiếu nại nhãn hiệu; hãy xem trong YouTube Studio',
  legal: 'video bị khiếu nại pháp lý; hãy xem trong YouTube Studio',
  uploadFailed: 'việc tải lên không trọn vẹn; hãy đăng lại',
  transcodeFailed: 'không chuyển mã được video; hãy xuất lại thành MP4 (H.264, AAC)',
  streamingFailed: 'không chuẩn bị được video để phát; hãy đăng lại sau',
  other: 'YouTube không xử lý được video và không nói vì sao; hãy xuất lại tệp rồi đăng lại',
  deleted: 'video đã bị xóa trên YouTube',
}

export function refusedBecause({ status, processingDetails }: Video): ChannelError {
  const { failureReason, rejectionReason, uploadStatus } = status
  const told = [failureReason, rejectionReason, processingDetails.processingFailureReason, uploadStatus]
  const code = told.find((reason) => typeof reason === 'string') ?? 'unknown'
  return new ChannelError('rejected', `YouTube không đăng video: ${REASONS[code] ?? `lý do “${code}”`}.`, { code })
}
