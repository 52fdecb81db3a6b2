/** The neutral item → what a Facebook Page takes. */
import { type Draft, type DraftMedia, type Item, type ItemMedia, pickMedia } from '../contract'
import { options, type FacebookPost, type Film } from './options'

const PICTURE_ROLES = new Set<ItemMedia['role']>(['cover', 'photo', 'page'])

export function render(item: Item): Draft<FacebookPost> {
  const message = writeMessage(item)
  const title = (item.variant.title.trim() || item.title.trim()).normalize('NFC')
  const { media, ...carried } = carry(item, title)
  return { platform: 'facebook', title, text: message, marker: item.link, media, post: { message, ...carried } }
}

/** What the words carry: a film, photos, a link, or nothing. */
function carry(item: Item, title: string): Omit<FacebookPost, 'message'> & { media: DraftMedia[] } {
  const films = filmsOf(item)
  const as = filmKind(item, films)
  if (as) return { media: films, link: null, photos: [], film: { as, title, media: films[0]?.id ?? null } }
  const pictures = wantsPhotos(item) ? picturesOf(item) : []
  const link = wantsLink(item, pictures) ? item.link : null
  return { media: pictures, link, photos: pictures.map(({ id }) => id), film: null }
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

/** What the editor chose stays chosen even when there is no film: `inspect` says so. */
function filmKind(item: Item, films: DraftMedia[]): Film['as'] | null {
  const chosen = presentation(item)
  if (chosen === 'video' || chosen === 'reel') return chosen
  return chosen === 'auto' && item.kind === 'clips' && films.length > 0 ? 'video' : null
}

/** A clip whose film is missing goes out as a link post: its picture is the poster of the linked page. */
function wantsPhotos(item: Item): boolean {
  const chosen = presentation(item)
  return chosen === 'photos' || (chosen === 'auto' && item.kind !== 'clips')
}

function wantsLink(item: Item, pictures: DraftMedia[]): boolean {
  return pictures.length === 0 && presentation(item) !== 'text'
}

function picturesOf(item: Item): DraftMedia[] {
  return item.media.filter(({ role }) => PICTURE_ROLES.has(role)).flatMap((media) => pickMedia(media, 'facebook-photo'))
}

function filmsOf(item: Item): DraftMedia[] {
  return item.media
    .filter(({ role }) => role === 'video')
    .slice(0, 1)
    .flatMap((media) => pickMedia(media, 'original'))
}
