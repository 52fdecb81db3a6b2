/** An Official Account: its cover, then articles as a list of covers with titles; the newest one large. */
import type { WallPost } from '../../contract'
import { escapeHtml, showCount, showTime } from '../html'
import { icons } from './icons'
import {
  acts,
  article,
  avatar,
  byAccount,
  comments,
  heading,
  nameOf,
  pictures,
  player,
  text,
  verified,
  type Frame,
  type Look,
} from './parts'

export const zalo: Look = (frame) =>
  byAccount(frame.posts)
    .map((posts) => account(frame, posts))
    .join('')

function account(frame: Frame, posts: readonly WallPost[]): string {
  const [first] = posts
  if (!first) return ''
  const name = escapeHtml(nameOf(first)) + verified(first)
  return `<div class="account">${avatar(first)}<div><p class="name">${name}</p><p class="meta">Official Account</p></div><span class="follow" aria-hidden="true">Quan tâm</span></div>
${posts.map((post) => article(post, entry(frame, post))).join('')}`
}

function entry(frame: Frame, post: WallPost): string {
  const broadcast = post.kind === 'broadcast' ? '<p class="tag">Tin gửi tới người quan tâm</p>' : ''
  return `${cover(post)}<div class="words">${broadcast}${heading(frame.level, escapeHtml(post.title || 'Bài không có tiêu đề'))}
<p class="meta">${counts(post)}</p>
<details class="more"><summary>Đọc bài</summary>${text(post.text)}${inside(post)}</details>${comments(post)}${acts(frame, post)}</div>`
}

function cover(post: WallPost): string {
  if (post.video) return player(post)
  const [address] = post.pictures
  if (!address) return ''
  const alt = post.alts?.[0] || `Ảnh bìa: ${post.title}`
  return `<img class="cover" loading="lazy" src="${escapeHtml(address)}" alt="${escapeHtml(alt)}">`
}

/** Every picture but the cover. */
function inside(post: WallPost): string {
  return post.video ? '' : pictures({ ...post, pictures: post.pictures.slice(1), alts: post.alts?.slice(1) ?? [] })
}

function counts({ at, counters: { views, shares } }: WallPost): string {
  const parts = [
    showTime(at),
    views === undefined ? '' : `${icons.eye} ${showCount(views)} lượt xem`,
    shares === undefined ? '' : `${showCount(shares)} chia sẻ`,
  ]
  return parts.filter(Boolean).join(' · ')
}
