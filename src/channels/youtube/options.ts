import { z } from 'zod'

const privacies = ['public', 'unlisted', 'private'] as const

export const options = z.strictObject({
  privacy: z
    .enum(privacies)
    .default('public')
    .meta({
      description: 'Ai xem được',
      labels: { public: 'Công khai', unlisted: 'Người có đường dẫn', private: 'Riêng tư' },
    }),
  publishAt: z
    .string()
    .trim()
    .default('')
    .describe('Giờ YouTube tự công khai, chỉ với “Riêng tư”: 2026-12-01 08:00 (giờ Việt Nam)'),
  categoryId: z
    .string()
    .regex(/^\d+$/)
    .default('27')
    .describe('Danh mục YouTube (27: Giáo dục, 25: Tin tức và chính trị)'),
  madeForKids: z.boolean().default(false).describe('Nội dung dành cho trẻ em'),
  syntheticMedia: z.boolean().default(false).describe('Có hình hoặc tiếng như thật được tạo hay sửa bằng AI'),
  tags: z.array(z.string().trim().min(1)).default([]).describe('Thẻ tìm kiếm'),
  playlistId: z.string().trim().default('').describe('Mã danh sách phát để thêm video vào (PL…)'),
  notifySubscribers: z.boolean().default(true).describe('Báo cho người đăng ký kênh'),
})

/** The keys of our application are added by the engine where the channel brings none of its own. */
export const credentials = z.strictObject({
  clientId: z.string().min(1).optional().describe('Mã ứng dụng Google (Client ID)'),
  clientSecret: z.string().min(1).optional().describe('Khóa bí mật của ứng dụng Google (Client secret)'),
  refreshToken: z.string().min(1).describe('Mã làm mới (Refresh token)'),
  /** Lives for an hour; may be left out when connecting, `renew` brings the first one. */
  accessToken: z.string().default('').describe('Mã truy cập (Access token)'),
})

export const application = z.strictObject({
  clientId: z.string().min(1).describe('Mã ứng dụng Google (Client ID)'),
  clientSecret: z.string().min(1).describe('Khóa bí mật của ứng dụng Google (Client secret)'),
})

/** The frozen payload: everything that is sent except the bytes. What came later has a default, for older snapshots. */
export const post = z.strictObject({
  title: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  categoryId: z.string(),
  language: z.string(),
  privacy: z.enum(privacies),
  /** ISO 8601, or what the editor typed where that is no hour: `inspect` says so. */
  publishAt: z.string().nullable().default(null),
  madeForKids: z.boolean(),
  syntheticMedia: z.boolean(),
  notifySubscribers: z.boolean(),
  /** Ids of the draft's media; without a video the item cannot go. */
  video: z.string().nullable(),
  thumbnail: z.string().nullable().default(null),
  captions: z.array(z.string()).default([]),
  playlistId: z.string().nullable().default(null),
})

export type YoutubePost = z.infer<typeof post>
