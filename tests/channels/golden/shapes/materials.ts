/** Every sample, and one item that uses all of the editor's form, with media for every shape. */
import type { Channel, Draft, Kind, Problem } from '@/channels/contract'
import type { ContentDocument, MediaDocument } from '@/engine/desk/item'
import { draftFor } from '@/engine/desk/item/draft'
import sample from '@/seed/data/sample-content.json'
import type { SampleItem } from '@/seed/sample'
import { documentOf, film, picture, placeOf } from '../items'
import { everything } from './everything'
import { shapesOf, type Shape } from './table'

export type Materials = {
  film: MediaDocument
  upright: MediaDocument
  poster: MediaDocument
  pdf: MediaDocument
  gallery: MediaDocument[]
  captions: { language: string; file: MediaDocument }[]
}

export type Rendered = { name: string; isWhole: boolean; draft: Draft; problems: Problem[]; document: ContentDocument }

/** What has no kind of its own yet goes as the nearest that an editor of today would take. */
const nearest: Readonly<Record<string, Kind>> = {
  article: 'articles',
  video: 'clips',
  infographic: 'infographics',
  handbook: 'handbooks',
  comic: 'infographics',
  radio_bulletin: 'articles',
}
const typeOf = { articles: 'article', clips: 'video', infographics: 'infographic', handbooks: 'handbook' } as const

export const ids = [...sample.items.map(({ id }) => id), 'everything']

/** One sample in each shape, exactly as the desk would freeze it. */
export function renderShapes(channel: Channel, id: string): Rendered[] {
  const { kind, document } = contentOf(channel, id)
  const place = placeOf(channel, id)
  return shapesOf(channel.platform, kind).map((shape) => {
    const shaped = inShape(channel, document, shape)
    const { draft, problems } = draftFor(kind, shaped, place)
    if (!draft) throw new Error(`${id}, ${shape.name}: ${JSON.stringify(problems)}`)
    return { name: shape.name, isWhole: shape.isWhole ?? false, draft, problems, document: shaped }
  })
}

function contentOf(channel: Channel, id: string): { kind: Kind; document: ContentDocument } {
  if (id === 'everything') return { kind: 'articles', document: everything(channel) }
  const one = sample.items.find((item) => item.id === id)
  const kind = nearest[one?.type ?? '']
  if (!one || !kind) throw new Error(`no sample ${id}`)
  return { kind, document: documentOf(channel, { ...one, type: typeOf[kind] } as SampleItem) }
}

function inShape(channel: Channel, document: ContentDocument, shape: Shape): ContentDocument {
  const { platform } = channel
  const own = document.variants?.find(({ blockType }) => blockType === platform)
  const rest = (document.variants ?? []).filter(({ blockType }) => blockType !== platform)
  const variants = [...rest, { blockType: platform, ...own, ...shape.options }]
  return { ...document, ...shape.with?.(materialsFor(channel, document)), variants }
}

function materialsFor(channel: Channel, { id, title }: ContentDocument): Materials {
  const video = film({ id, title })
  const upright = video.renditions?.map((one) => ({ ...one, width: 1080, height: 1920 })) ?? []
  const file = (mimeType: string): MediaDocument => ({
    ...video,
    duration: null,
    renditions: video.renditions?.map((one) => ({ ...one, mimeType, width: null, height: null })) ?? [],
  })
  return {
    film: video,
    upright: { ...video, renditions: upright },
    poster: picture(channel, { id, title }),
    pdf: { ...file('application/pdf'), id: `tep-${id}`, alt: `Tệp: ${title}` },
    gallery: [1, 2].map((place) => picture(channel, { id: `${id}-${place}`, title: `${title} (${place})` })),
    captions: [{ language: 'vi', file: { ...file('application/x-subrip'), id: `phu-de-${id}` } }],
  }
}
