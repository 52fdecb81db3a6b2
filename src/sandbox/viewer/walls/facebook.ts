/** A feed of white cards: who, when, words, pictures edge to edge, a bar of reactions, comments in bubbles. */
import type { WallPost } from '../../contract'
import { escapeHtml, showCount, showTime } from '../html'
import { icons } from './icons'
import { acts, article, avatar, comments, heading, media, nameOf, text, verified, type Frame, type Look } from './parts'

export const facebook: Look = (frame) => frame.posts.map((post) => article(post, card(frame, post))).join('')

function card(frame: Frame, post: WallPost): string {
  const name = heading(frame.level, escapeHtml(nameOf(post)) + verified(post))
  const kind = post.kind === 'reel' ? ' · Thước phim' : ''
  const edited = post.edited ? ' · Đã chỉnh sửa' : ''
  return `<header>${avatar(post)}<div>${name}<p class="meta">${showTime(post.at)}${kind}${edited} · ${icons.world}</p></div></header>
${headline(post)}${text(post.text)}${media(post)}${linkCard(post)}${bar(post)}${comments(post)}${acts(frame, post)}`
}

/** A video may have a title of its own beside the page's name. */
function headline(post: WallPost): string {
  return post.title && post.title !== nameOf(post) ? `<p class="headline">${escapeHtml(post.title)}</p>` : ''
}

/** Only where nothing else illustrates the post. */
function linkCard({ link, pictures, video }: WallPost): string {
  if (!link || video || pictures.length > 0) return ''
  const host = URL.canParse(link) ? new URL(link).host : ''
  return `<a class="card" href="${escapeHtml(link)}"><small>${escapeHtml(host.toUpperCase())}</small><b>${escapeHtml(link)}</b></a>`
}

function bar({ counters }: WallPost): string {
  const { reactions, likes, comments: said, shares, views } = counters
  const liked = reactions ?? likes
  const left =
    liked === undefined
      ? ''
      : `<span class="likes"><span class="faces">${icons.like}${icons.love}</span> ${showCount(liked)}<span class="unseen"> lượt bày tỏ cảm xúc</span></span>`
  const right = [count(said, 'bình luận'), count(shares, 'lượt chia sẻ'), count(views, 'lượt xem')].filter(Boolean)
  return `<p class="bar">${left}<span>${right.join(' · ')}</span></p>`
}

function count(value: number | undefined, words: string): string {
  return value === undefined ? '' : `${showCount(value)} ${words}`
}
