/** The neutral item → an article: words, looks, addresses, limits. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Block, Draft } from '@/channels/contract'
import { channel } from '@/channels/zalo'
import type { Article, ZaloPost } from '@/channels/zalo/options'
import { anItem } from '../../support/items'
import { openZalo, type ZaloBench } from './bench'

let bench: ZaloBench

beforeAll(async () => {
  bench = await openZalo()
})
afterAll(() => bench.platform.close())

const draftWith = (over: Parameters<typeof anItem>[0] = {}) =>
  channel.render(anItem({ media: [bench.files.photo], ...over }))
const withOptions = (options: Record<string, string | string[]>) =>
  draftWith({ variant: { title: '', text: '', options } })
const bodyOf = (body: Block[]) =>
  (draftWith({ body }).post as Article).body.flatMap((block) => (block.type === 'text' ? [block.content] : []))
const codes = (draft: Draft<ZaloPost>) => channel.inspect(draft).map(({ code }) => code)

describe('rich text', () => {
  it('drops looks that a text block cannot carry, and keeps every word', () => {
    const spans = [{ text: 'Tuyệt đối ' }, { text: 'không chuyển tiền', bold: true as const }, { text: '.' }]
    expect(bodyOf([{ type: 'paragraph', text: 'Tuyệt đối không chuyển tiền.', spans }])[0]).toBe(
      'Tuyệt đối không chuyển tiền.',
    )
  })

  it('writes the address behind words after them, percent-encoded', () => {
    const spans = [
      { text: 'Xem ' },
      { text: 'hướng dẫn ', href: 'https://congan.kontum.gov.vn/hướng dẫn' },
      { text: 'rồi gọi 113.' },
    ]
    expect(bodyOf([{ type: 'quote', text: 'Xem hướng dẫn rồi gọi 113.', spans }])[0]).toBe(
      '“Xem hướng dẫn (https://congan.kontum.gov.vn/h%C6%B0%E1%BB%9Bng%20d%E1%BA%ABn) rồi gọi 113.”',
    )
  })

  it('does not repeat an address that is its own words', () => {
    const href = 'https://vnca.gov.vn/'
    expect(bodyOf([{ type: 'paragraph', text: href, spans: [{ text: href, href }] }])[0]).toBe(href)
  })

  it('numbers lists and keeps addresses in them', () => {
    const spans = [[{ text: 'Báo cáo', href: 'https://a.vn/1' }], [{ text: 'Gọi 113' }]]
    expect(bodyOf([{ type: 'list', ordered: true, entries: ['Báo cáo', 'Gọi 113'], spans }])[0]).toBe(
      '1. Báo cáo (https://a.vn/1)\n2. Gọi 113',
    )
  })
})

describe('an article', () => {
  const [first, second] = [
    { type: 'paragraph' as const, text: 'Ô 1.' },
    { type: 'paragraph' as const, text: 'Ô 2.' },
  ]
  const types = (draft: Draft<ZaloPost>) =>
    (draft.post as Article).body.map((block) => (block.type === 'text' ? block.content : block.type))

  it('shows the pages of an infographic before the words that repeat them, and photos after the words', () => {
    const { photo, secondPhoto } = bench.files
    const media = [{ ...photo, role: 'page' as const }, secondPhoto]
    expect(types(draftWith({ kind: 'infographics', media, body: [first, second] })).slice(0, 4)).toEqual([
      'image',
      'Ô 1.',
      'Ô 2.',
      'image',
    ])
  })

  it('ends a caption once, whatever the editor ended it with', () => {
    const { secondPhoto } = bench.files
    const captions = ['Ảnh minh họa', 'Ảnh minh họa.', 'Ảnh minh họa! '].map((caption) => {
      const media = [bench.files.photo, { ...secondPhoto, caption, credit: 'Lan Tỏa' }]
      const images = (draftWith({ media }).post as Article).body.filter((block) => block.type === 'image')
      return images.map((image) => image.caption)
    })
    expect(captions).toEqual([['Ảnh minh họa. Lan Tỏa'], ['Ảnh minh họa. Lan Tỏa'], ['Ảnh minh họa! Lan Tỏa']])
  })

  it('shows the tracked link once: where the editor put it, otherwise at the end', () => {
    const words = (text: string) => draftWith({ variant: { title: '', text, options: {} } })
    for (const draft of [words(''), words('Đọc ba bước: {link}')])
      expect(draft.text.split(draft.marker)).toHaveLength(2)
  })

  it('writes a number or a mailbox behind words as a reader dials or writes it', () => {
    const spans = [
      { text: 'Gọi ' },
      { text: '113', href: 'tel:113' },
      { text: ' hoặc ' },
      { text: 'viết thư', href: 'mailto:tin@a.vn' },
    ]
    expect(bodyOf([{ type: 'paragraph', text: 'Gọi 113 hoặc viết thư', spans }])[0]).toBe(
      'Gọi 113 hoặc viết thư (tin@a.vn)',
    )
  })
})

describe('addresses of pictures', () => {
  it('are percent-encoded before Zalo sees them', () => {
    const { photo } = bench.files
    const renditions = photo.renditions.map((one) => ({ ...one, url: 'https://lantoa.example/media/ảnh bìa.jpg' }))
    const { post, media } = draftWith({ media: [{ ...photo, renditions }] })
    const encoded = 'https://lantoa.example/media/%E1%BA%A3nh%20b%C3%ACa.jpg'
    expect([post.coverUrl, media[0]?.url]).toEqual([encoded, encoded])
  })
})

describe('the options of an article', () => {
  it('carry a source and related articles, which Zalo names by id', async () => {
    const first = anItem({ media: [bench.files.photo] })
    const { remoteId, url } = await bench.publish(bench.draft(first))
    const options = { cite: 'Bộ Công an', related: [url] }
    const item = anItem({ media: [bench.files.photo], variant: { title: '', text: '', options } })
    const { remoteId: second } = await bench.publish(bench.draft(item))
    expect(bench.platform.desk.records.get('zalo.articles', second)).toMatchObject({
      cite: 'Bộ Công an',
      related_medias: [remoteId],
      status: 'show',
      comment: 'hide',
    })
  })

  it('have a Vietnamese word for each choice', () => {
    const shape = JSON.stringify(channel.options.toJSONSchema({ io: 'input', unrepresentable: 'any' }))
    for (const words of ['Gửi mọi người quan tâm', 'Miền Trung', '65 tuổi trở lên', 'Nữ', 'Bài video'])
      expect(shape).toContain(words)
  })
})

describe('inspection', () => {
  it.each([
    ['title', 150, { title: 'ệ'.repeat(151) }],
    ['description', 300, { lead: 'ệ'.repeat(301) }],
    ['author', 50, { authors: ['ệ'.repeat(51)] }],
  ])('counts a %s of up to %i letters after NFC', (field, max, over) => {
    expect(codes(draftWith(over))).toEqual([`${field}-too-long`])
    const fitting = JSON.parse(JSON.stringify(over).replace('ệ', '')) as typeof over
    expect(codes(draftWith(JSON.parse(JSON.stringify(fitting).normalize('NFD'))))).toEqual([])
    const [problem] = channel.inspect(draftWith(over))
    expect(problem?.message).toContain(`quá 1 ký tự (tối đa ${max})`)
  })

  it('wants a title, a description, a cover and a body', () => {
    const draft = draftWith({ title: ' ', lead: '', media: [] })
    expect(codes(draft)).toEqual(['title-empty', 'description-empty', 'cover-missing'])
    expect(codes({ ...draftWith(), post: { ...(draftWith().post as Article), body: [] } })).toEqual(['body-empty'])
  })

  it('names a picture that is too heavy or of another kind', () => {
    const draft = draftWith()
    const [cover] = draft.media
    if (!cover) throw new Error('no cover')
    expect(codes({ ...draft, media: [{ ...cover, bytes: 1_000_001 }] })).toEqual(['picture-too-large'])
    expect(codes({ ...draft, media: [{ ...cover, mimeType: 'image/webp' }] })).toEqual(['picture-type'])
  })

  it('names a video that is missing, too heavy by how much, or of another kind', () => {
    const draft = draftWith({ kind: 'clips', media: [bench.files.photo, bench.files.video] })
    const [cover, video] = draft.media
    if (!cover || !video) throw new Error('no video')
    expect(codes({ ...draft, media: [cover] })).toEqual(['video-missing'])
    expect(codes({ ...draft, media: [cover, { ...video, mimeType: 'video/quicktime' }] })).toEqual(['video-type'])
    const [problem] = channel.inspect({ ...draft, media: [cover, { ...video, bytes: 62_500_000 }] })
    expect(problem).toMatchObject({ code: 'video-too-large', message: expect.stringContaining('vượt 12,5 MB') })
    for (const mimeType of ['video/mp4', 'video/x-msvideo', 'video/avi'])
      expect(codes({ ...draft, media: [cover, { ...video, mimeType, bytes: 50_000_000 }] })).toEqual([])
  })

  it('counts the link of a video’s description too', () => {
    const lead = 'ệ'.repeat(290)
    const draft = draftWith({ kind: 'clips', media: [bench.files.photo, bench.files.video], lead })
    expect(codes(draft)).toEqual(['description-too-long'])
  })

  it('stops a broadcast of more than five articles, or to a city that Zalo does not have', () => {
    const five = ['1', '2', '3', '4', '5']
    expect(codes(withOptions({ broadcast: 'all', alsoBroadcast: five.slice(1) }))).toEqual([])
    const [problem] = channel.inspect(withOptions({ broadcast: 'all', alsoBroadcast: five }))
    expect(problem).toMatchObject({ code: 'broadcast-too-many', message: expect.stringContaining('thừa 1 bài') })
    expect(codes(withOptions({ broadcast: 'target', cities: ['63', '0'] }))).toEqual([])
    const [city] = channel.inspect(withOptions({ broadcast: 'target', cities: ['64', 'Kon Tum'] }))
    expect(city).toMatchObject({ code: 'broadcast-city', message: expect.stringContaining('64, Kon Tum') })
  })
})
