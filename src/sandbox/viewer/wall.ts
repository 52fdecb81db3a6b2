import type { Lookalike, WallPost } from '../contract'
import type { SandboxDesk } from '../desk'
import { escapeHtml, linkify } from './html'
import { looks } from './style'

const states: Readonly<Record<WallPost['state'], string>> = { visible: '', hidden: 'Đang ẩn', removed: 'Đã gỡ' }

const counterNames: Readonly<Record<string, string>> = {
  views: 'lượt xem',
  reach: 'lượt tiếp cận',
  reactions: 'lượt thích',
  likes: 'lượt thích',
  comments: 'bình luận',
  shares: 'chia sẻ',
  clicks: 'lượt bấm',
}

export function showWall(lookalike: Lookalike, desk: SandboxDesk, most: number): string {
  const { colour, mark } = looks[lookalike.platform] ?? { colour: '#45525e', mark: '•' }
  const posts = lookalike.wall(desk).toSorted((one, other) => other.at.localeCompare(one.at))
  const shown = posts.slice(0, most).map(showPost).join('')
  return `<section class="wall ${lookalike.platform}" style="--colour:${colour}">
<h2><span class="mark" aria-hidden="true">${mark}</span><a href="/_wall/${lookalike.platform}">${escapeHtml(lookalike.label)}</a> (${posts.length})</h2>
${shown || '<p class="empty">Chưa có bài nào.</p>'}</section>`
}

function showPost(post: WallPost): string {
  const time = new Date(post.at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })
  return `<article id="${escapeHtml(post.id)}" class="${post.state}">
<p class="meta">${escapeHtml(post.account)} · <time datetime="${post.at}">${time}</time> <span class="state">${states[post.state]}</span></p>
${post.title ? `<h3>${escapeHtml(post.title)}</h3>` : ''}
${showMedia(post)}
<p class="text" tabindex="0">${linkify(post.text)}</p>
${post.link ? `<p class="meta"><a href="${escapeHtml(post.link)}">${escapeHtml(post.link)}</a></p>` : ''}
<ul class="counters">${Object.entries(post.counters).map(showCounter).join('')}</ul></article>`
}

function showMedia({ pictures, video, title }: WallPost): string {
  const poster = pictures[0] ? ` poster="${escapeHtml(pictures[0])}"` : ''
  if (video) return `<video controls preload="metadata" src="${escapeHtml(video)}"${poster}></video>`
  return pictures
    .map((address) => `<img loading="lazy" src="${escapeHtml(address)}" alt="${escapeHtml(`Ảnh của bài: ${title}`)}">`)
    .join('')
}

function showCounter([name, value]: [string, number]): string {
  return `<li>${value.toLocaleString('vi-VN')} ${counterNames[name] ?? escapeHtml(name)}</li>`
}
