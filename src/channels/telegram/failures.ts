/** Telegram's answers and the decision each carries. Its texts may change, so the number leads and a few beginnings refine it. */
import { ChannelError, type FailureKind } from '../contract'

export type TelegramRefusal = {
  error_code: number
  description: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number } | undefined
}

type Meaning = { kind: FailureKind; message: string }

const reconnect = (message: string): Meaning => ({ kind: 'unauthorized', message })
const rewrite = (message: string): Meaning => ({ kind: 'rejected', message })

const byNumber: Readonly<Record<number, Meaning>> = {
  401: reconnect('Mã bot Telegram không còn hiệu lực; quản trị kênh cần kết nối lại bằng mã mới.'),
  403: reconnect('Bot không còn ở trong kênh Telegram hoặc đã bị chặn; hãy thêm lại bot làm quản trị viên.'),
  404: reconnect('Telegram không nhận ra mã bot; quản trị kênh cần kết nối lại bằng mã đúng.'),
  409: { kind: 'unavailable', message: 'Bot Telegram đang bận với một phiên khác; hệ thống sẽ tự gửi lại.' },
  421: { kind: 'unavailable', message: 'Telegram chuyển hướng máy chủ; hệ thống sẽ tự gửi lại.' },
}

const badRequests: readonly (readonly [beginning: string, meaning: Meaning])[] = [
  ['chat not found', reconnect('Không tìm thấy kênh Telegram; hãy kiểm tra tên kênh và quyền của bot.')],
  ['chat_id is empty', reconnect('Kênh Telegram chưa có mã kênh; hãy nhập lại.')],
  [
    'need administrator rights',
    reconnect('Bot chưa có quyền đăng bài trong kênh; hãy cấp quyền quản trị viên cho bot.'),
  ],
  ['not enough rights', reconnect('Bot thiếu quyền trong kênh Telegram; hãy cấp quyền đăng bài cho bot.')],
  ['have no write access', reconnect('Bot không được phép viết vào kênh Telegram; hãy cấp quyền đăng bài.')],
  ['CHAT_WRITE_FORBIDDEN', reconnect('Bot không được phép viết vào kênh Telegram; hãy cấp quyền đăng bài.')],
  ['group chat was upgraded', reconnect('Nhóm Telegram đã được nâng cấp và đổi mã; hãy kết nối lại kênh với mã mới.')],
  ['message text is empty', rewrite('Telegram báo bài không có nội dung; hãy viết nội dung rồi đăng lại.')],
  ['text must be non-empty', rewrite('Telegram báo bài không có nội dung; hãy viết nội dung rồi đăng lại.')],
  ['message is too long', rewrite('Telegram báo nội dung quá dài; hãy viết ngắn lại.')],
  ['message caption is too long', rewrite('Telegram báo chú thích quá dài; hãy viết ngắn lại.')],
  ["can't parse entities", rewrite('Telegram không hiểu định dạng của bài; hãy bỏ bớt in đậm, liên kết rồi đăng lại.')],
  ['file is too big', rewrite('Telegram báo tệp quá lớn; hãy dùng ảnh hoặc phim nhẹ hơn.')],
  ['photo has unsupported extension', rewrite('Telegram không nhận kiểu ảnh này; hãy dùng ảnh JPEG hoặc PNG.')],
  ['PHOTO_INVALID_DIMENSIONS', rewrite('Telegram không nhận kích thước ảnh này; hãy cắt lại ảnh.')],
]

/** Null for a number nobody has listed: whether it had an effect is then unknown. */
export function readRefusal({ error_code, description, parameters }: TelegramRefusal): ChannelError | null {
  const code = String(error_code)
  if (error_code === 429) {
    const retryAfter = parameters?.retry_after
    return new ChannelError('throttled', 'Telegram yêu cầu gửi chậm lại; hệ thống sẽ tự đợi rồi gửi tiếp.', {
      code,
      httpStatus: 429,
      ...(retryAfter ? { retryAfter } : {}),
    })
  }
  const meaning = error_code === 400 ? readBadRequest(description) : byNumber[error_code]
  return meaning ? new ChannelError(meaning.kind, meaning.message, { code, httpStatus: error_code }) : null
}

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
