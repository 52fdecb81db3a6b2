/** One look per platform: shape and colour are known at once, so that nobody needs to read the heading. */
import type { Lookalike, WallPost } from '../../contract'
import type { SandboxDesk } from '../../desk'
import { escapeHtml } from '../html'
import { facebook } from './facebook'
import { nameOf, type Frame, type Look } from './parts'
import { plain } from './plain'
import { telegram } from './telegram'
import { youtube } from './youtube'
import { zalo } from './zalo'

const looks: Readonly<Record<string, Look>> = { facebook, zalo, youtube, telegram }

const ON_HOME = 3
const ON_WALL = 200

export function showPreview(desk: SandboxDesk, lookalike: Lookalike): string {
  const posts = newestFirst(lookalike.wall(desk))
  const { platform, label } = lookalike
  const link = `<a href="/_wall/${platform}">${escapeHtml(label)}</a>`
  return `<section class="wall ${platform}"><h2>${link} <small>${posts.length} bài</small></h2>
${show({ lookalike, desk, posts, most: ON_HOME, level: 3 })}</section>`
}

export function showWall(desk: SandboxDesk, lookalike: Lookalike, account: string | null): string {
  const all = newestFirst(lookalike.wall(desk))
  const posts = account ? all.filter((post) => post.account === account) : all
  return `<section class="wall full ${lookalike.platform}"><h1 class="label">${escapeHtml(lookalike.label)}</h1>
${chooseAccount(all, account)}${show({ lookalike, desk, posts, most: ON_WALL, level: 2 })}</section>`
}

type Shown = Omit<Frame, 'posts'> & { posts: readonly WallPost[]; most: number }

function show({ posts, most, ...frame }: Shown): string {
  if (posts.length === 0) return '<p class="empty">Chưa có bài nào.</p>'
  const look = looks[frame.lookalike.platform] ?? plain
  const rest = posts.length - most
  const more = rest > 0 ? `<p class="empty">Còn ${rest.toLocaleString('vi-VN')} bài cũ hơn không hiện ở đây.</p>` : ''
  return look({ ...frame, posts: posts.slice(0, most) }) + more
}

function newestFirst(posts: readonly WallPost[]): WallPost[] {
  return posts.toSorted((one, other) => other.at.localeCompare(one.at))
}

/** Only where there is something to choose. */
function chooseAccount(posts: readonly WallPost[], chosen: string | null): string {
  const accounts = new Map(posts.map((post) => [post.account, nameOf(post)]))
  if (accounts.size < 2) return ''
  const links = [...accounts].map(([account, name]) => {
    const current = account === chosen ? ' aria-current="page"' : ''
    return `<a href="?account=${encodeURIComponent(account)}"${current}>${escapeHtml(name)}</a>`
  })
  return `<nav class="accounts" aria-label="Tài khoản"><a href="?"${chosen ? '' : ' aria-current="page"'}>Tất cả</a>${links.join('')}</nav>`
}
