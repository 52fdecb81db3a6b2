/** Looks for articles in the OA's own list, and says where one that is live can be read. */
import { ChannelError, type Call, type Published, type SearchKey } from '../contract'
import { readDetail, type Detail } from './api/articles'
import { findListed, readTime, type Listed } from './api/list'
import { SEARCH_BACK_SECONDS } from './limits'
import type { ZaloPost } from './options'
import { broadcastState, recallArmedShow } from './publish/memory'
import { withRefusal, withReview } from './publish/remarks'

type Found = Published | 'absent' | 'cannot-tell'

/**
 * Shown is published; hidden is "not visible": sending again shows that same article, never a second one. Of a broadcast
 * there is no list: whether one without an answer went out, a person sees on the OA's own pages.
 */
export async function find(key: SearchKey<ZaloPost>, call: Call): Promise<Found> {
  const broadcast = broadcastState(call)
  if (broadcast.kind === 'open') return 'cannot-tell'
  const found = await findArticle(key, call)
  if (typeof found === 'string' || !key.draft.post.broadcast) return found
  if (broadcast.kind === 'answered') return withReview(found)
  if (broadcast.kind === 'refused') return withRefusal(found, broadcast.code)
  // Visible and not broadcast yet: sending again shows nothing twice and does what is left.
  return 'absent'
}

async function findArticle({ draft, armedAt }: SearchKey<ZaloPost>, call: Call): Promise<Found> {
  const known = recallArmedShow(call)
  if (known !== null) return settleKnown(call, { article: known.value.article, publishedAt: known.at })
  const found = await searchArticle(call, { title: draft.post.title, marker: draft.marker, since: armedAt })
  if (found === 'absent' || found === 'cannot-tell') return found
  return settle(call, { article: found.id, status: found.status, publishedAt: armedAt })
}

async function settleKnown(call: Call, { article, publishedAt }: { article: string; publishedAt: Date }) {
  const detail = await readDetailIfThere(call, article)
  return detail === null ? 'absent' : settle(call, { article, status: detail.status, publishedAt })
}

type Seen = { article: string; status: string | null | undefined; publishedAt: Date }

async function settle(call: Call, { article, status, publishedAt }: Seen): Promise<Found> {
  if (status === 'show') return toPublished(call, { article, publishedAt })
  return status === 'hide' ? 'absent' : 'cannot-tell'
}

/** Null when Zalo refuses to show it: removed, or never there. */
export async function readDetailIfThere(call: Call, article: string): Promise<Detail | null> {
  try {
    return await readDetail(call, article)
  } catch (error) {
    if (error instanceof ChannelError && error.kind === 'rejected') return null
    throw error
  }
}

/** The article is live already, so a failure to read its address must not become a failure of the publication. */
export async function toPublished(
  call: Call,
  { article, publishedAt }: { article: string; publishedAt: Date },
): Promise<Published> {
  const url = await readUrl(call, article).catch((error: unknown) => {
    if (!(error instanceof ChannelError)) throw error
    call.log.warn({ article, code: error.code }, 'zalo article address unknown')
    return null
  })
  return { outcome: 'published', remoteId: article, url: url ?? `https://zalo.me/${call.account}`, publishedAt }
}

async function readUrl(call: Call, article: string): Promise<string | null> {
  const { found } = await findListed(call, async ({ id }) => id === article)
  return found?.link_view || null
}

type Search = { title: string; marker: string; since: Date }

/** The article whose title and visible marker are ours, shown or hidden. */
export async function searchArticle(
  call: Call,
  { title, marker, since }: Search,
): Promise<Listed | 'absent' | 'cannot-tell'> {
  const oldest = since.getTime() - SEARCH_BACK_SECONDS * 1000
  const { found, complete } = await findListed(call, async (article) => {
    const isCandidate = article.title?.normalize('NFC') === title && !(readTime(article.create_date) < oldest)
    return isCandidate && holdsMarker(call, article.id, marker)
  })
  return found ?? (complete ? 'absent' : 'cannot-tell')
}

/** In the text of an article; a video article has only its description. */
async function holdsMarker(call: Call, article: string, marker: string): Promise<boolean> {
  const detail = await readDetailIfThere(call, article)
  const texts = [detail?.description, ...(detail?.body ?? []).map(({ content }) => content)]
  return texts.some((text) => text?.normalize('NFC').includes(marker))
}
