/** The sample content as the engine hands it to a driver, with everything fixed that would differ from run to run. */
import { createHash } from 'node:crypto'
import type { Channel, Item, Rendition } from '@/channels/contract'
import { type ContentDocument, itemOf, type MediaDocument, type Place } from '@/engine/desk/item'
import { slugify } from '@/platform/text'
import sample from '@/seed/data/sample-content.json'
import { richTextOf, scenesOf } from '@/seed/rich-text'
import { kindOf, placesOf, type SampleItem, variantsOf } from '@/seed/sample'

const audiences = { elderly: 'Người cao tuổi', youth: 'Thanh thiếu niên', officials: 'Cán bộ, công chức' } as const

/** Comics and radio bulletins have no collection yet. */
const types = ['article', 'video', 'infographic', 'handbook']

/** Those that the platform can show, by their id in the sample. */
export function sampleItemsFor(channel: Channel): { id: string; item: Item }[] {
  return (sample.items as SampleItem[])
    .filter((one) => types.includes(one.type) && placesOf[kindOf(one)].includes(channel.platform))
    .map((one) => ({ id: one.id, item: toItem(channel, one) }))
}

function toItem(channel: Channel, one: SampleItem): Item {
  return itemOf(kindOf(one), documentOf(channel, one), placeOf(channel, one.id))
}

/** One account, with a signature and a tracked link that never change. */
export function placeOf({ platform }: Channel, id: string): Place {
  return {
    platform,
    publication: `publication-${id}`,
    link: `https://attt.kontum.gov.vn/l/${id.replace('-', '')}golden`,
    signature: 'Công an tỉnh Kon Tum · Trực ban 113',
  }
}

/** As the seed writes it down. */
export function documentOf(channel: Channel, one: SampleItem): ContentDocument {
  const audience = one.audience as keyof typeof audiences
  return {
    id: one.id,
    title: one.title,
    lead: one.summary,
    slug: slugify(one.title),
    language: one.language,
    hashtags: one.hashtags,
    audiences: [{ slug: audience, name: audiences[audience] }],
    topics: [{ slug: 'canh-bao', name: 'Cảnh báo' }],
    authors: [{ user: { name: 'Y Hạnh', penName: 'Hạnh Y' } }],
    organization: { id: 'kon-tum', name: 'Công an tỉnh Kon Tum' },
    variants: variantsOf(one) as ContentDocument['variants'],
    ...ownFields(channel, one),
  }
}

function ownFields(channel: Channel, one: SampleItem): Partial<ContentDocument> {
  const card = () => picture(channel, one)
  switch (kindOf(one)) {
    case 'articles':
      return { cover: card(), body: richTextOf(one.body) }
    case 'clips':
      return { video: film(one), poster: card(), transcript: scenesOf(one.body) }
    case 'infographics':
      return { pages: [card()], textEquivalent: scenesOf(one.body) }
    case 'handbooks':
      return { cover: card(), chapters: [{ title: 'Nội dung chính', body: richTextOf(one.body) }] }
  }
}

export function picture({ renditions }: Channel, { id, title }: Pick<SampleItem, 'id' | 'title'>): MediaDocument {
  const wanted = [{ name: 'original', width: 1200, height: 675, format: 'png' }, ...renditions]
  const made = wanted.map(({ name, width, height = 675, format }) =>
    rendition(`${id} ${name}`, { name, mimeType: `image/${format}`, width, height, bytes: 80_000 }),
  )
  return { id: `anh-${id}`, alt: `Tấm thẻ: ${title}`, credit: 'Lan Tỏa', renditions: made }
}

export function film({ id, title }: Pick<SampleItem, 'id' | 'title'>): MediaDocument {
  const facts = { name: 'original', mimeType: 'video/mp4', width: 1280, height: 720, bytes: 900_000 }
  return { id: `phim-${id}`, alt: `Video: ${title}`, duration: 90, renditions: [rendition(`${id} phim`, facts)] }
}

function rendition(
  seed: string,
  facts: Pick<Rendition, 'name' | 'mimeType' | 'width' | 'height' | 'bytes'>,
): Rendition {
  const sha256 = createHash('sha256').update(seed).digest('hex')
  return { ...facts, sha256, url: `https://attt.kontum.gov.vn/media/${sha256.slice(0, 12)}` }
}
