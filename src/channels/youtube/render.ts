/** The neutral item → what YouTube takes: a video with a title and a description, its picture and its captions. */
import { type Draft, type DraftMedia, type Item, type MediaRole, pickMedia } from '../contract'
import { THUMBNAIL } from './limits'
import { options, type YoutubePost } from './options'

export function render(item: Item): Draft<YoutubePost> {
  const { playlistId, publishAt, ...chosen } = options.parse(item.variant.options ?? {})
  const title = (item.variant.title.trim() || item.title.trim()).normalize('NFC')
  const description = writeDescription(item)
  const tags = chosen.tags.length > 0 ? chosen.tags : item.hashtags.map(toTag)
  const [video] = pick(item, 'video', 'original')
  const [thumbnail] = pick(item, 'poster', THUMBNAIL)
  const captions = pick(item, 'captions', 'original')
  return {
    platform: 'youtube',
    title,
    text: description,
    marker: item.link,
    media: [video, thumbnail, ...captions].filter((medium) => medium !== undefined),
    post: {
      ...chosen,
      tags: tags.map((tag) => tag.normalize('NFC')),
      title,
      description,
      language: item.language,
      publishAt: readHour(publishAt),
      video: idOf(video),
      thumbnail: idOf(thumbnail),
      captions: captions.map(({ id }) => id),
      playlistId: playlistId || null,
    },
  }
}

function pick({ media }: Item, role: MediaRole, rendition: string): DraftMedia[] {
  return media.filter((medium) => medium.role === role).flatMap((medium) => pickMedia(medium, rendition))
}

function idOf(medium: DraftMedia | undefined): string | null {
  return medium?.id ?? null
}

const HOUR = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/

/** An hour without a zone is Vietnam's. What is none stays as it was typed. */
function readHour(typed: string): string | null {
  if (typed === '') return null
  const [, , , zone] = HOUR.exec(typed) ?? []
  const moment = new Date(`${typed.replace(' ', 'T')}${zone === undefined ? '+07:00' : ''}`)
  return HOUR.test(typed) && !Number.isNaN(moment.getTime()) ? moment.toISOString() : typed
}

/** The link always stands in the description: it leads to the whole item, and a lost video is found again by it. */
function writeDescription(item: Item): string {
  const own = item.variant.text.trim().replaceAll('{link}', item.link)
  const standard = [item.lead.trim(), item.link, item.hashtags.map(toHashtag).join(' ')]
  const linked = own.includes(item.link) ? [own] : [own, item.link]
  const parts = own === '' ? standard : linked
  return [...parts, item.signature.trim()]
    .filter((part) => part !== '')
    .join('\n\n')
    .normalize('NFC')
}

function toTag(hashtag: string): string {
  return hashtag.replace(/^#/, '')
}

function toHashtag(word: string): string {
  return word.startsWith('#') ? word : `#${word}`
}
