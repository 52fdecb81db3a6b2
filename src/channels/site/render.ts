import { type Block, type Draft, type Item, type ItemMedia, pickMedia } from '../contract'
import { siteOptions } from './options'
import type { SiteMedium, SitePost } from './post'

/** The form of captions that browsers read. */
const CAPTIONS = 'vtt'

export function renderPage(item: Item): Draft<SitePost> {
  const { showAuthors } = siteOptions.parse(item.variant.options ?? {})
  const title = item.variant.title || item.title
  const lead = item.variant.text.replaceAll('{link}', '').trim() || item.lead
  const media = item.media.map(keepOwnRenditions)
  const { publication, kind, slug, language, body, hashtags, audiences, topics, organization, signature } = item
  const authors = showAuthors ? item.authors : []
  const names = { publication, kind, slug, language, hashtags, audiences, topics, organization }
  const post: SitePost = { ...names, title, lead, body, authors, media, signature }
  return {
    platform: 'site',
    title,
    text: readAloud(post),
    marker: '',
    media: item.media.flatMap((medium) => pickMedia(medium, wanted(medium.role))),
    post,
  }
}

/** The words of the page in reading order, as a person without pictures gets them. */
function readAloud({ lead, body, signature }: Pick<SitePost, 'lead' | 'body' | 'signature'>): string {
  return [lead, ...body.map(wordsOf), signature].filter((part) => part !== '').join('\n\n')
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'quote':
      return block.text
    case 'list':
      return block.entries.join('\n')
    case 'image':
      return ''
  }
}

function keepOwnRenditions(medium: ItemMedia): SiteMedium {
  return {
    ...medium,
    renditions: medium.renditions.filter(({ name }) => isOwn(name)),
  }
}

function isOwn(name: string): boolean {
  return name === 'original' || name === CAPTIONS || name.startsWith('site-')
}

function wanted(role: ItemMedia['role']): string {
  if (role === 'poster') return 'site-poster'
  if (role === 'captions') return CAPTIONS
  return role === 'video' || role === 'document' ? 'original' : 'site-wide'
}
