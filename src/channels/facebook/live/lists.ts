/** The Page's own lists, newest first. They list no `since` or `until` in the specification: what is older is left out here. */
import { z, type ZodType } from 'zod'
import type { Call } from '../../contract'
import { ask } from '../api'
import { filmSchema } from '../api/films'

const PAGE_SIZE = '50'
const MAX_PAGES = 10

export const postSchema = z.object({
  id: z.string(),
  message: z.string().nullish(),
  created_time: z.string().nullish(),
  permalink_url: z.string().nullish(),
  is_published: z.boolean().nullish(),
  application: z.object({ id: z.coerce.string() }).nullish(),
  attachments: z.object({ data: z.array(z.object({ url: z.string().nullish() })) }).nullish(),
})
export type ListedPost = z.infer<typeof postSchema>

export const POSTS = {
  edge: 'published_posts',
  fields: 'id,message,created_time,permalink_url,is_published,application,attachments{url}',
  entry: postSchema,
} as const

export const SCHEDULED = { ...POSTS, edge: 'scheduled_posts', fields: 'id,message,created_time' } as const

const listedFilm = filmSchema.extend({ id: z.string(), description: z.string().nullish() })
export type ListedFilm = z.infer<typeof listedFilm>

const FILM_FIELDS = 'id,description,created_time,permalink_url,post_id,published,status'
export const VIDEOS = { edge: 'videos', fields: FILM_FIELDS, entry: listedFilm } as const
export const REELS = { edge: 'video_reels', fields: FILM_FIELDS, entry: listedFilm } as const

export type List<Entry> = { edge: string; fields: string; entry: ZodType<Entry> }

type Page<Entry> = {
  data: Entry[]
  paging?: { cursors?: { after?: string | null } | null; next?: string | null } | null
}

type Search<Entry> = { list: List<Entry>; oldest: number; isOurs(entry: Entry): boolean }

/** `too-many`: the list did not end within what is read. */
export async function searchList<Entry extends { created_time?: string | null }>(
  call: Call,
  { list, oldest, isOurs }: Search<Entry>,
): Promise<Entry | 'absent' | 'too-many'> {
  let after: string | null = null
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const read: Page<Entry> = await readPage(call, { list, after })
    const recent = read.data.filter(({ created_time: at }) => !at || Date.parse(at) >= oldest)
    const ours = recent.find(isOurs)
    if (ours) return ours
    after = nextCursor(read)
    if (after === null || recent.length === 0) return 'absent'
  }
  return 'too-many'
}

function nextCursor({ paging }: Page<unknown>): string | null {
  return paging?.next ? (paging.cursors?.after ?? null) : null
}

function readPage<Entry>(
  call: Call,
  { list, after }: { list: List<Entry>; after: string | null },
): Promise<Page<Entry>> {
  const { edge, fields } = list
  const paging = z.object({
    cursors: z.object({ after: z.string().nullish() }).nullish(),
    next: z.string().nullish(),
  })
  return ask(call, {
    method: 'GET',
    path: `${call.account}/${edge}`,
    query: { fields, limit: PAGE_SIZE, ...(after === null ? {} : { after }) },
    schema: z.object({ data: z.array(list.entry), paging: paging.nullish() }) as ZodType<Page<Entry>>,
  })
}
