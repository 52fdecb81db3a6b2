import { z } from 'zod'

export const presentations = ['auto', 'photos', 'link', 'text'] as const

/** `auto`: photos when the item has pictures, otherwise a link post. */
export const options = z.strictObject({
  presentation: z
    .enum(presentations)
    .default('auto')
    .describe('Kiểu bài đăng: tự chọn, đăng ảnh, đăng đường dẫn hoặc chỉ chữ'),
})

/** A Page token has no date of expiry; the app's id and secret are optional and make the checks sharper. */
export const credentials = z.strictObject({
  pageToken: z.string().min(1).describe('Mã truy cập của Trang (Page access token)'),
  appId: z.string().min(1).optional().describe('Mã ứng dụng (App ID)'),
  appSecret: z.string().min(1).optional().describe('Khóa bí mật của ứng dụng (App secret)'),
})

/** The frozen payload: everything `publish` needs except the bytes of the photos. */
export const post = z.strictObject({
  message: z.string(),
  link: z.string().nullable(),
  /** Ids of the draft's media, in the order in which the photos stand in the post. */
  photos: z.array(z.string()),
})

export type FacebookPost = z.infer<typeof post>
