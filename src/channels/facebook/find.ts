/** Looks for a post whose send got no answer, in the Page's own list. */
import { z } from 'zod'
import type { Call, Published, SearchKey } from '../contract'
import { ask, urlOf } from './api'
import { CLOCK_SKEW_SECONDS } from './limits'
import type { FacebookPost } from './options'

const PAGE_SIZE = '50'
const MAX_PAGES = 10

const listed = z.object({
  id: z.string(),
  message: z.string().nullish(),
  created_time: z.string(),
  permalink_url: z.string().nullish(),
  is_published: z.boolean().nullish(),
  attachments: z.object({ data: z.array(z.object({ url: z.string().nullish() })) }).nullish(),
})
type Listed = z.infer<typeof listed>

const listing = z.object({
  data: z.array(listed),
  paging: z
    .object({ cursors: z.object({ after: z.string().nullish() }).nullish(), next: z.string().nullish() })
    .nullish(),
})
type Listing = z.infer<typeof listing>

export async function find(
  { draft, armedAt }: SearchKey<FacebookPost>,
  call: Call,
): Promise<Published | 'absent' | 'cannot-tell'> {
  const oldest = armedAt.getTime() - CLOCK_SKEW_SECONDS * 1000
  let after: string | null = null
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const listed = await readPage(call, after)
    const recent = listed.data.filter((post) => Date.parse(post.created_time) >= oldest)
    const ours = recent.find((post) => isOurs(post, draft.marker))
    if (ours) return toPublished(ours)
    after = nextCursor(listed)
    if (after === null || recent.length === 0) return 'absent'
  }
  return 'cannot-tell'
}

function nextCursor({ paging }: Listing): string | null {
  return paging?.next ? (paging.cursors?.after ?? null) : null
}

function readPage(call: Call, after: string | null): Promise<Listing> {
  const fields = 'id,message,created_time,permalink_url,is_published,attachments{url}'
  const query = { fields, limit: PAGE_SIZE, ...(after === null ? {} : { after }) }
  return ask(call, { method: 'GET', path: `${call.account}/published_posts`, query, schema: listing })
}

function isOurs(post: Listed, marker: string): boolean {
  if (post.is_published === false) return false
  const addresses = post.attachments?.data.map(({ url }) => url ?? '') ?? []
  return (post.message ?? '').normalize('NFC').includes(marker) || addresses.some((url) => leadsTo(url, marker))
}

/** Facebook wraps outgoing links as `https://l.facebook.com/l.php?u=<encoded>`. */
function leadsTo(url: string, marker: string): boolean {
  return url === marker || (URL.canParse(url) && new URL(url).searchParams.get('u') === marker)
}

function toPublished(post: Listed): Published {
  return { outcome: 'published', remoteId: post.id, url: urlOf(post), publishedAt: new Date(post.created_time) }
}
