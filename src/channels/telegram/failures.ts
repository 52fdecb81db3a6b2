/**
 * Telegram's answers and the decision each carries. The number leads; its texts may change, so that only their
 * beginnings are looked at, and only below 400, where one number stands for many things.
 */
import { ChannelError, type FailureKind } from '../contract'

export type TelegramRefusal = {
  error_code: number
  description: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number } | undefined
}

type Meaning = { kind: FailureKind; message: string }

const reconnect = (message: string): Meaning => ({ kind: 'unauthorized', message })
const rewrite = (message: string): Meaning => ({ kind: 'rejected', message })

const noRight = reconnect('Bot chưa có quyền đăng bài trong kênh Telegram; hãy cấp quyền quản trị viên cho bot.')
const empty = rewrite('Telegram báo bài không có nội dung; hãy viết nội dung rồi đăng lại.')
const gone = rewrite('Bài không còn trên Telegram; hãy đăng bài mới.')
const unfetched = rewrite('Telegram không tải được tệp qua đường dẫn; hãy tải tệp lên hệ thống rồi đăng lại.')
const badAlbum = rewrite('Telegram không nhận album này; album chỉ có 2 đến 10 ảnh, phim, không trộn với tệp khác.')

export const byNumber: Readonly<Record<number, Meaning>> = {
  401: reconnect('Mã bot Telegram không còn hiệu lực; quản trị kênh cần kết nối lại bằng mã mới.'),
  403: reconnect('Bot không còn ở trong kênh Telegram hoặc đã bị chặn; hãy thêm lại bot làm quản trị viên.'),
  404: reconnect('Telegram không nhận ra mã bot; quản trị kênh cần kết nối lại bằng mã đúng.'),
  409: { kind: 'unavailable', message: 'Bot Telegram đang bận với một phiên khác; hệ thống sẽ tự gửi lại.' },
  421: { kind: 'unavailable', message: 'Telegram chuyển hướng máy chủ; hệ thống sẽ tự gửi lại.' },
}

export const badRequests: readonly (readonly [beginning: string, meaning: Meaning])[] = [
  ['chat not found', reconnect('Không tìm thấy kênh Telegram; hãy kiểm tra tên kênh và quyền của bot.')],
  ['chat_id is empty', reconnect('Kênh Telegram chưa có mã kênh; hãy nhập lại.')],
  ['need administrator rights', noRight],
  ['have no write access', noRight],
  ['not enough rights', noRight],
  ['CHAT_WRITE_FORBIDDEN', noRight],
  ['CHAT_ADMIN_REQUIRED', noRight],
  ['group chat was upgraded', reconnect('Nhóm Telegram đã được nâng cấp và đổi mã; hãy kết nối lại kênh với mã mới.')],
  ['message text is empty', empty],
  ['text must be non-empty', empty],
  ['message is too long', rewrite('Telegram báo nội dung quá dài; hãy viết ngắn lại.')],
  ['message caption is too long', rewrite('Telegram báo chú thích quá dài; hãy viết ngắn lại.')],
  ["can't parse entities", rewrite('Telegram không hiểu định dạng của bài; hãy bỏ bớt in đậm, liên kết rồi đăng lại.')],
  ['message to edit not found', gone],
  ["message can't be edited", rewrite('Telegram không cho bot sửa bài này; hãy sửa trực tiếp trong kênh.')],
  ['message to delete not found', gone],
  [
    "message can't be deleted",
    rewrite(
      'Telegram không cho bot xóa bài này: bài quá 48 giờ chỉ bot có quyền xóa tin mới gỡ được; hãy cấp quyền xóa tin cho bot rồi gỡ lại, hoặc gỡ trực tiếp trong kênh.',
    ),
  ],
  ['wrong HTTP URL specified', unfetched],
  ['failed to get HTTP URL content', unfetched],
  ['wrong type of the web page content', unfetched],
  ['wrong file_id', rewrite('Telegram không nhận ra tệp hoặc tạm thời không đọc được tệp; hãy đăng lại.')],
  ['wrong file identifier', rewrite('Telegram không nhận ra tệp hoặc tạm thời không đọc được tệp; hãy đăng lại.')],
  ['file is too big', rewrite('Telegram báo tệp quá lớn; hãy dùng ảnh hoặc phim nhẹ hơn.')],
  ['photo has unsupported extension', rewrite('Telegram không nhận kiểu ảnh này; hãy dùng ảnh JPEG hoặc PNG.')],
  ['IMAGE_PROCESS_FAILED', rewrite('Telegram không đọc được ảnh này; hãy dùng ảnh JPEG hoặc PNG khác.')],
  ['PHOTO_INVALID_DIMENSIONS', rewrite('Telegram không nhận kích thước ảnh này; hãy cắt lại ảnh.')],
  ["can't use the media of the specified type in the album", badAlbum],
  ['too many messages to send as an album', badAlbum],
  ["document can't be mixed with other media types", badAlbum],
  ["audio can't be mixed with other media types", badAlbum],
  ['there is no photo in the request', rewrite('Telegram không thấy ảnh trong bài; hãy chọn lại ảnh rồi đăng lại.')],
  ['there is no video in the request', rewrite('Telegram không thấy phim trong bài; hãy chọn lại phim rồi đăng lại.')],
  ['there is no document in the request', rewrite('Telegram không thấy tệp trong bài; hãy chọn lại tệp rồi đăng lại.')],
  ['poll', rewrite('Telegram không nhận bình chọn này; hãy kiểm tra câu hỏi và các phương án.')],
  ['message has protected content', rewrite('Kênh Telegram cấm chuyển tiếp bài; hãy kiểm tra trực tiếp trong kênh.')],
]

/** Null for a number nobody has listed: whether it had an effect is then unknown. */
export function readRefusal({ error_code, description, parameters }: TelegramRefusal): ChannelError | null {
  const code = String(error_code)
  if (error_code === 429) return tooMany(parameters?.retry_after)
  const meaning = error_code === 400 ? readBadRequest(description) : byNumber[error_code]
  if (!meaning) return null
  const moved = parameters?.migrate_to_chat_id
  const message = moved ? `${meaning.message} Mã mới: ${moved}.` : meaning.message
  return new ChannelError(meaning.kind, message, { code, httpStatus: error_code })
}

/** The whole chat waits, whoever asked for it. */
function tooMany(retryAfter: number | undefined): ChannelError {
  return new ChannelError('throttled', 'Telegram yêu cầu gửi chậm lại; hệ thống sẽ tự đợi rồi gửi tiếp.', {
    code: '429',
    httpStatus: 429,
    scope: 'channel',
    ...(retryAfter ? { retryAfter } : {}),
  })
}

/** A 400 was refused before anything was done, whatever its words are. */
function readBadRequest(description: string): Meaning {
  const known = badRequests.find(([beginning]) => startsWith(description, beginning))
  return known?.[1] ?? rewrite(`Telegram từ chối bài (${reasonOf(description)}); hãy sửa rồi đăng lại.`)
}

export function startsWith(description: string, beginning: string): boolean {
  return reasonOf(description).toLowerCase().startsWith(beginning.toLowerCase())
}

function reasonOf(description: string): string {
  return description.replace(/^Bad Request: /, '')
}
