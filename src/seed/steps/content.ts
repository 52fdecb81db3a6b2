import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Payload } from 'payload'
import type { Kind } from '@/channels/contract'
import { slugify } from '@/platform/text'
import { drawCard } from '~/media/cards'
import { ensure } from '../ensure'
import { richTextOf, scenesOf } from '../rich-text'
import { kindOf, type SampleItem, topicOf, variantsOf } from '../sample'
import type { People } from './people'
import type { Vocabulary } from './vocabulary'

export type Seeded = { kind: Kind; id: string }

export type Desk = {
  payload: Payload
  people: People
  vocabulary: Vocabulary
  campaign: string
  task: string | undefined
}

const audienceNames: Readonly<Record<string, string>> = {
  elderly: 'Người cao tuổi',
  youth: 'Thanh thiếu niên',
  officials: 'Cán bộ, công chức',
}

/** Each audience has its own colours, so that a wall of posts can be told apart at a glance. */
const colours: Readonly<Record<string, { background: string; accent: string }>> = {
  elderly: { background: '#0b3c78', accent: '#ffc145' },
  youth: { background: '#5b1a6b', accent: '#5ce1c6' },
  officials: { background: '#7a1420', accent: '#ffd98a' },
}

/** One item with the pictures that are drawn for it, written by the reporter. */
export async function seedItem(desk: Desk, item: SampleItem): Promise<Seeded> {
  const kind = kindOf(item)
  const slug = slugify(item.title)
  const own = await ownFields(desk, item, kind)
  const data = {
    ...own,
    title: item.title,
    lead: item.summary,
    slug,
    organization: desk.people.organization,
    authors: [{ user: desk.people.byRole.reporter }],
    createdBy: desk.people.byRole.reporter,
    audiences: [desk.vocabulary.audiences[item.audience]],
    topics: [desk.vocabulary.topics[topicOf(item)]],
    campaign: desk.campaign,
    tasks: desk.task ? [desk.task] : [],
    hashtags: item.hashtags,
    factCheck: { sources: item.fact_note ?? undefined },
    variants: variantsOf(item),
  }
  return { kind, id: await ensure(desk.payload, kind, { where: { slug: { equals: slug } }, data }) }
}

async function ownFields(desk: Desk, item: SampleItem, kind: Kind): Promise<Record<string, unknown>> {
  const wide = { width: 1200, height: 675 }
  switch (kind) {
    case 'articles':
      return { cover: await seedCard(desk, item, wide), body: richTextOf(item.body) }
    case 'clips':
      return {
        video: await seedClip(desk, item),
        poster: await seedCard(desk, item, wide),
        captions: [{ language: 'vi', file: await seedCaptions(desk, item) }],
        transcript: scenesOf(item.body),
      }
    case 'infographics':
      return { pages: [await seedCard(desk, item, { width: 1080, height: 1350 })], textEquivalent: scenesOf(item.body) }
    case 'handbooks':
      return {
        cover: await seedCard(desk, item, wide),
        edition: 'Lần thứ nhất',
        chapters: [{ title: 'Nội dung chính', body: richTextOf(item.body) }],
      }
  }
}

async function seedCard(desk: Desk, item: SampleItem, size: { width: number; height: number }): Promise<string> {
  const card = {
    title: item.title,
    lead: item.summary,
    audience: audienceNames[item.audience] ?? '',
    label: 'Chậm mà chắc · An toàn thông tin Kon Tum',
    colours: colours[item.audience],
    ...size,
  }
  const data = await drawCard(card)
  return seedMedia(desk, {
    name: `${item.id}-${size.height}.png`,
    mimetype: 'image/png',
    data,
    alt: item.alt_text ?? `Tấm thẻ với dòng chữ: ${item.title}. ${item.summary}`,
  })
}

async function seedClip(desk: Desk, item: SampleItem): Promise<string> {
  const name = `${clipOf(item)}.mp4`
  const data = await readFile(join('media/clips', name))
  return seedMedia(desk, { name: `${item.id}-${name}`, mimetype: 'video/mp4', data, alt: `Video: ${item.title}` })
}

async function seedCaptions(desk: Desk, item: SampleItem): Promise<string> {
  const name = `${clipOf(item)}.vi.srt`
  const data = await readFile(join('media/clips', name))
  const mimetype = 'application/x-subrip'
  return seedMedia(desk, { name: `${item.id}-${name}`, mimetype, data, alt: `Phụ đề tiếng Việt: ${item.title}` })
}

function clipOf({ audience }: SampleItem): string {
  return audience === 'elderly' ? 'otp-la-chia-khoa' : 'dung-muoi-giay'
}

async function seedMedia(
  { payload, people }: Desk,
  { name, mimetype, data, alt }: { name: string; mimetype: string; data: Buffer; alt: string },
): Promise<string> {
  const { docs } = await payload.find({
    collection: 'media',
    where: { and: [{ alt: { equals: alt } }, { filename: { like: name.replace(/\.\w+$/, '') } }] },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const known = docs[0]
  if (known) return String(known.id)
  const created = await payload.create({
    collection: 'media',
    data: { alt, organization: people.organization, credit: 'Lan Tỏa', licence: 'CC BY 4.0' } as never,
    file: { name, mimetype, data, size: data.length },
    depth: 0,
    overrideAccess: true,
  })
  return String(created.id)
}
