/** The public section on Payload's database. */
import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { channel } from '@/channels/site'
import { now } from '@/platform/clock'
import { rowsOf } from '@/platform/database'
import { deriveToken } from '@/platform/crypto'
import { environment } from '@/platform/env'
import { pageOfContent, readLinks } from './links'
import { payloadPages } from './pages'
import type { Section, Site } from '../site'

export const SECTION_NAME = 'Chuyên trang An toàn thông tin'

export async function openSite(): Promise<Site> {
  return siteOn(await getPayload({ config }))
}

export function siteOn(payload: Payload): Site {
  const { PUBLIC_URL, APP_SECRET, MEDIA_DIRECTORY } = environment()
  return {
    publicUrl: PUBLIC_URL.replace(/\/+$/, ''),
    token: deriveToken(APP_SECRET, channel.platform),
    mediaDirectory: MEDIA_DIRECTORY,
    pages: payloadPages(payload),
    section: () => readSection(payload),
    resolveLink: (code) => resolveLink(payload, code),
    countClick: async (code) => {
      await rowsOf(payload).increment('publications', { trackedCode: code }, { field: 'clicks' })
    },
    links: (publication) => readLinks(payload, publication),
    now,
  }
}

async function readSection(payload: Payload): Promise<Section> {
  const [audiences, topics, campaign] = await Promise.all([
    readNames(payload, 'audiences'),
    readNames(payload, 'topics'),
    readCampaign(payload),
  ])
  return { name: SECTION_NAME, audiences, topics, campaign }
}

async function readNames(
  payload: Payload,
  collection: 'audiences' | 'topics',
): Promise<{ slug: string; name: string }[]> {
  const select = { slug: true, name: true } as const
  const { docs } = await payload.find({ collection, sort: 'order', depth: 0, pagination: false, select })
  return docs.map(({ slug, name }) => ({ slug: String(slug), name: String(name) }))
}

/** The campaign that runs today; of several the one that began last. */
async function readCampaign(payload: Payload): Promise<Section['campaign']> {
  const today = now().toISOString()
  const running = [
    { or: [{ from: { less_than_equal: today } }, { from: { exists: false } }] },
    { or: [{ to: { greater_than_equal: today } }, { to: { exists: false } }] },
  ]
  const { docs } = await payload.find({
    collection: 'campaigns',
    where: { and: running },
    sort: '-from',
    limit: 1,
    pagination: false,
    depth: 0,
  })
  const [campaign] = docs
  return campaign ? { name: campaign.name, slogan: campaign.slogan ?? '', hashtags: campaign.hashtags ?? [] } : null
}

/** A tracked link belongs to a post on any platform; the item behind it is read here, on its own page. */
async function resolveLink(payload: Payload, code: string): Promise<string | null> {
  const { docs: linked } = await payload.find({
    collection: 'publications',
    where: { trackedCode: { equals: code } },
    limit: 1,
    depth: 0,
    pagination: false,
    select: { contentId: true },
  })
  const contentId = linked[0]?.contentId
  return contentId ? ((await pageOfContent(payload, contentId))?.path ?? null) : null
}
