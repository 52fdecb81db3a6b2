/** What the web process receives and keeps of one item: the frozen page, without anything another platform needs. */
import { z } from 'zod'

const named = z.strictObject({ slug: z.string(), name: z.string() })

const mark = z.literal(true).optional()
const span = z.strictObject({
  text: z.string(),
  bold: mark,
  italic: mark,
  underline: mark,
  strike: mark,
  href: z.string().optional(),
})
const spans = z.array(span).optional()

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
  z.strictObject({ type: z.literal('paragraph'), text: z.string(), spans }),
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    entries: z.array(z.string()),
    spans: z.array(z.array(span)).optional(),
  }),
  z.strictObject({ type: z.literal('quote'), text: z.string(), spans }),
  z.strictObject({ type: z.literal('image'), media: z.string() }),
])

const rendition = z.strictObject({
  name: z.string(),
  mimeType: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  url: z.string(),
})

const medium = z.strictObject({
  id: z.string(),
  role: z.enum(['cover', 'photo', 'page', 'video', 'poster', 'document', 'captions']),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
  duration: z.number().nullable(),
  language: z.string().optional(),
  renditions: z.array(rendition),
})

export const sitePost = z.strictObject({
  publication: z.string().min(1),
  kind: z.enum(['articles', 'clips', 'infographics', 'handbooks']),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  lead: z.string(),
  language: z.string(),
  body: z.array(block),
  hashtags: z.array(z.string()),
  audiences: z.array(named),
  topics: z.array(named),
  authors: z.array(z.string()),
  organization: z.strictObject({ name: z.string() }),
  media: z.array(medium),
  signature: z.string(),
})

export type SitePost = z.infer<typeof sitePost>
export type SiteMedium = SitePost['media'][number]
export type SiteRendition = SiteMedium['renditions'][number]
