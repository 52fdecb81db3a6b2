import { escapeHtml, linkify, showTime } from '../html'
import { acts, article, heading, media, nameOf, text, type Look } from './parts'

/** For a platform that has no look of its own yet. */
export const plain: Look = (frame) =>
  frame.posts
    .map((post) => {
      const counters = Object.entries(post.counters).map(([name, value]) => `${value} ${escapeHtml(name)}`)
      const head = heading(frame.level, escapeHtml(post.title || nameOf(post)))
      return article(
        post,
        `${head}<p class="meta">${showTime(post.at)}</p>${media(post)}${text(post.text)}<p class="meta">${linkify(post.link ?? '')}</p><p class="meta">${counters.join(' · ')}</p>${acts(frame, post)}`,
      )
    })
    .join('')
