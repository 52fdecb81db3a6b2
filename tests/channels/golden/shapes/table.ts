/** The shapes in which an editor may send an item to each platform, by what the form offers. */
import type { Json, Kind } from '@/channels/contract'
import type { ContentDocument } from '@/engine/desk/item'
import type { Materials } from './materials'

export type Shape = {
  name: string
  options?: { [key: string]: Json }
  /** What the item has in this shape beside its usual media. */
  with?(materials: Materials): Partial<ContentDocument>
  /** The words of the item's body go out too, not only title and lead. */
  isWhole?: boolean
}

const upright = { options: { presentation: 'reel' }, with: ({ upright: video }: Materials) => ({ video }) }

function facebook(kind: Kind): Shape[] {
  const films = [
    { name: 'video', options: { presentation: 'video' } },
    { name: 'thước phim', ...upright },
  ]
  return [
    ...(kind === 'clips' ? films : [{ name: 'ảnh', options: { presentation: 'photos' } }]),
    { name: 'đường dẫn', options: { presentation: 'link' } },
    { name: 'chỉ có chữ', options: { presentation: 'text' } },
  ]
}

const target = { broadcast: 'target', ages: ['55-64', '65-up'], gender: 'female', locations: ['central'] }

function zalo(kind: Kind): Shape[] {
  return [
    { name: 'bài viết', options: { presentation: 'article' }, isWhole: true },
    { name: 'bài viết gửi tới một nhóm', options: { presentation: 'article', ...target }, isWhole: true },
    ...(kind === 'clips' ? [{ name: 'bài video', options: { presentation: 'video' } }] : []),
  ]
}

const poll = {
  pollQuestion: 'Bà con đã kể chuyện này cho người thân chưa?',
  pollOptions: ['Kể rồi', 'Tối nay kể', 'Chưa biết kể thế nào'],
}

function telegram(kind: Kind): Shape[] {
  const film = { name: 'phim', options: { presentation: 'video' } }
  const file = {
    name: 'tệp PDF',
    options: { presentation: 'document' },
    with: ({ pdf }: Materials) => ({ pdf }),
  }
  const pictures: Shape[] = [
    { name: 'một ảnh', options: { presentation: 'photo' } },
    { name: 'một ảnh, toàn văn', options: { presentation: 'photo', extent: 'whole' }, isWhole: true },
    { name: 'album', options: { presentation: 'album' }, with: ({ gallery }) => ({ gallery }) },
  ]
  return [
    { name: 'chỉ có chữ', options: { presentation: 'text' } },
    { name: 'chỉ có chữ, toàn văn', options: { presentation: 'text', extent: 'whole' }, isWhole: true },
    ...(kind === 'clips' ? [film] : pictures),
    ...(kind === 'handbooks' ? [file] : []),
    { name: 'kèm bình chọn', options: { presentation: 'text', ...poll } },
  ]
}

function youtube(): Shape[] {
  return [
    { name: 'video', with: ({ film: video, poster, captions }) => ({ video, poster, captions }) },
    { name: 'Short', with: ({ upright: video }) => ({ video }) },
  ]
}

function site(): Shape[] {
  return [{ name: 'trang', isWhole: true }]
}

const table: Readonly<Record<string, (kind: Kind) => Shape[]>> = { site, facebook, zalo, youtube, telegram }

/** @throws Error for a platform whose shapes nobody has listed. */
export function shapesOf(platform: string, kind: Kind): Shape[] {
  const list = table[platform]
  if (!list) throw new Error(`no shapes for ${platform}`)
  return list(kind)
}
