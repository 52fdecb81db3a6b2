/** The OA's own list of articles, page by page. Newest or oldest first is not documented: nothing rests on the order. */
import { z } from 'zod'
import type { Call } from '../../contract'
import { MAX_SLICES, SLICE_SIZE } from '../limits'
import { id } from './articles'
import { ask } from './ask'

/** Numbers and dates were seen as numbers and as text. */
const count = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).nullish()
const listed = z.object({
  id,
  title: z.string().nullish(),
  status: z.string().nullish(),
  total_view: count,
  total_share: count,
  create_date: z.union([z.number(), z.string()]).nullish(),
  link_view: z.string().nullish(),
})
export type Listed = z.infer<typeof listed>
const slice = z.object({ data: z.object({ total: count, medias: z.array(listed).nullish() }) })

const TYPES = ['normal', 'video'] as const
type Type = (typeof TYPES)[number]

type IsWanted = (article: Listed) => Promise<boolean>

/** `complete` is false when the list was longer than we read: what was not found may still be there. */
export type Walked = { found: Listed | null; complete: boolean }

export async function findListed(call: Call, isWanted: IsWanted): Promise<Walked> {
  let complete = true
  for (const type of TYPES) {
    const walked = await walk(call, type, isWanted)
    if (walked.found) return walked
    complete &&= walked.complete
  }
  return { found: null, complete }
}

async function walk(call: Call, type: Type, isWanted: IsWanted): Promise<Walked> {
  let offset = 0
  for (let page = 0; page < MAX_SLICES; page += 1) {
    const { articles, total } = await readSlice(call, { type, offset })
    const found = await firstOf(articles, isWanted)
    offset += articles.length
    if (found || isLast({ got: articles.length, offset, total })) return { found, complete: true }
  }
  return { found: null, complete: false }
}

/** By the total where Zalo tells it: a page may hold fewer than we asked for. */
function isLast({ got, offset, total }: { got: number; offset: number; total: number | null | undefined }): boolean {
  return got === 0 || (typeof total === 'number' ? offset >= total : got < SLICE_SIZE)
}

async function firstOf(articles: Listed[], isWanted: IsWanted): Promise<Listed | null> {
  for (const article of articles) if (await isWanted(article)) return article
  return null
}

async function readSlice(call: Call, { type, offset }: { type: Type; offset: number }) {
  const query = { offset: String(offset), limit: String(SLICE_SIZE), type }
  const { data } = await ask(call, { path: 'article/getslice', query, schema: slice })
  return { articles: data.medias ?? [], total: data.total }
}

/** Seconds or milliseconds, as a number or as text, or a date; what cannot be read is NaN, older than nothing. */
export function readTime(date: Listed['create_date']): number {
  const number = Number(date ?? Number.NaN)
  if (Number.isNaN(number)) return Date.parse(String(date))
  return number < 100_000_000_000 ? number * 1000 : number
}
