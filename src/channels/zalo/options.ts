import { z } from 'zod'

export const options = z.strictObject({
  author: z.string().optional().describe('Tên tác giả hiện trên bài Zalo (để trống: lấy tác giả của nội dung)'),
  comments: z.enum(['show', 'hide']).default('hide').describe('Cho phép bình luận dưới bài'),
})

/** Refreshing gives a new pair and kills the old refresh token: the pair is always stored as one. */
export const credentials = z.strictObject({
  accessToken: z.string().min(1).describe('Mã truy cập (access token)'),
  refreshToken: z.string().min(1).describe('Mã làm mới (refresh token)'),
  appId: z.string().min(1).describe('Mã ứng dụng (App ID)'),
  appSecret: z.string().min(1).describe('Khóa bí mật của ứng dụng (Secret key)'),
})

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), content: z.string() }),
  z.strictObject({ type: z.literal('image'), url: z.string(), caption: z.string() }),
])

/** The article as Zalo takes it, without `type` and `status`, which belong to the step and not to the content. */
export const post = z.strictObject({
  title: z.string(),
  author: z.string(),
  description: z.string(),
  /** Address of the cover; null when the item has none, which `inspect` reports. */
  coverUrl: z.string().nullable(),
  body: z.array(block),
  comment: z.enum(['show', 'hide']),
})

export type ZaloPost = z.infer<typeof post>
export type ArticleBlock = z.infer<typeof block>
