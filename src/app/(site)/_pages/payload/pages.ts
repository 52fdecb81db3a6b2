/** The pages of the section in Payload's database. */
import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { sitePost } from '@/channels/site/post'
import { rowsOf } from '@/platform/database'
import type { NewPage, Page, PageList, PageStore } from '../site'

const PAGES = 'pages'
const EVERYONE = 'everyone'

const stored = z.object({
  publication: z.string(),
  slug: z.string(),
  post: sitePost,
  hash: z.string(),
  state: z.enum(['live', 'gone']),
  publishedAt: z.coerce.date(),
  views: z.number(),
})

export function payloadPages(payload: Payload): PageStore {
  return {
    findByPublication: async (publication) =>
      (await find(payload, { where: { publication: { equals: publication } }, limit: 1 }))[0] ?? null,
    findBySlug: async (slug) => {
      const [live] = await find(payload, { where: { address: { equals: slug } }, limit: 1 })
      if (live) return live
      const [gone] = await find(payload, { where: { slug: { equals: slug } }, limit: 1, sort: '-withdrawnAt' })
      return gone ?? null
    },
    listLive: (list) =>
      find(payload, { where: liveFor(list), limit: list.limit, ...(list.skip ? { skip: list.skip } : {}) }),
    listAddresses: (limit) => listAddresses(payload, limit),
    insert: (page) => insert(payload, page),
    replace: async (publication, { post, hash }) => {
      await payload.update({
        collection: PAGES,
        where: { publication: { equals: publication } },
        data: { ...columnsOf(post), hash },
        depth: 0,
      })
    },
    withdraw: async (publication, at) => {
      const where = { publication: { equals: publication }, state: { equals: 'live' } }
      await payload.update({
        collection: PAGES,
        where,
        data: { state: 'gone', address: `gone:${publication}`, withdrawnAt: at.toISOString() },
        depth: 0,
      })
    },
    countView: async (publication) => {
      await rowsOf(payload).increment(PAGES, { publication }, { field: 'views' })
    },
    readViews: (publications) => readViews(payload, publications),
  }
}

async function readViews(payload: Payload, publications: readonly string[]): Promise<Record<string, number>> {
  const found = await rowsOf(payload).find<{ id: string; publication: string; views: number }>(PAGES, {
    where: { publication: { in: publications }, state: 'live' },
    select: ['publication', 'views'],
  })
  return Object.fromEntries(found.map(({ publication, views }) => [publication, views]))
}

type Query = { where: Where; limit: number; skip?: number; sort?: string }

/** Payload skips whole pages only; a list that looks one row ahead does not start on one, so that the few before are read too. */
async function find(payload: Payload, { where, limit, skip = 0, sort = '-publishedAt' }: Query): Promise<Page[]> {
  const { docs } = await payload.find({
    collection: PAGES,
    where,
    depth: 0,
    sort,
    limit: skip + limit,
    pagination: false,
  })
  return docs.slice(skip).map((document) => stored.parse(document))
}

function liveFor({ audience, topic }: PageList): Where {
  const meant: Where[] = audience ? [{ audiences: { in: [audience, EVERYONE] } }] : []
  const about: Where[] = topic ? [{ topics: { in: [topic] } }] : []
  return { and: [{ state: { equals: 'live' } }, ...meant, ...about] }
}

/** Without the pages themselves: there may be tens of thousands. */
async function listAddresses(payload: Payload, limit: number): Promise<{ slug: string; changedAt: Date }[]> {
  const found = await rowsOf(payload).find<{ id: string; slug: string; updatedAt: Date }>(PAGES, {
    where: { state: 'live' },
    sort: '-publishedAt',
    limit,
    select: ['slug', 'updatedAt'],
  })
  return found.map(({ slug, updatedAt }) => ({ slug, changedAt: updatedAt }))
}

async function insert(
  payload: Payload,
  { publication, slug, post, hash, publishedAt }: NewPage,
): Promise<Page | 'taken'> {
  try {
    const data = {
      publication,
      slug,
      address: slug,
      ...columnsOf(post),
      hash,
      state: 'live' as const,
      publishedAt: publishedAt.toISOString(),
      views: 0,
    }
    return stored.parse(await payload.create({ collection: PAGES, data, depth: 0 }))
  } catch (cause) {
    if (isTaken(cause)) return 'taken'
    throw cause
  }
}

const notUnique = z.object({ data: z.object({ errors: z.array(z.object({ path: z.string() })) }) })
const writeConflict = z.object({ code: z.literal(112) })

/** By shape: in the web bundle Payload's error classes have lost their names. Two at once is a write conflict on MongoDB. */
function isTaken(cause: unknown): boolean {
  if (writeConflict.safeParse(cause).success) return true
  const { data: failure } = notUnique.safeParse(cause)
  return failure?.data.errors.some(({ path }) => path === 'address' || path === 'publication') ?? false
}

function columnsOf(post: NewPage['post']) {
  const { kind, title, lead } = post
  return {
    kind,
    title,
    lead,
    audiences: post.audiences.map(({ slug }) => slug),
    topics: post.topics.map(({ slug }) => slug),
    post,
  }
}
