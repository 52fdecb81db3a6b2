/**
 * Views as the public pages of t.me show them: rounded, of public channels only, in HTML that nobody promised. Few pages
 * are asked for, one after the other; what is not there is no number.
 */
import type { Call, Live, Reading } from '../../contract'
import { HttpFailure } from '../../../platform/http/contract'

/** Of one channel, in a minute, over all processes. */
const PAGES_A_MINUTE = 6

type Public = { channel: string; id: string }

export async function readViews(posts: readonly Live[], call: Call): Promise<Reading[]> {
  const pages = new Map<string, string | null>()
  const read = async (path: string) => {
    if (!pages.has(path)) pages.set(path, await readPage(call, path))
    return pages.get(path) ?? null
  }
  const readings: Reading[] = []
  for (const post of posts) readings.push(await readPost(post, call, read))
  return readings
}

type Read = (path: string) => Promise<string | null>

async function readPost({ publication, url }: Live, { addresses }: Call, read: Read): Promise<Reading> {
  const place = publicPlace(url, addresses['web'] ?? '')
  if (!place) return unread(publication, 'Kênh không công khai nên trang t.me không có lượt xem.')
  const { channel, id } = place
  // The list holds the last posts in one page; an older one has a page of its own.
  const value =
    viewsOf(await read(`/s/${channel}`), place) ?? viewsOf(await read(`/${channel}/${id}?embed=1&mode=tme`), place)
  return value === null
    ? unread(publication, 'Trang t.me chưa cho thấy lượt xem của bài này.')
    : { ...definition, publication, value }
}

const definition = {
  metric: 'views',
  definition: 'trang xem trước t.me, làm tròn',
  apiVersion: 't.me, không có phiên bản',
} as const

function unread(publication: string, because: string): Reading {
  return { ...definition, publication, value: null, because }
}

function publicPlace(url: string, web: string): Public | null {
  const [, channel, id] =
    /^\/([A-Za-z]\w{3,})\/(\d+)$/.exec(url.startsWith(`${web}/`) ? url.slice(web.length) : '') ?? []
  return channel && id ? { channel, id } : null
}

/** Null for a page that was not asked for or did not come. */
async function readPage(call: Call, path: string): Promise<string | null> {
  const window = call.now().toISOString().slice(0, 16)
  const owner = path.split(/[/?]/).find((segment) => segment !== '' && segment !== 's') ?? ''
  const left = await call.spend({ name: 'preview', owner, window, limit: PAGES_A_MINUTE, cost: 1 })
  if (left === null) return null
  try {
    const answer = await call.http({ method: 'GET', url: `${call.addresses['web']}${path}`, signal: call.signal })
    return answer.status === 200 ? answer.text : null
  } catch (cause) {
    if (!(cause instanceof HttpFailure)) throw cause
    call.log.info({ code: cause.code }, 'the preview page did not answer')
    return null
  }
}

/** `1.2K` → 1200. Null when the page shows the post without a number, or not at all. */
export function viewsOf(page: string | null, { channel, id }: Public): number | null {
  const widget = page
    ?.split('data-post="')
    .find((piece) => piece.toLowerCase().startsWith(`${channel.toLowerCase()}/${id}"`))
  const [, figure, unit = ''] =
    /class="tgme_widget_message_views"[^>]*>\s*(\d+(?:\.\d+)?)([KM]?)\s*</.exec(widget ?? '') ?? []
  if (figure === undefined) return null
  const size = { '': 1, K: 1000, M: 1_000_000 }[unit] ?? 1
  return Math.round(Number(figure) * size)
}
