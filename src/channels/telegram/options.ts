import { z } from 'zod'

export const options = z.strictObject({
  presentation: z
    .enum(['auto', 'text', 'photo', 'album', 'video', 'document'])
    .default('auto')
    .meta({
      description: 'Cách trình bày',
      labels: {
        auto: 'Tự chọn theo nội dung',
        text: 'Chỉ chữ',
        photo: 'Một ảnh',
        album: 'Album 2 đến 10 ảnh, phim',
        video: 'Phim',
        document: 'Tệp PDF',
      },
    }),
  extent: z
    .enum(['lead', 'whole'])
    .default('lead')
    .meta({
      description: 'Đăng bao nhiêu chữ',
      labels: { lead: 'Chỉ sapo và đường dẫn', whole: 'Toàn văn (dài quá thì thành nhiều tin trả lời)' },
    }),
  silent: z.boolean().default(false).describe('Gửi không kèm tiếng báo'),
  linkPreview: z.boolean().default(true).describe('Hiện khung xem trước của đường dẫn'),
  pin: z.boolean().default(false).describe('Ghim bài lên đầu kênh'),
  protectContent: z
    .boolean()
    .default(false)
    .describe('Cấm chuyển tiếp và lưu bài (khi mất phản hồi, hệ thống sẽ không tự kiểm tra được)'),
  pollQuestion: z.string().default('').describe('Câu hỏi bình chọn, tối đa 300 ký tự (để trống: không có bình chọn)'),
  pollOptions: z
    .array(z.string())
    .default([])
    .describe('Các phương án bình chọn: 2 đến 12, mỗi phương án tối đa 100 ký tự'),
  pollMultiple: z.boolean().default(false).describe('Cho chọn nhiều phương án'),
})

export type TelegramOptions = z.infer<typeof options>

export const credentials = z.strictObject({
  token: z
    .string()
    .regex(/^\d+:[A-Za-z0-9_-]{20,}$/)
    .describe('Mã của bot (token) do @BotFather cấp'),
  /** A private chat of which the bot is a member; posts are forwarded there for a moment to learn whether they went out. */
  opsChat: z.string().min(1).optional().describe('Mã nhóm kín có bot, để tra lại bài khi mất câu trả lời'),
  /** Reads rounded views from the public pages of t.me; off unless somebody decided that it may. */
  preview: z.boolean().optional().describe('Đọc lượt xem gần đúng từ trang công khai t.me'),
})

/** A caption is never cut: what does not fit below the media follows as replies to it. */
const message = z.strictObject({
  kind: z.enum(['text', 'photo', 'video', 'album', 'document']),
  html: z.string(),
  /** Ids of media of the draft, in order; none for text. */
  media: z.array(z.string()),
})

const poll = z.strictObject({
  kind: z.literal('poll'),
  question: z.string(),
  options: z.array(z.string()),
  isMultiple: z.boolean(),
})

export const post = z.strictObject({
  parts: z.array(z.discriminatedUnion('kind', [message, poll])).min(1),
  silent: z.boolean(),
  linkPreview: z.boolean(),
  pin: z.boolean(),
  protectContent: z.boolean(),
})

export type MessagePart = z.infer<typeof message>
export type PollPart = z.infer<typeof poll>
export type TelegramPart = MessagePart | PollPart
export type TelegramPost = z.infer<typeof post>
