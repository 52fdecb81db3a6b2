import { z } from 'zod'

const privacies = ['public', 'unlisted', 'private'] as const

export const options = z.strictObject({
  privacy: z.enum(privacies).default('public').describe('Ai xem được: công khai, người có đường dẫn, hoặc riêng tư'),
  categoryId: z
    .string()
    .regex(/^\d+$/)
    .default('27')
    .describe('Danh mục YouTube (27: Giáo dục, 25: Tin tức và chính trị)'),
  madeForKids: z.boolean().default(false).describe('Nội dung dành cho trẻ em'),
  syntheticMedia: z.boolean().default(false).describe('Có hình hoặc tiếng như thật được tạo hay sửa bằng AI'),
  tags: z.array(z.string().trim().min(1)).default([]).describe('Thẻ tìm kiếm'),
  notifySubscribers: z.boolean().default(true).describe('Báo cho người đăng ký kênh'),
})

export const credentials = z.strictObject({
  clientId: z.string().min(1).describe('Mã ứng dụng Google (Client ID)'),
  clientSecret: z.string().min(1).describe('Khóa bí mật của ứng dụng Google (Client secret)'),
  refreshToken: z.string().min(1).describe('Mã làm mới (Refresh token)'),
  /** Lives for an hour; may be left out when connecting, `renew` brings the first one. */
  accessToken: z.string().default('').describe('Mã truy cập (Access token)'),
})

/** The frozen payload: everything that is sent except the bytes of the video. */
export const post = z.strictObject({
  title: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  categoryId: z.string(),
  language: z.string(),
  privacy: z.enum(privacies),
  madeForKids: z.boolean(),
  syntheticMedia: z.boolean(),
  notifySubscribers: z.boolean(),
  /** Id of the draft's medium; null when the item has no video, and then it cannot go. */
  video: z.string().nullable(),
})

export type YoutubePost = z.infer<typeof post>
