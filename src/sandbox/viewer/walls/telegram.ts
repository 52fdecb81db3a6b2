/** Bubbles on a wallpaper: albums as a mosaic, polls with bars, reactions as pills, the eye with its views, what is pinned on top. */
import type { WallPost } from '../../contract'
import { escapeHtml, linkify, showCount, showTime } from '../html'
import { icons } from './icons'
import {
  acts,
  article,
  attachment,
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

export const telegram: Look = (frame) =>
  byAccount(frame.posts)
    .map((posts) => channel(frame, posts))
    .join('')

function channel(frame: Frame, posts: readonly WallPost[]): string {
  const [first] = posts
  if (!first) return ''
  const bubbles = posts.map((post) => article(post, bubble(frame, post, posts)))
  return `<div class="account">${avatar(first)}<div><p class="name">${escapeHtml(nameOf(first))}${verified(first)}</p><p class="meta">kênh</p></div></div>
${pinned(posts)}<div class="paper">${bubbles.join('')}</div>`
}

function pinned(posts: readonly WallPost[]): string {
  const post = posts.find((one) => one.pinned && one.state === 'visible')
  if (!post) return ''
  return `<p class="pinned">${icons.pin} <a href="#${escapeHtml(post.id)}"><b>Tin đã ghim</b> ${escapeHtml(start(post))}</a></p>`
}

function bubble(frame: Frame, post: WallPost, posts: readonly WallPost[]): string {
  const answered = posts.find(({ id }) => id === post.replyTo)
  const quote = answered
    ? `<p class="quote"><a href="#${escapeHtml(answered.id)}">${escapeHtml(start(answered))}</a></p>`
    : ''
  const sights =
    post.video && post.pictures.length > 1 ? player(post) + pictures(post, 10) : player(post) || pictures(post, 10)
  return `${heading(frame.level, escapeHtml(nameOf(post)))}${quote}${sights}${attachment(post)}${text(post.poll?.question === post.text ? '' : post.text)}${poll(post)}${hiddenLink(post)}
<div class="foot">${reactions(post)}<p class="meta">${post.edited ? 'đã sửa · ' : ''}${eye(post)}${showTime(post.at)}</p></div>${comments(post)}${acts(frame, post)}`
}

function start({ text: words, poll: asked, title }: WallPost): string {
  const [line = ''] = (words || asked?.question || title || 'Ảnh, video').split('\n')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

/** A link behind words is not among them. */
function hiddenLink({ link, text: words }: WallPost): string {
  return link && !words.includes(link) ? `<p class="meta">${linkify(link)}</p>` : ''
}

function poll({ poll: asked }: WallPost): string {
  if (!asked) return ''
  const total = asked.options.reduce((sum, { votes }) => sum + votes, 0)
  const rows = asked.options.map(({ text: words, votes }) => {
    const share = total === 0 ? 0 : Math.round((votes * 100) / total)
    return `<li><span>${share}%</span> ${escapeHtml(words)}<span class="line"><span style="width:${share}%"></span></span></li>`
  })
  return `<div class="poll"><p><b>${escapeHtml(asked.question)}</b></p><p class="meta">${asked.isClosed ? 'Đã đóng' : 'Bình chọn'}</p><ul>${rows.join('')}</ul><p class="meta">${showCount(total)} phiếu</p></div>`
}

function reactions({ reactions: given = {} }: WallPost): string {
  const pills = Object.entries(given).map(([face, count]) => `<li>${escapeHtml(face)} ${showCount(count)}</li>`)
  return pills.length > 0 ? `<ul class="pills" aria-label="Cảm xúc">${pills.join('')}</ul>` : ''
}

function eye({ counters }: WallPost): string {
  const { views } = counters
  return views === undefined ? '' : `${icons.eye} ${showCount(views)}<span class="unseen"> lượt xem</span> · `
}
