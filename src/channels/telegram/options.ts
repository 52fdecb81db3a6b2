import { z } from 'zod'

export const options = z.strictObject({
  /** Deliver without a sound. */
  silent: z.boolean().default(false).describe('Gửi không kèm tiếng báo'),
  linkPreview: z.boolean().default(true).describe('Hiện khung xem trước của đường dẫn'),
})

export const credentials = z.strictObject({
  token: z.string().regex(/^\d+:[A-Za-z0-9_-]{20,}$/),
  /** A private chat of which the bot is a member; posts are forwarded there for a moment to learn whether they went out. */
  opsChat: z.string().min(1).optional(),
})

/** A caption is never cut: what does not fit below the picture follows as a reply to it. */
const part = z.strictObject({
  kind: z.enum(['text', 'photo', 'video']),
  html: z.string(),
  /** Id of a medium of the draft; null for text. */
  media: z.string().nullable(),
})

export const post = z.strictObject({
  parts: z.array(part).min(1).max(2),
  silent: z.boolean(),
  linkPreview: z.boolean(),
})

export type TelegramPart = z.infer<typeof part>
export type TelegramPost = z.infer<typeof post>
