/** What `inspect` says before anything is sent: which limit, and by how much it is missed. */
import { beforeAll, afterAll, describe, expect, it } from 'vitest'
import type { Draft, DraftMedia, Item, Json } from '@/channels/contract'
import { channel } from '@/channels/telegram'
import { limits } from '@/channels/telegram/limits'
import type { TelegramPost } from '@/channels/telegram/options'
import { lookalike } from '@/sandbox/telegram'
import { openBench, type Bench } from '../../../contracts/bench'
import { runLookalike } from '../../../support/platforms'
import { aPollVariant, anOwnItem, somePhotos } from '../shapes'

let bench: Bench<TelegramPost>

beforeAll(async () => {
  bench = await openBench(channel, await runLookalike(lookalike))
})
afterAll(() => bench.platform.close())

const problemsOf = (item: Item) => channel.inspect(channel.render(item))
const codesOf = (item: Item) => problemsOf(item).map(({ code }) => code)

function anOwnText(text: string, options: Record<string, Json> = {}): Item {
  return anOwnItem({ signature: '', variant: { title: '', text, options } })
}

/** The usual photo post with its medium changed. */
function withMedium(change: Partial<DraftMedia>): Draft<TelegramPost> {
  const draft = channel.render(anOwnItem({ media: [bench.files.photo] }))
  return { ...draft, media: draft.media.map((medium) => ({ ...medium, ...change })) }
}

describe('texts', () => {
  it('of 4,096 code points go out in one message, one more makes two', () => {
    const item = anOwnText('')
    const room = 4096 - item.link.length - 1
    const parts = (letters: number) =>
      channel.render({ ...item, variant: { ...item.variant, text: `${'👮'.repeat(letters)} {link}` } }).post.parts
    expect(parts(room)).toHaveLength(1)
    expect(parts(room + 1)).toHaveLength(2)
  })

  it('go out in four messages at most, and the exact rest is told', () => {
    const item = anOwnText(`{link}\n\n${'ạ'.repeat(4096 * 5)}`)
    expect(problemsOf(item)).toEqual([
      { code: 'text-too-long', message: expect.stringMatching(/dài hơn 4 tin nhắn, thừa \d+ ký tự/) },
    ])
    const pieces = channel.render(item).post.parts.map((part) => (part.kind === 'poll' ? 0 : [...part.html].length))
    const rest = pieces.slice(4).reduce((sum, length) => sum + length, 0)
    expect(problemsOf(item)[0]?.message).toContain(`thừa ${rest} ký tự`)
  })

  it('of a caption are told by how much they are too long', () => {
    const item = anOwnItem({ media: [bench.files.photo], lead: 'x'.repeat(2000), title: 'ạ'.repeat(1030) })
    expect(problemsOf(item)).toMatchObject([
      { code: 'text-too-long', message: expect.stringContaining('6 ký tự (tối đa 1024)') },
    ])
  })

  it('have at most a hundred looks and 32,768 bytes of markup', () => {
    expect(problemsOf(anOwnText(`${'<b>x</b> '.repeat(103)}{link}`))).toMatchObject([
      { code: 'too-many-entities', message: expect.stringContaining('thừa 3 chỗ') },
    ])
    const address = `https://a.vn/${'x'.repeat(400)}`
    const heavy = anOwnText(`${`<a href="${address}">x</a> `.repeat(90)}{link}`)
    expect(problemsOf(heavy)).toMatchObject([
      { code: 'markup-too-long', message: expect.stringMatching(/thừa \d+ byte/) },
    ])
  })

  it('are needed', () => {
    const draft = channel.render(anOwnText('x'))
    const parts = draft.post.parts.map((part) => ({ ...part, html: '' }))
    expect(
      channel.inspect({ ...draft, post: { ...draft.post, parts } as TelegramPost }).map(({ code }) => code),
    ).toEqual(['text-empty', 'link-missing'])
  })
})

