import { z } from 'zod'

export const presentations = ['auto', 'photos', 'link', 'text', 'video', 'reel'] as const

/** `auto`: the film of a clip, otherwise photos when the item has pictures, otherwise a link post. */
export const options = z.strictObject({
  presentation: z
    .enum(presentations)
    .default('auto')
    .meta({
      description: 'Kiểu bài đăng',
      labels: {
        auto: 'Tự chọn (clip: video; có ảnh: bài ảnh; còn lại: bài đường dẫn)',
        photos: 'Bài ảnh',
        link: 'Bài đường dẫn',
        text: 'Chỉ có chữ',
        video: 'Video',
        reel: 'Thước phim (Reel, dọc 9:16, 3-90 giây)',
      },
    }),
})

/**
 * A Page token has no date of expiry. With the person's own long-lived token it can be derived again; the application's id
 * and secret come from the system's settings and make the checks sharper.
 */
export const credentials = z.strictObject({
  pageToken: z.string().min(1).describe('Mã truy cập của Trang (Page access token)'),
  userToken: z.string().min(1).optional().describe('Mã truy cập dài hạn của người kết nối (User access token)'),
  userTokenExpiresAt: z.iso.datetime().optional().describe('Ngày mã của người kết nối hết hạn'),
  appId: z.string().min(1).optional().describe('Mã ứng dụng (App ID)'),
  appSecret: z.string().min(1).optional().describe('Khóa bí mật của ứng dụng (App secret)'),
})

export type FacebookCredentials = z.infer<typeof credentials>

/** The frozen payload: everything that is sent except the bytes. */
export const post = z.strictObject({
  message: z.string(),
  link: z.string().nullable(),
  /** Ids of the draft's media, in the order in which the photos stand in the post. */
  photos: z.array(z.string()),
  /** How a film goes out, or null; without a medium the item has no film, and then it cannot go. */
  film: z
    .strictObject({ as: z.enum(['video', 'reel']), title: z.string(), media: z.string().nullable() })
    .nullable()
    .default(null),
})

export type FacebookPost = z.infer<typeof post>

export type Film = NonNullable<FacebookPost['film']>
