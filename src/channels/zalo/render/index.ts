/** The neutral item → a Zalo article or video article. */
import { type Draft, type DraftMedia, type Item, type ItemMedia, pickMedia } from '../../contract'
import { options, type Options, type ZaloPost } from '../options'
import { renderBody } from './body'
import { renderBroadcast } from './target'

const COVER_ORDER: readonly ItemMedia['role'][] = ['cover', 'poster', 'page', 'photo']

export function render(item: Item): Draft<ZaloPost> {
  const chosen = options.parse(item.variant.options ?? {})
  const cover = findCover(item.media)
  const rest = isVideo(item, chosen) ? findVideos(item.media) : item.media.filter(isInBody).flatMap(toPicture)
  const post = renderPost(item, chosen, cover)
  return {
    platform: 'zalo',
    title: post.title,
    text: readableText(post),
    marker: item.link,
    media: [...(cover ? [cover] : []), ...rest],
    post,
  }
}

function isVideo({ kind }: Item, { presentation }: Options): boolean {
  return presentation === 'auto' ? kind === 'clips' : presentation === 'video'
}

function renderPost(item: Item, chosen: Options, cover: DraftMedia | undefined): ZaloPost {
  const lead = (item.variant.text || item.lead).replaceAll('{link}', item.link)
  const common = {
    title: clean(item.variant.title || item.title),
    coverUrl: cover?.url ?? null,
    comment: chosen.comments,
    broadcast: renderBroadcast(chosen),
  }
  if (isVideo(item, chosen)) return { type: 'video', ...common, description: withLink(clean(lead), item.link) }
  const description = clean(lead)
  return {
    type: 'normal',
    ...common,
    description,
    author: clean(chosen.author || signersOf(item)),
    body: renderBody(item, { pictures: item.media.filter(isInBody), description }),
    cite: clean(chosen.cite ?? ''),
    related: chosen.related.map((reference) => reference.trim()).filter(Boolean),
  }
}

function signersOf({ authors, organization }: Item): string {
  return authors.join(', ') || organization.name
}

/** A video article has no other text in which the link could stand. */
function withLink(text: string, link: string): string {
  return text.includes(link) ? text : [text, `Xem đầy đủ: ${link}`].filter(Boolean).join('\n')
}

function readableText(post: ZaloPost): string {
  if (post.type === 'video') return post.description
  const texts = post.body.flatMap((block) => (block.type === 'text' ? [block.content] : []))
  return [post.description, ...texts].filter((text) => text !== '').join('\n\n')
}

function findCover(media: ItemMedia[]): DraftMedia | undefined {
  return COVER_ORDER.flatMap((role) => media.filter((one) => one.role === role))
    .flatMap((one) => toDraftMedia(one, 'zalo-cover'))
    .at(0)
}

function findVideos(media: ItemMedia[]): DraftMedia[] {
  return media
    .filter(({ role }) => role === 'video')
    .flatMap((one) => pickMedia(one, 'original'))
    .slice(0, 1)
}

/** A cover already stands above the article. */
function isInBody({ role }: ItemMedia): boolean {
  return role === 'photo' || role === 'page'
}

function toPicture(media: ItemMedia): DraftMedia[] {
  return toDraftMedia(media, 'zalo-picture')
}

/** Zalo fetches pictures itself and takes only percent-encoded addresses. */
function toDraftMedia(media: ItemMedia, wanted: string): DraftMedia[] {
  return pickMedia(media, wanted).map((picked) => ({ ...picked, url: new URL(picked.url).href }))
}

function clean(text: string): string {
  return text.trim().normalize('NFC')
}
