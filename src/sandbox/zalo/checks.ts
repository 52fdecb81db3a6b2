/** What an article must be; the message names the field, as Zalo's -201 does. Lengths are counted as received. */
import { z } from 'zod'

const short = (max: number) =>
  z
    .string()
    .min(1)
    .refine((text) => [...text].length <= max, `longer than ${max}`)

const articleFields = z.object({
  type: z.literal('normal'),
  title: short(150),
  author: short(50),
  description: short(300),
  cover: z.object({ cover_type: z.literal('photo'), photo_url: z.string().min(1), status: z.enum(['show', 'hide']) }),
  body: z
    .array(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('text'), content: z.string().min(1) }),
        z.object({ type: z.literal('image'), url: z.string().min(1), caption: z.string().optional() }),
      ]),
    )
    .min(1),
  status: z.enum(['show', 'hide']).default('hide'),
  comment: z.enum(['show', 'hide']).default('show'),
})

export type ArticleFields = z.infer<typeof articleFields>

export function checkArticle(body: unknown): { fields: ArticleFields } | { field: string } {
  const parsed = articleFields.safeParse(body)
  if (parsed.success) return { fields: parsed.data }
  return { field: parsed.error.issues[0]?.path.join('.') ?? 'body' }
}
