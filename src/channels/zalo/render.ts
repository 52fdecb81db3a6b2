/** The neutral item → a Zalo article. */
import type { Draft, DraftMedia, Item, ItemMedia } from '../contract'
import { renderBody } from './body'
import { options, type ZaloPost } from './options'

const COVER_ORDER: readonly ItemMedia['role'][] = ['cover', 'poster', 'page', 'photo']

export function render(item: Item): Draft<ZaloPost> {
  const cover = findCover(item.media)
  const pictures = item.media.filter(isInBody)
  const post = renderPost(item, cover, pictures)
  return {
    platform: 'zalo',
    title: post.title,
    text: readableText(post),
    marker: item.link,
    media: [...(cover ? [cover] : []), ...pictures.flatMap((media) => toDraftMedia(media, 'zalo-picture'))],
    post,
  }
}

function renderPost(item: Item, cover: DraftMedia | undefined, pictures: ItemMedia[]): ZaloPost {
  const { author, comments } = options.parse(item.variant.options ?? {})
  return {
    title: clean(item.variant.title || item.title),
    author: clean(author || item.authors.join(', ') || item.organization.name),
    description: clean((item.variant.text || item.lead).replaceAll('{link}', item.link)),
    coverUrl: cover?.url ?? null,
    body: renderBody(item, pictures),
    comment: comments,
  }
}

function readableText({ description, body }: ZaloPost): string {
  const texts = body.flatMap((block) => (block.type === 'text' ? [block.content] : []))
  return [description, ...texts].filter((text) => text !== '').join('\n\n')
}

function findCover(media: ItemMedia[]): DraftMedia | undefined {
  return COVER_ORDER.flatMap((role) => media.filter((one) => one.role === role))
    .flatMap((one) => toDraftMedia(one, 'zalo-cover'))
    .at(0)
}

/** A cover already stands above the article. */
function isInBody({ role }: ItemMedia): boolean {
  return role === 'photo' || role === 'page'
}

function toDraftMedia(media: ItemMedia, wanted: string): DraftMedia[] {
  const { renditions } = media
  const chosen = renditions.find(({ name }) => name === wanted) ?? renditions.find(({ name }) => name === 'original')
  if (!chosen) return []
  const { name, ...facts } = chosen
  const url = new URL(facts.url).href
  return [
    {
      id: media.id,
      role: media.role,
      rendition: name,
      alt: media.alt.normalize('NFC'),
      duration: media.duration,
      ...facts,
      url,
    },
  ]
}

function clean(text: string): string {
  return text.trim().normalize('NFC')
}
