/** Looks for articles in the OA's own list, and says where one that is live can be read. */
import { z } from 'zod'
import { ARMED, ChannelError, type Call, type Published, type SearchKey } from '../contract'
import { readDetail, readSlice, type Listed } from './api'
import { MAX_SLICES, SEARCH_BACK_SECONDS, SLICE_SIZE } from './limits'
import type { ZaloPost } from './options'

/** Shown is published; hidden is "not visible": sending again shows that same article, never a second one. */
export async function find(
  { draft, armedAt }: SearchKey<ZaloPost>,
  call: Call,
): Promise<Published | 'absent' | 'cannot-tell'> {
  const known = armedArticle(call)
  if (known !== null) return settleKnown(call, { article: known, publishedAt: armedAt })
  const found = await searchArticle(call, { title: draft.post.title, marker: draft.marker, since: armedAt })
  if (found === 'absent' || found === 'cannot-tell') return found
  return settle(call, { article: found.id, status: found.status, publishedAt: armedAt })
}

async function settleKnown(call: Call, { article, publishedAt }: { article: string; publishedAt: Date }) {
  const detail = await readDetailIfThere(call, article)
  return detail === null ? 'absent' : settle(call, { article, status: detail.status, publishedAt })
}

type Seen = { article: string; status: string | null | undefined; publishedAt: Date }

async function settle(
  call: Call,
  { article, status, publishedAt }: Seen,
): Promise<Published | 'absent' | 'cannot-tell'> {
  if (status === 'show') return toPublished(call, { article, publishedAt })
  return status === 'hide' ? 'absent' : 'cannot-tell'
}

/** Null when Zalo refuses to show it: removed, or never there. */
export async function readDetailIfThere(call: Call, article: string) {
  try {
    return await readDetail(call, article)
  } catch (error) {
    if (error instanceof ChannelError && error.kind === 'rejected') return null
    throw error
  }
}

const armed = z.object({ article: z.string() })

function armedArticle(call: Call): string | null {
  const found = call.checkpoints.findLast(({ step }) => step === ARMED)
  const handle = armed.safeParse(found?.data)
  return handle.success ? handle.data.article : null
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

/** The article whose title and visible marker are ours, shown or hidden. */
export async function searchArticle(
  call: Call,
  { title, marker, since }: { title: string; marker: string; since: Date },
): Promise<Listed | 'absent' | 'cannot-tell'> {
  const oldest = since.getTime() - SEARCH_BACK_SECONDS * 1000
  const { found, complete } = await findListed(call, async (article) => {
    const isCandidate = article.title?.normalize('NFC') === title && !isOlder(article, oldest)
    return isCandidate && holdsMarker(call, article.id, marker)
  })
  return found ?? (complete ? 'absent' : 'cannot-tell')
}

async function holdsMarker(call: Call, article: string, marker: string): Promise<boolean> {
  const detail = await readDetailIfThere(call, article)
  return (detail?.body ?? []).some(({ content }) => content?.includes(marker))
}

type Walked = { found: Listed | null; complete: boolean }

async function findListed(call: Call, isWanted: (article: Listed) => Promise<boolean>): Promise<Walked> {
  for await (const articles of walkSlices(call)) {
    const found = await firstOf(articles, isWanted)
    if (found || articles.length < SLICE_SIZE) return { found, complete: true }
  }
  return { found: null, complete: false }
}

async function firstOf(articles: Listed[], isWanted: (article: Listed) => Promise<boolean>): Promise<Listed | null> {
  for (const article of articles) if (await isWanted(article)) return article
  return null
}

/** Newest or oldest first is not documented, so nothing rests on the order. */
export async function* walkSlices(call: Call): AsyncGenerator<Listed[]> {
  for (let slice = 0; slice < MAX_SLICES; slice += 1) {
    const articles = await readSlice(call, slice * SLICE_SIZE)
    yield articles
    if (articles.length < SLICE_SIZE) return
  }
}

function isOlder({ create_date: date }: Listed, oldest: number): boolean {
  return readTime(date) < oldest
}

/** Seconds or milliseconds, as a number or as text, or a date; what cannot be read is NaN, older than nothing. */
function readTime(date: Listed['create_date']): number {
  const number = Number(date ?? Number.NaN)
  if (Number.isNaN(number)) return Date.parse(String(date))
  return number < 100_000_000_000 ? number * 1000 : number
}
