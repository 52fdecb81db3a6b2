/** What Facebook takes and in which form it gets it: every limit of the sheet, and by how much it is passed. */
import { describe, expect, it } from 'vitest'
import type { Item, ItemMedia, Rendition } from '@/channels/contract'
import { channel } from '@/channels/facebook'
import { post } from '@/channels/facebook/options'
import { anItem } from '../../support/items'

function medium(role: ItemMedia['role'], file: Partial<Rendition> = {}, duration: number | null = null): ItemMedia {
  const whole = { name: 'original', mimeType: 'image/jpeg', bytes: 1_000, sha256: 'a', width: 1_200, height: 800 }
  const rendition = { ...whole, url: 'https://lantoa.example/a', ...file }
  return { id: `${role}-1`, role, alt: 'Mô tả', caption: '', credit: '', duration, renditions: [rendition] }
}

const film = (file: Partial<Rendition> = {}, duration: number | null = 30) =>
  medium('video', { mimeType: 'video/mp4', width: 1_080, height: 1_920, ...file }, duration)

const as = (presentation: string, over: Partial<Item> = {}) =>
  anItem({ ...over, variant: { title: '', text: '', options: { presentation } } })

const problems = (item: Item) => channel.inspect(channel.render(item))
const codes = (item: Item) => problems(item).map(({ code }) => code)
const only = (item: Item) => problems(item)[0]?.message

describe('the words', () => {
  it('are counted with the link and the signature, to the letter', () => {
    const item = anItem({ signature: 'Công an tỉnh' })
    const rest = `\n\n${item.link}\n\nCông an tỉnh`.length
    const long = (letters: number) => ({ ...item, variant: { title: '', text: 'ậ'.repeat(letters), options: {} } })
    expect(problems(long(63_206 - rest))).toEqual([])
    expect(only(long(63_206 - rest + 1))).toContain('quá 1 ký tự')
    expect(only(long(63_206 - rest + 1_234))).toContain('quá 1.234 ký tự')
  })

  it('must be there', () => {
    const { post: given, ...draft } = channel.render(anItem())
    expect(channel.inspect({ ...draft, post: { ...given, message: ' \n' } })).toMatchObject([{ code: 'text-empty' }])
  })
})

describe('a link', () => {
  it.each([
    ['ftp://lantoa.example/l/a', 'link-form'],
    ['khong-phai-dia-chi', 'link-form'],
    ['https://www.facebook.com/trang', 'link-own'],
    ['https://fb.watch/abc', 'link-own'],
  ])('%s can not be posted', (link, code) => {
    expect(codes(as('link', { link }))).toEqual([code])
  })
})

describe('photos', () => {
  it('are at most ten', () => {
    const many = Array.from({ length: 13 }, (_, number) => ({ ...medium('photo'), id: `anh-${number}` }))
    expect(only(as('photos', { media: many }))).toBe('Bài Facebook có 13 ảnh, nhiều nhất là 10; hãy bỏ bớt 3 ảnh.')
  })

  it('are of a kind and size that Facebook takes', () => {
    expect(codes(as('photos', { media: [medium('photo', { mimeType: 'image/webp' })] }))).toEqual(['photo-type'])
    const heavy = as('photos', { media: [medium('photo', { bytes: 10_000_001 })] })
    expect(codes(heavy)).toEqual(['photo-too-large'])
    expect(only(heavy)).toContain('quá 1 byte')
    expect(codes(as('photos', { media: [medium('photo', { bytes: 10_000_000 })] }))).toEqual([])
  })
})

describe('a video', () => {
  it('must be there, be a film, and fit', () => {
    expect(codes(as('video'))).toEqual(['video-missing'])
    expect(codes(as('video', { media: [film({ mimeType: 'video/x-msvideo' })] }))).toEqual(['video-type'])
    const heavy = as('video', { media: [film({ bytes: 10_000_000_123 })] })
    expect(only(heavy)).toContain('quá 123 byte')
    expect(only(as('video', { media: [film({}, 4 * 3_600 + 61)] }))).toContain('quá 61 giây')
    expect(codes(as('video', { media: [film({ width: 1_920, height: 1_080 }, 4 * 3_600)] }))).toEqual([])
  })
})

describe('a reel', () => {
  const reel = (file: Partial<Rendition>, duration: number | null = 30) => as('reel', { media: [film(file, duration)] })

  it('lasts 3 to 90 seconds', () => {
    for (const seconds of [3, 90]) expect(codes(reel({}, seconds))).toEqual([])
    expect(only(reel({}, 2.5))).toContain('ngắn hơn 0,5 giây')
    expect(only(reel({}, 102))).toContain('dài quá 12 giây')
  })

  it('is upright, 9:16, and at least 540 × 960', () => {
    expect(codes(reel({ width: 540, height: 960 }))).toEqual([])
    expect(codes(reel({ width: 1_920, height: 1_080 }))).toEqual(['reel-shape'])
    expect(only(reel({ width: 1_200, height: 1_920 }))).toContain('lệch 120 điểm ảnh')
    expect(codes(reel({ width: 360, height: 640 }))).toEqual(['reel-too-small'])
    expect(only(reel({ width: 360, height: 640 }))).toContain('thiếu 180 điểm ảnh chiều rộng và 320')
  })

  it('whose measures are not known is left to the platform', () => {
    expect(codes(reel({ width: null, height: null }, null))).toEqual([])
  })
})

describe('the presentation', () => {
  const shape = (item: Item) => {
    const { film: chosen, photos, link } = channel.render(item).post
    if (chosen) return chosen.as
    return photos.length > 0 ? 'photos' : (link && 'link') || 'text'
  }
  const media = [film(), medium('cover')]

  it.each([
    ['auto', 'clips', media, 'video'],
    ['auto', 'clips', [medium('cover')], 'link'],
    ['auto', 'articles', media, 'photos'],
    ['auto', 'articles', [], 'link'],
    ['photos', 'clips', media, 'photos'],
    ['link', 'clips', media, 'link'],
    ['text', 'articles', media, 'text'],
    ['video', 'articles', media, 'video'],
    ['reel', 'clips', media, 'reel'],
  ] as const)('%s of %s becomes what it should', (presentation, kind, given, expected) => {
    expect(shape(as(presentation, { kind, media: [...given] }))).toBe(expected)
  })

  it('has a Vietnamese label for every choice', () => {
    const text = JSON.stringify(channel.options.toJSONSchema?.() ?? {})
    for (const label of ['Tự chọn', 'Bài ảnh', 'Bài đường dẫn', 'Chỉ có chữ', 'Video', 'Reel'])
      expect(text).toContain(label)
  })

  it('of a snapshot from before there were films is still read', () => {
    expect(post.parse({ message: 'a', link: null, photos: [] })).toMatchObject({ film: null })
  })
})
