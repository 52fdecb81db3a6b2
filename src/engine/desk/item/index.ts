/** A content document → the neutral item from which every driver renders. */
import type { Block, Item, ItemMedia, Json, Kind, MediaRole, Rendition } from '@/channels/contract'
import { blocksOf, paragraphsOf } from './blocks'
import { asCorrection, type CorrectionGroup, correctionIn } from './correction'
import { picturesWithin } from './pictures'

export type MediaDocument = {
  id: string
  alt: string
  caption?: string | null
  credit?: string | null
  mimeType?: string | null
  duration?: number | null
  renditions?: Rendition[] | null
  renditionState?: string | null
}

type Named = { slug: string; name: string }

/** The document read with depth 1, whatever its kind; fields of other kinds are simply absent. */
export type ContentDocument = {
  id: string
  title: string
  lead?: string | null
  slug: string
  language?: string | null
  hashtags?: string[] | null
  audiences: Named[]
  topics: Named[]
  authors?: { penName?: string | null; user?: { name: string; penName?: string | null } | null }[] | null
  organization: { id: string; name: string }
  variants?: ({ blockType: string; title?: string | null; text?: string | null } & Record<string, unknown>)[] | null
  body?: unknown
  transcript?: string | null
  textEquivalent?: string | null
  chapters?: { title: string; body: unknown }[] | null
  cover?: MediaDocument | null
  gallery?: MediaDocument[] | null
  video?: MediaDocument | null
  poster?: MediaDocument | null
  pages?: MediaDocument[] | null
  pdf?: MediaDocument | null
  captions?: { language: string; file?: MediaDocument | null }[] | null
  correction?: CorrectionGroup | null
}

type Part = { role: MediaRole; medium: MediaDocument; language?: string }

export type Place = { platform: string; publication: string; link: string; signature: string }

export function itemOf(kind: Kind, document: ContentDocument, place: Place): Item {
  const item = plainItemOf(kind, document, place)
  const correction = correctionIn(document)
  return correction ? asCorrection(item, correction) : item
}

function plainItemOf(kind: Kind, document: ContentDocument, place: Place): Item {
  return {
    publication: place.publication,
    kind,
    title: document.title,
    lead: document.lead ?? '',
    language: document.language ?? 'vi',
    body: bodyOf(document),
    hashtags: document.hashtags ?? [],
    audiences: document.audiences.map(nameOf),
    topics: document.topics.map(nameOf),
    authors: authorsOf(document),
    organization: { name: document.organization.name },
    slug: document.slug,
    link: place.link,
    media: mediaOf(document),
    signature: place.signature,
    variant: variantOf(document, place.platform),
  }
}

/** Every medium of the document with the part it plays, in the order in which it is shown. */
export function mediaDocumentsOf(document: ContentDocument): Part[] {
  const named = namedMediaOf(document)
  const known = new Set(named.map(({ medium }) => medium.id))
  // A picture between the paragraphs is one of the article's photos, whether or not it was also put among them.
  const within = [document.body, ...(document.chapters ?? []).map(({ body }) => body)]
    .flatMap(picturesWithin)
    .filter(({ id }) => !known.has(id) && known.add(id))
  return [...named, ...within.map((medium): Part => ({ role: 'photo', medium }))]
}

function namedMediaOf(document: ContentDocument): Part[] {
  const one = (role: MediaRole, medium?: MediaDocument | null) => (medium ? [{ role, medium }] : [])
  const many = (role: MediaRole, media?: MediaDocument[] | null) => (media ?? []).map((medium) => ({ role, medium }))
  return [
    ...one('cover', document.cover),
    ...many('photo', document.gallery),
    ...many('page', document.pages),
    ...one('video', document.video),
    ...one('poster', document.poster),
    ...one('document', document.pdf),
    ...(document.captions ?? []).flatMap(({ language, file }) =>
      one('captions', file).map((part) => ({ ...part, language })),
    ),
  ]
}

function bodyOf(document: ContentDocument): Block[] {
  const chapters = (document.chapters ?? []).flatMap<Block>(({ title, body }) => [
    { type: 'heading', level: 2, text: title },
    ...blocksOf(body),
  ])
  return [
    ...blocksOf(document.body),
    ...paragraphsOf(document.transcript ?? ''),
    ...paragraphsOf(document.textEquivalent ?? ''),
    ...chapters,
  ]
}

function mediaOf(document: ContentDocument): ItemMedia[] {
  return mediaDocumentsOf(document).map(({ role, medium, language }) => ({
    id: medium.id,
    role,
    alt: medium.alt,
    caption: medium.caption ?? '',
    credit: medium.credit ?? '',
    duration: medium.duration ?? null,
    ...(language ? { language } : {}),
    renditions: (medium.renditions ?? []).map(renditionOf),
  }))
}

/** Where a rendition is kept is ours; a driver sees only what it is and where the public finds it. */
function renditionOf({ name, mimeType, bytes, sha256, width, height, url }: Rendition): Rendition {
  return { name, mimeType, bytes, sha256, width, height, url }
}

function variantOf(document: ContentDocument, platform: string): Item['variant'] {
  const found = document.variants?.find(({ blockType }) => blockType === platform)
  if (!found) return { title: '', text: '', options: {} }
  const { id: _id, blockType: _blockType, blockName: _blockName, title, text, ...rest } = found
  const options = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined))
  return { title: title ?? '', text: text ?? '', options: options as Json }
}

function authorsOf({ authors }: ContentDocument): string[] {
  return (authors ?? []).map(({ penName, user }) => penName || user?.penName || user?.name || '').filter(Boolean)
}

function nameOf({ slug, name }: Named): Named {
  return { slug, name }
}
