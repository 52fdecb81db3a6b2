/** The neutral item → messages: text, or media with a caption and what does not fit below it as replies; a poll comes last. */
import { overBy, pickMedia, type Draft, type DraftMedia, type Item, type ItemMedia } from '../contract'
import { limits, THUMBNAIL_SIDE } from './limits'
import {
  options,
  type MessagePart,
  type PollPart,
  type TelegramOptions,
  type TelegramPart,
  type TelegramPost,
} from './options'
import { visibleText } from './text/html'
import { splitHtml } from './text/split'
import { bodyOf, headline, join, titleOf } from './text/words'

type Kind = MessagePart['kind']

const PICTURES = ['cover', 'page', 'photo'] as const

export function render(item: Item): Draft<TelegramPost> {
  const chosen = options.parse(item.variant.options ?? {})
  const kind = chosen.presentation === 'auto' ? kindFor(item) : chosen.presentation
  const media = mediaFor(item, kind)
  const { silent, linkPreview, pin, protectContent } = chosen
  const parts = [...messagesOf(item, { kind, media, extent: chosen.extent }), ...pollOf(chosen)]
  return {
    platform: 'telegram',
    title: (item.variant.title || item.title).normalize('NFC'),
    text: parts.map(wordsOf).join('\n\n'),
    marker: item.link,
    media: [...media, ...thumbnailOf(item, kind)],
    post: { parts, silent, linkPreview, pin, protectContent },
  }
}

/** What a reader sees of one message. */
export function wordsOf(part: TelegramPart): string {
  if (part.kind !== 'poll') return visibleText(part.html)
  return [part.question, ...part.options.map((option) => `◯ ${option}`)].join('\n')
}

function kindFor(item: Item): Kind {
  const has = (role: ItemMedia['role']) => item.media.some((medium) => medium.role === role)
  if (has('video')) return 'video'
  if (item.kind === 'handbooks' && has('document')) return 'document'
  const pictures = picturesOf(item).length
  if (pictures > 1) return 'album'
  return pictures === 1 ? 'photo' : 'text'
}

function mediaFor(item: Item, kind: Kind): DraftMedia[] {
  const byRole = (role: ItemMedia['role']) => item.media.filter((medium) => medium.role === role)
  const original = (medium: ItemMedia) => pickMedia(medium, 'original')
  switch (kind) {
    case 'text':
      return []
    case 'photo':
      return picturesOf(item).slice(0, 1)
    case 'video':
      return byRole('video').slice(0, 1).flatMap(original)
    case 'document':
      return byRole('document').slice(0, 1).flatMap(original)
    case 'album':
      return [...byRole('video').flatMap(original), ...picturesOf(item)]
  }
}

function picturesOf(item: Item): DraftMedia[] {
  return PICTURES.flatMap((role) => item.media.filter((medium) => medium.role === role)).flatMap((medium) =>
    pickMedia(medium, 'telegram-photo'),
  )
}

/** A poster that is too large for a thumbnail would only be ignored. */
function thumbnailOf(item: Item, kind: Kind): DraftMedia[] {
  const poster = item.media.find(({ role }) => role === 'poster')
  if (kind !== 'video' || !poster) return []
  return pickMedia(poster, 'telegram-thumbnail').filter(
    ({ rendition, height }) => rendition === 'telegram-thumbnail' && (height ?? 0) <= THUMBNAIL_SIDE,
  )
}

type Shape = { kind: Kind; media: readonly DraftMedia[]; extent: TelegramOptions['extent'] }

function messagesOf(item: Item, { kind, media, extent }: Shape): MessagePart[] {
  const body = bodyOf(item, extent)
  const whole = join(titleOf(item), body)
  if (kind === 'text') return texts(whole)
  const ids = media.map(({ id }) => id)
  if (overBy(visibleText(whole), limits.texts.caption) === 0) return [{ kind, html: whole, media: ids }]
  return [{ kind, html: headline(item), media: ids }, ...texts(body)]
}

function texts(html: string): MessagePart[] {
  const pieces = splitHtml(html, limits.texts.text.max)
  return (pieces.length > 0 ? pieces : ['']).map((piece) => ({ kind: 'text', html: piece, media: [] }))
}

function pollOf({ pollQuestion, pollOptions, pollMultiple }: TelegramOptions): PollPart[] {
  const question = pollQuestion.trim().normalize('NFC')
  const choices = pollOptions.map((option) => option.trim().normalize('NFC')).filter(Boolean)
  if (question === '' && choices.length === 0) return []
  return [{ kind: 'poll', question, options: choices, isMultiple: pollMultiple }]
}
