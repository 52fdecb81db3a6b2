/** The neutral item → what a Facebook Page takes. */
import { type Draft, type DraftMedia, type Item, type ItemMedia, pickMedia } from '../contract'
import { options, type FacebookPost } from './options'

const PICTURE_ROLES = new Set<ItemMedia['role']>(['cover', 'photo', 'page'])

export function render(item: Item): Draft<FacebookPost> {
  const message = writeMessage(item)
  const pictures = wantsPhotos(item)
    ? item.media.filter(isPicture).flatMap((media) => pickMedia(media, 'facebook-photo'))
    : []
  return {
    platform: 'facebook',
    title: (item.variant.title || item.title).normalize('NFC'),
    text: message,
    marker: item.link,
    media: pictures,
    post: { message, link: wantsLink(item, pictures) ? item.link : null, photos: pictures.map(({ id }) => id) },
  }
}

/** The link always stands in the visible text: it leads to the whole item, and a lost post is found again by it. */
function writeMessage(item: Item): string {
  const own = item.variant.text.trim()
  const parts = own === '' ? standardParts(item) : ownParts(own, item.link)
  return [...parts, item.signature.trim()]
    .filter((part) => part !== '')
    .join('\n\n')
    .normalize('NFC')
}

function standardParts(item: Item): string[] {
  const title = item.variant.title.trim() || item.title.trim()
  return [title, item.lead.trim(), item.link, item.hashtags.map(toHashtag).join(' ')]
}

function ownParts(text: string, link: string): string[] {
  const filled = text.replaceAll('{link}', link)
  return filled.includes(link) ? [filled] : [filled, link]
}

function toHashtag(word: string): string {
  return word.startsWith('#') ? word : `#${word}`
}

function presentation(item: Item) {
  return options.parse(item.variant.options ?? {}).presentation
}

/** A clip goes out as a link post: its picture is the poster that Facebook reads from the linked page. */
function wantsPhotos(item: Item): boolean {
  const chosen = presentation(item)
  return chosen === 'photos' || (chosen === 'auto' && item.kind !== 'clips')
}

function wantsLink(item: Item, pictures: DraftMedia[]): boolean {
  return pictures.length === 0 && presentation(item) !== 'text'
}

function isPicture(media: ItemMedia): boolean {
  return PICTURE_ROLES.has(media.role)
}
