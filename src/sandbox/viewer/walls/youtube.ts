/** A grid of players with length, title in two lines, channel, views. */
import type { WallPost } from '../../contract'
import { escapeHtml, showCount, showTime } from '../html'
import { icons } from './icons'
import {
  acts,
  article,
  avatar,
  comments,
  heading,
  nameOf,
  player,
  text,
  verified,
  type Frame,
  type Look,
} from './parts'

export const youtube: Look = (frame) =>
  `<div class="grid">${frame.posts.map((post) => article(post, card(frame, post))).join('')}</div>`

function card(frame: Frame, post: WallPost): string {
  const views = post.counters['viewCount'] ?? post.counters['views']
  const likes = post.counters['likeCount'] ?? post.counters['likes'] ?? post.counters['reactions']
  const counts = [
    views === undefined ? '' : `${showCount(views)} lượt xem`,
    showTime(post.at),
    likes === undefined ? '' : `${icons.thumb} ${showCount(likes)}<span class="unseen"> lượt thích</span>`,
  ].filter(Boolean)
  const short = post.kind === 'short' ? '<p class="tag">Shorts</p>' : ''
  const picture = player(post) || '<div class="player"><p class="nothing">Không có hình</p></div>'
  return `${picture}<div class="below">${avatar(post)}<div>${short}${heading(frame.level, escapeHtml(post.title))}
<p class="meta">${escapeHtml(nameOf(post))}${verified(post)}</p><p class="meta">${counts.join(' · ')}</p>${notes(post)}
<details class="more"><summary>Mô tả</summary>${text(post.text)}</details>${comments(post)}${acts(frame, post)}</div></div>`
}

function notes({ notes: lines = [] }: WallPost): string {
  return lines.map((line) => `<p class="meta">${escapeHtml(line)}</p>`).join('')
}
