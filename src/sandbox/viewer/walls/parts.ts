/** What the walls have in common, each dressed by its own style. */
import type { Lookalike, WallPost } from '../../contract'
import type { SandboxDesk } from '../../desk'
import { escapeHtml, linkify } from '../html'
import { showActs } from './acts'
import { icons } from './icons'

export type Frame = { lookalike: Lookalike; desk: SandboxDesk; posts: readonly WallPost[]; level: 2 | 3 }

export type Look = (frame: Frame) => string

/** How much of a text stands open; the rest is one press away, as on the platforms. */
const OPEN_LENGTH = 420

export function nameOf({ name, title, account, platform }: WallPost): string {
  return name || (platform === 'facebook' && title) || account
}

export function byAccount(posts: readonly WallPost[]): WallPost[][] {
  const groups = new Map<string, WallPost[]>()
  for (const post of posts) groups.set(post.account, [...(groups.get(post.account) ?? []), post])
  return [...groups.values()]
}

export function heading(level: 2 | 3, html: string): string {
  return `<h${level}>${html}</h${level}>`
}

export function avatar(post: WallPost): string {
  if (post.avatar) return `<img class="avatar" src="${escapeHtml(post.avatar)}" alt="">`
  const letter = [...nameOf(post).replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? '•'
  return `<span class="avatar" aria-hidden="true">${escapeHtml(letter.toUpperCase())}</span>`
}

export function verified({ verified: isVerified }: WallPost): string {
  return isVerified ? ' <span class="verified" role="img" aria-label="đã xác minh">✓</span>' : ''
}

const states: Readonly<Record<WallPost['state'], string>> = {
  visible: '',
  hidden: '<p class="state">Đang ẩn: người dân chưa thấy</p>',
  removed: '<p class="state">Đã gỡ: người dân không còn thấy</p>',
}

/** `content` in an element that links lead to, marked when the public does not see it. */
export function article(post: WallPost, content: string): string {
  return `<article id="${escapeHtml(post.id)}" class="${post.state}">${states[post.state]}${content}</article>`
}

export function text(words: string): string {
  if (words === '') return ''
  const cut = words.length > OPEN_LENGTH ? cutOf(words.slice(0, OPEN_LENGTH)) : -1
  if (cut < 0) return `<p class="text">${linkify(words)}</p>`
  return `<p class="text">${linkify(words.slice(0, cut))}</p><details class="more"><summary>Xem thêm</summary><p class="text">${linkify(words.slice(cut).trimStart())}</p></details>`
}

/** At the end of a line or sentence where there is one late enough, otherwise between two words. */
function cutOf(start: string): number {
  const whole = Math.max(start.lastIndexOf('\n'), start.lastIndexOf('. ') + 1)
  return whole > OPEN_LENGTH / 2 ? whole : start.search(/\s\S*$/)
}

export function pictures({ pictures: addresses, alts = [] }: WallPost, most = 5): string {
  if (addresses.length === 0) return ''
  const shown = addresses.slice(0, most).map((address, index) => {
    const alt = alts[index] || `Ảnh ${index + 1} trong ${addresses.length} của bài`
    return `<a href="${escapeHtml(address)}"><img loading="lazy" src="${escapeHtml(address)}" alt="${escapeHtml(alt)}"></a>`
  })
  const rest = addresses.length - shown.length
  return `<div class="pictures n${Math.min(addresses.length, most)}">${shown.join('')}${rest > 0 ? `<span class="rest">+${rest}</span>` : ''}</div>`
}

export function player({ video, pictures: addresses, duration, title }: WallPost): string {
  if (!video) return ''
  const poster = addresses[0] ? ` poster="${escapeHtml(addresses[0])}"` : ''
  const length = duration ? `<span class="duration">${showDuration(duration)}</span>` : ''
  return `<div class="player"><video controls preload="metadata" src="${escapeHtml(video)}"${poster} aria-label="${escapeHtml(`Video: ${title || 'của bài'}`)}"></video>${length}</div>`
}

/** `12` → `0:12`, `3671` → `1:01:11`. */
export function showDuration(seconds: number): string {
  const whole = Math.round(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** Pictures that only stand for the video are its poster, not pictures of their own. */
export function media(post: WallPost): string {
  return post.video ? player(post) : pictures(post)
}

export function attachment({ document }: WallPost): string {
  if (!document) return ''
  const { name, bytes, url } = document
  const [amount, unit] = bytes < 1_048_576 ? [Math.ceil(bytes / 1024), 'KB'] : [bytes / 1_048_576, 'MB']
  const size = amount.toLocaleString('vi-VN', { maximumFractionDigits: 1 })
  return `<a class="document" href="${escapeHtml(url)}">${icons.page} <b>${escapeHtml(name)}</b> <small>${size} ${unit}</small></a>`
}

export function comments({ comments: said = [] }: WallPost): string {
  if (said.length === 0) return ''
  const list = said.map(({ by, text: words }) => `<li><b>${escapeHtml(by)}</b> ${linkify(words)}</li>`)
  return `<ul class="comments">${list.join('')}</ul>`
}

export function acts({ lookalike }: Frame, post: WallPost): string {
  return showActs(lookalike, post)
}