describe('media', () => {
  it.each<[string, Partial<DraftMedia>, string, RegExp]>([
    [
      'a heavy photo',
      { bytes: limits.media.photo.maxBytes + 1024 * 1024 },
      'media-too-large',
      /11 MB, quá mức 10 MB .* 1 MB/,
    ],
    ['a wide photo', { width: 9000, height: 1007 }, 'photo-too-wide', /thừa 7 điểm ảnh/],
    ['a long photo', { width: 100, height: 2100 }, 'photo-too-long', /gấp 21 lần/],
    ['a photo of another type', { mimeType: 'image/gif' }, 'media-type', /image\/gif/],
    [
      'a heavy video',
      { role: 'video', mimeType: 'video/mp4', bytes: 52 * 1024 * 1024 },
      'media-too-large',
      /quá mức 50 MB .* 2 MB/,
    ],
    ['a video of another type', { role: 'video', mimeType: 'video/webm' }, 'media-type', /video\/webm/],
    [
      'a heavy file',
      { role: 'document', mimeType: 'application/pdf', bytes: 51 * 1024 * 1024 },
      'media-too-large',
      /1 MB/,
    ],
    ['a file of another type', { role: 'document', mimeType: 'application/zip' }, 'media-type', /zip/],
  ])('%s', (_name, change, code, words) => {
    expect(channel.inspect(withMedium(change))).toEqual([{ code, message: expect.stringMatching(words) }])
  })

  it.each([
    [10_000 - 500, 500],
    [2000, 100],
  ])('of %i × %i just fit', (width, height) => {
    expect(channel.inspect(withMedium({ width, height, bytes: limits.media.photo.maxBytes }))).toEqual([])
  })

  it.each([
    ['photo', 'media-missing'],
    ['video', 'media-missing'],
    ['document', 'media-missing'],
    ['album', 'media-missing'],
  ])('for "%s" are needed', (presentation, code) => {
    expect(codesOf(anOwnText('x {link}', { presentation }))).toEqual([code])
  })

  it('of an album are two to ten', () => {
    const album = (number: number) =>
      anOwnItem({
        media: somePhotos(bench.files, number),
        variant: { title: '', text: '', options: { presentation: 'album' } },
      })
    expect(problemsOf(album(1))).toMatchObject([
      { code: 'album-too-small', message: expect.stringContaining('ít nhất 2') },
    ])
    expect(problemsOf(album(10))).toEqual([])
    expect(problemsOf(album(13))).toMatchObject([
      { code: 'album-too-large', message: expect.stringContaining('hãy bớt 3') },
    ])
  })

  it('of an album are no mixture with files', () => {
    const draft = channel.render(anOwnItem({ media: [...somePhotos(bench.files, 2)] }))
    const [first, second] = draft.media
    if (!first || !second) throw new Error('two photos')
    const pdf = { ...second, role: 'document' as const, mimeType: 'application/pdf' }
    expect(channel.inspect({ ...draft, media: [first, pdf] }).map(({ code }) => code)).toEqual(['album-mixed'])
  })
})

describe('a poll', () => {
  const poll = (change: Record<string, Json>) => {
    const variant = aPollVariant()
    return anOwnItem({ variant: { ...variant, options: { ...(variant.options as object), ...change } } })
  }

  it.each<[string, Record<string, Json>, string, RegExp]>([
    ['a question of 303', { pollQuestion: 'ạ'.repeat(303) }, 'poll-question-too-long', /quá 3 ký tự/],
    ['no question', { pollQuestion: ' ' }, 'poll-question-missing', /chưa có câu hỏi/],
    ['no options', { pollOptions: [] }, 'poll-too-few-options', /hãy thêm 2/],
    ['one option', { pollOptions: ['Có', ' '] }, 'poll-too-few-options', /hãy thêm 1/],
    [
      '14 options',
      { pollOptions: Array.from({ length: 14 }, (_, index) => `Số ${index}`) },
      'poll-too-many-options',
      /hãy bớt 2/,
    ],
    ['an option of 104', { pollOptions: ['Có', 'ạ'.repeat(104)] }, 'poll-option-too-long', /quá 4 ký tự/],
    ['an option twice', { pollOptions: ['Có', 'Có '] }, 'poll-option-twice', /hai lần/],
  ])('with %s', (_name, change, code, words) => {
    expect(problemsOf(poll(change))).toEqual([{ code, message: expect.stringMatching(words) }])
  })

  it('of 300, 12 and 100 fits, and there is none without a question and options', () => {
    const pollOptions = Array.from({ length: 12 }, (_, index) => `${index}`.padEnd(100, 'ạ'))
    expect(problemsOf(poll({ pollQuestion: 'ạ'.repeat(300), pollOptions }))).toEqual([])
    expect(channel.render(anOwnText('x {link}')).post.parts).toHaveLength(1)
  })
})
