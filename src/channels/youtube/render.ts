/** The neutral item → what YouTube takes: a video with a title and a description. */
import { type Draft, type Item, pickMedia } from '../contract'
import { options, type YoutubePost } from './options'

export function render(item: Item): Draft<YoutubePost> {
  const chosen = options.parse(item.variant.options ?? {})
  const title = (item.variant.title.trim() || item.title.trim()).normalize('NFC')
  const description = writeDescription(item)
  const media = item.media
    .filter((medium) => medium.role === 'video')
    .slice(0, 1)
    .flatMap((medium) => pickMedia(medium, 'original'))
  return {
    platform: 'youtube',
    title,
    text: description,
    marker: item.link,
    media,
    post: {
      ...chosen,
      tags: (chosen.tags.length > 0 ? chosen.tags : item.hashtags.map(toTag)).map((tag) => tag.normalize('NFC')),
      title,
      description,
      language: item.language,
      video: media[0]?.id ?? null,
    },
  }
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
