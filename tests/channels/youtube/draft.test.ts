/** What is wrong before anything is sent, each with how much. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftMedia, ItemMedia } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { isShort, limits, tagLength } from '@/channels/youtube/limits'
import { aPoster, someCaptions } from './support/shapes'
import { openStage, type Stage } from './support/stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.platform.close())

type Over = Parameters<Stage['aDraft']>[0]

const problems = (over: Over = {}) => channel.inspect(stage.aDraft(over))
const codes = (over: Over = {}) => problems(over).map(({ code }) => code)
const saying = (over: Over, code: string) => problems(over).find((problem) => problem.code === code)?.message
const change = (medium: ItemMedia, file: Partial<ItemMedia['renditions'][number]>, more: Partial<ItemMedia> = {}) => ({
  ...medium,
  ...more,
  renditions: medium.renditions.map((rendition) => ({ ...rendition, ...file })),
})

describe('the text', () => {
  it('has a title of at most 100 characters', () => {
    expect(codes({ title: 'ệ'.repeat(100) })).toEqual([])
    expect(saying({ title: 'ệ'.repeat(107) }, 'title-too-long')).toContain('quá 7 ký tự')
    expect(codes({ title: '   ' })).toEqual(['title-empty'])
  })

  it('counts a title written with loose accents as it will be sent', () => {
    expect(codes({ title: 'ệ'.repeat(100).normalize('NFD') })).toEqual([])
  })

  it('has a description of at most 5,000 bytes, with link and signature', () => {
    const draft = stage.aDraft({ text: 'x' })
    const rest = new TextEncoder().encode(draft.text).length - 1
    expect(codes({ text: 'x'.repeat(5_000 - rest) })).toEqual([])
    expect(saying({ text: 'x'.repeat(5_001 - rest) }, 'description-too-long')).toContain('quá 1 byte')
    expect(codes({ text: 'ệ'.repeat(1_700) })).toEqual(['description-too-long'])
  })

  it('holds no angle brackets', () => {
    expect(saying({ title: 'a < b' }, 'title-brackets')).toContain('1 dấu')
    expect(saying({ text: '<b>Cảnh báo</b>' }, 'description-brackets')).toContain('4 dấu')
  })

  it('has tags of 500 characters together, commas and the quotes of tags with a space counted', () => {
    expect(tagLength(['một', 'hai ba'])).toBe(3 + 1 + 6 + 2)
    const tags = (count: number) => Array.from({ length: count }, () => 'an toàn')
    expect(tagLength(tags(50))).toBe(499)
    expect(codes({ options: { tags: tags(50) } })).toEqual([])
    expect(saying({ options: { tags: tags(51) } }, 'tags-too-long')).toContain('quá 9 ký tự')
  })
})

describe('the hour and the playlist', () => {
  it('an hour needs a private video and a form that can be read', () => {
    expect(codes({ options: { privacy: 'private', publishAt: '2026-12-01 08:00' } })).toEqual([])
    expect(codes({ options: { publishAt: '2026-12-01 08:00' } })).toEqual(['publish-at-not-private'])
    expect(saying({ options: { privacy: 'private', publishAt: 'sáng mai' } }, 'publish-at-unreadable')).toContain(
      '“sáng mai”',
    )
    expect(codes({ options: { privacy: 'private', publishAt: '2026-13-45 08:00' } })).toEqual(['publish-at-unreadable'])
  })

  it('a playlist is named by its id', () => {
    expect(codes({ options: { playlistId: 'PLabc_-123' } })).toEqual([])
    expect(codes({ options: { playlistId: 'https://www.youtube.com/playlist?list=PLabc' } })).toEqual([
      'playlist-unreadable',
    ])
  })
})

describe('the media', () => {
  const { video: most, thumbnail, captions } = limits.media

  it('are a video of a known kind, with bytes, of at most 256 GiB and 12 hours', () => {
    const film = stage.files.video
    expect(codes({ media: [stage.files.photo] })).toEqual(['video-missing'])
    expect(codes({ media: [change(film, { mimeType: 'video/x-flv' })] })).toEqual(['video-type'])
    expect(codes({ media: [change(film, { bytes: 0 })] })).toEqual(['video-empty'])
    expect(codes({ media: [change(film, { bytes: most.maxBytes })] })).toEqual([])
    expect(saying({ media: [change(film, { bytes: most.maxBytes + 5 })] }, 'video-too-large')).toContain('quá 5 byte')
    expect(codes({ media: [change(film, {}, { duration: 12 * 3_600 })] })).toEqual([])
    expect(saying({ media: [change(film, {}, { duration: 12 * 3_600 + 3 })] }, 'video-too-long')).toContain(
      'quá 3 giây',
    )
  })

  it('have a picture of at most 50 MB, JPEG or PNG', () => {
    const media = (file: Parameters<typeof change>[1]) => [stage.files.video, change(aPoster(stage.files), file)]
    expect(codes({ media: media({}) })).toEqual([])
    expect(codes({ media: media({ mimeType: 'image/webp' }) })).toEqual(['thumbnail-type'])
    expect(saying({ media: media({ bytes: thumbnail.maxBytes + 1 }) }, 'thumbnail-too-large')).toContain('quá 1 byte')
  })

  it('have captions of at most 100 MB, SRT or VTT, one file for each language', () => {
    const vi = someCaptions(stage.files, 'vi')
    const media = (...tracks: ItemMedia[]) => [stage.files.video, ...tracks]
    expect(codes({ media: media(vi, someCaptions(stage.files, 'en')) })).toEqual([])
    expect(codes({ media: media(change(vi, { mimeType: 'application/pdf' })) })).toEqual(['captions-type'])
    expect(codes({ media: media(change(vi, { bytes: 0 })) })).toEqual(['captions-empty'])
    expect(saying({ media: media(change(vi, { bytes: captions.maxBytes + 2 })) }, 'captions-too-large')).toContain(
      'quá 2 byte',
    )
    expect(codes({ media: media({ ...vi, language: '' }) })).toEqual(['captions-language-missing'])
    expect(codes({ media: media(vi, { ...vi, id: 'phu-de-khac' }) })).toEqual(['captions-twice'])
  })

  it('make a Short by their shape alone', () => {
    const shape = (width: number, height: number, duration: number | null) =>
      isShort({ width, height, duration } as DraftMedia)
    expect([shape(360, 640, 180), shape(640, 640, 20)]).toEqual([true, true])
    expect([shape(360, 640, 181), shape(640, 360, 20), shape(360, 640, null)]).toEqual([false, false, false])
  })
})

it('a snapshot of the time before pictures and captions can still be sent', () => {
  const { thumbnail: _a, captions: _b, playlistId: _c, publishAt: _d, ...old } = stage.aDraft().post
  expect(channel.post.parse(old)).toMatchObject({ thumbnail: null, captions: [], playlistId: null, publishAt: null })
})
