/** The neutral item → one message, or a captioned picture and the text as a reply to it. */
import { overBy, pickMedia, type Draft, type DraftMedia, type Item } from '../contract'
import { escapeHtml, sanitise, visibleText } from './html'
import { limits } from './limits'
import { options, type TelegramPart, type TelegramPost } from './options'

const PICTURE_ROLES = ['cover', 'page', 'photo'] as const

export function render(item: Item): Draft<TelegramPost> {
  const { silent, linkPreview } = options.parse(item.variant.options ?? {})
  const media = chooseMedia(item)
  const parts = media
    ? withMedia(item, media)
    : [{ kind: 'text' as const, html: join(titleOf(item), bodyOf(item)), media: null }]
  return {
    platform: 'telegram',
    title: (item.variant.title || item.title).normalize('NFC'),
    text: parts.map(({ html }) => visibleText(html)).join('\n\n'),
    marker: item.link,
    media: media ? [media] : [],
    post: { parts, silent, linkPreview },
  }
}

function withMedia(item: Item, media: DraftMedia): TelegramPart[] {
  const kind = media.role === 'video' ? 'video' : 'photo'
  const whole = join(titleOf(item), bodyOf(item))
  if (overBy(visibleText(whole), limits.texts.caption) === 0) return [{ kind, html: whole, media: media.id }]
  return [
    { kind, html: bold(item.variant.title || item.title), media: media.id },
    { kind: 'text', html: bodyOf(item), media: null },
  ]
}

/** An editor's own text says everything itself, unless it came with a title of its own. */
function titleOf(item: Item): string {
  if (item.variant.title) return bold(item.variant.title)
  return item.variant.text.trim() ? '' : bold(item.title)
}

function bodyOf(item: Item): string {
  const own = item.variant.text.trim()
  return own
    ? join(withLink(own, item.link), escapeHtml(item.signature))
    : join(escapeHtml(item.lead), escapeHtml(item.link), hashtags(item), escapeHtml(item.signature))
}

/** The tracked link always stands in the post: it is how a reader goes on and how a lost post is found again. */
function withLink(text: string, link: string): string {
  const filled = sanitise(text.replaceAll('{link}', escapeHtml(link)))
  return filled.includes(escapeHtml(link)) ? filled : join(filled, escapeHtml(link))
}

function hashtags({ hashtags: words }: Item): string {
  return escapeHtml(words.map((word) => (word.startsWith('#') ? word : `#${word}`)).join(' '))
}

function bold(text: string): string {
  return `<b>${escapeHtml(text.trim())}</b>`
}

/** Telegram trims what it stores; so do we, or the stored text would not be ours byte for byte. */
function join(...pieces: string[]): string {
  return pieces
    .map((piece) => piece.trim())
    .filter(Boolean)
    .join('\n\n')
    .normalize('NFC')
}

function chooseMedia(item: Item): DraftMedia | null {
  const video = item.media.find(({ role }) => role === 'video')
  if (video) return pickMedia(video, 'original')[0] ?? null
  const picture = PICTURE_ROLES.map((role) => item.media.find((media) => media.role === role)).find(Boolean)
  return picture ? (pickMedia(picture, 'telegram-photo')[0] ?? null) : null
}
