/** What an article must be; the message names the field, as Zalo's -201 does. Lengths are counted as received. */
import { z } from 'zod'

const short = (max: number) =>
  z
    .string()
    .min(1)
    .refine((text) => [...text].length <= max, `longer than ${max}`)

const visibility = z.enum(['show', 'hide'])

const common = {
  title: short(150),
  description: short(300),
  status: visibility.default('hide'),
  comment: visibility.default('show'),
}

const photoCover = z.object({ cover_type: z.literal('photo'), photo_url: z.string().min(1), status: visibility })
const videoCover = z.object({
  cover_type: z.literal('video'),
  cover_view: z.enum(['horizontal', 'vertical', 'square']),
  video_id: z.string().min(1),
  status: visibility,
})

const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), content: z.string().min(1) }),
  z.object({ type: z.literal('image'), url: z.string().min(1), caption: z.string().optional() }),
  z.object({ type: z.literal('video'), url: z.string().min(1), thumb: z.string().optional() }),
  z.object({ type: z.literal('product'), id: z.string().min(1) }),
])

const normal = z.object({
  type: z.literal('normal'),
  ...common,
  author: short(50),
  cover: z.discriminatedUnion('cover_type', [photoCover, videoCover]),
  body: z.array(block).min(1),
  related_medias: z.array(z.string()).optional(),
  tracking_link: z.string().optional(),
  cite: z.string().optional(),
})

const video = z.object({
  type: z.literal('video'),
  ...common,
  video_id: z.string().min(1),
  avatar: z.string().min(1),
})

const articleFields = z.discriminatedUnion('type', [normal, video])

export type ArticleFields = z.infer<typeof articleFields>

export function checkArticle(body: unknown): { fields: ArticleFields } | { field: string } {
  const parsed = articleFields.safeParse(body)
  if (parsed.success) return { fields: parsed.data }
  return { field: parsed.error.issues[0]?.path.join('.') || 'type' }
}

/** Addresses of the pictures that Zalo fetches, the cover first. */
export function picturesOf(fields: ArticleFields): string[] {
  if (fields.type === 'video') return [fields.avatar]
  const cover = fields.cover.cover_type === 'photo' ? [fields.cover.photo_url] : []
  return [...cover, ...fields.body.flatMap((part) => (part.type === 'image' ? [part.url] : []))]
}

export function videosOf(fields: ArticleFields): string[] {
  if (fields.type === 'video') return [fields.video_id]
  const cover = fields.cover.cover_type === 'video' ? [fields.cover.video_id] : []
  const inside = fields.body.flatMap((part) => (part.type === 'video' && !URL.canParse(part.url) ? [part.url] : []))
  return [...cover, ...inside]
}
