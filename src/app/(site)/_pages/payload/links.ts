/** From an item to its page here, and between a wrong item and its corrections. */
import type { Payload } from 'payload'
import { channel } from '@/channels/site'
import { rowsOf } from '@/platform/database'
import type { PageLink, PageLinks } from '../site'

type Correction = { id: string; wrongId: string; wrongTitle: string; correctionId: string | null }

export async function readLinks(payload: Payload, publication: string): Promise<PageLinks> {
  const contentId = await contentOf(payload, publication)
  if (!contentId) return { corrections: [], corrected: null }
  const rows = rowsOf(payload)
  const [its, own] = await Promise.all([
    rows.find<Correction>('corrections', { where: { wrongId: contentId }, sort: '-number' }),
    rows.find<Correction>('corrections', { where: { correctionId: contentId }, limit: 1 }),
  ])
  const pages = await Promise.all(its.map(({ correctionId }) => pageOfContent(payload, correctionId ?? '')))
  const corrections = pages.flatMap((page) => (page && !page.isGone ? [page] : []))
  const [correction] = own
  return { corrections, corrected: correction ? await pageOfContent(payload, correction.wrongId) : null }
}

/** Read through Payload, which takes an id that no row of this database could have for one that is not there. */
async function contentOf(payload: Payload, publication: string): Promise<string | null> {
  const found = await payload.findByID({
    collection: 'publications',
    id: publication,
    depth: 0,
    disableErrors: true,
    select: { contentId: true },
  })
  return found?.contentId ?? null
}

export async function pageOfContent(payload: Payload, contentId: string): Promise<PageLink | null> {
  const bare = { depth: 0, pagination: false } as const
  const ours = { contentId: { equals: contentId }, platform: { equals: channel.platform } }
  const { docs: publications } = await payload.find({
    collection: 'publications',
    where: ours,
    ...bare,
    select: { contentId: true },
  })
  if (publications.length === 0) return null
  const where = { publication: { in: publications.map(({ id }) => String(id)) } }
  // `live` sorts after `gone`: a page that can be read comes before one that says it was withdrawn.
  const { docs: pages } = await payload.find({
    collection: 'pages',
    where,
    sort: ['-state', '-publishedAt'],
    limit: 1,
    ...bare,
    select: { slug: true, title: true, state: true },
  })
  const [page] = pages
  return page ? { title: page.title, path: `/tin/${page.slug}`, isGone: page.state === 'gone' } : null
}
