/** The neutral item → a Zalo article. */
import { type Draft, type DraftMedia, type Item, type ItemMedia, pickMedia } from '../contract'
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

/** Zalo fetches pictures itself and takes only percent-encoded addresses. */
function toDraftMedia(media: ItemMedia, wanted: string): DraftMedia[] {
  return pickMedia(media, wanted).map((picked) => ({ ...picked, url: new URL(picked.url).href }))
}

function clean(text: string): string {
  return text.trim().normalize('NFC')
}
