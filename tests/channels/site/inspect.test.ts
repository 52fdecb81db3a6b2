/** What may not stand on our own page, by how much, and what the web process itself refuses. */
import { describe, expect, it } from 'vitest'
import type { DraftMedia, Item, ItemMedia, MediaRole } from '@/channels/contract'
import { channel } from '@/channels/site'
import { failureOf } from '@/channels/site/failures'
import { anItem } from '../../support/items'

const problemsOf = (over: Partial<Item>) => channel.inspect(channel.render(anItem(over)))
const codesOf = (over: Partial<Item>) => problemsOf(over).map(({ code }) => code)

const aMedium = (role: MediaRole, over: Partial<DraftMedia> = {}): ItemMedia => {
  const rendition = { name: 'original', mimeType: 'image/jpeg', bytes: 1, width: 10, height: 10, ...over }
  const renditions = [{ ...rendition, sha256: 'a'.repeat(64), url: 'https://a.vn/x' }]
  return { id: role, role, alt: 'Tấm thẻ', caption: '', credit: '', duration: null, renditions }
}

describe('words', () => {
  it.each([
    ['title', 200, 'title-too-long', (text: string) => ({ title: text })],
    ['lead', 500, 'lead-too-long', (text: string) => ({ lead: text })],
  ] as const)('of the %s are at most %i, and the exact rest is told', (_name, max, code, over) => {
    expect(codesOf(over('ệ'.repeat(max)))).toEqual([])
    expect(problemsOf(over('ệ'.repeat(max + 7)))).toMatchObject([{ code, message: expect.stringContaining('7 ký tự') }])
  })

  it('of the whole page are at most 200,000, with lead and signature', () => {
    const body = [{ type: 'paragraph' as const, text: 'a'.repeat(200_000 - 4) }]
    expect(codesOf({ lead: 'a', signature: 'b', body: [{ type: 'paragraph', text: 'a'.repeat(199_994) }] })).toEqual([])
    expect(problemsOf({ lead: 'a', signature: 'b', body })).toMatchObject([
      { code: 'text-too-long', message: expect.stringContaining('2 ký tự') },
    ])
  })

  it('are needed: a title, an audience, and the body of each kind', () => {
    expect(codesOf({ title: ' ' })).toEqual(['title-missing'])
    expect(codesOf({ audiences: [] })).toEqual(['audience-missing'])
    expect(codesOf({ body: [] })).toEqual(['body-missing'])
    const page = aMedium('page')
    const film = aMedium('video', { mimeType: 'video/mp4' })
    for (const [kind, media, words] of [
      ['articles', [], 'Bài viết'],
      ['clips', [film], 'bản chép lời'],
      ['infographics', [page], 'dạng chữ'],
      ['handbooks', [], 'chương'],
    ] as const)
      expect(problemsOf({ kind, media: [...media], body: [] })[0]?.message).toContain(words)
  })
})

describe('media', () => {
  it('are needed by clips and infographics', () => {
    expect(codesOf({ kind: 'clips' })).toEqual(['video-missing'])
    expect(codesOf({ kind: 'infographics' })).toEqual(['page-missing'])
  })

  it('have a description when they are pictures', () => {
    expect(codesOf({ media: [{ ...aMedium('cover'), alt: ' ' }] })).toEqual(['alt-missing'])
    expect(codesOf({ media: [{ ...aMedium('document', { mimeType: 'application/pdf' }), alt: '' }] })).toEqual([])
  })

  it.each([
    ['cover', 'image/tiff'],
    ['video', 'video/quicktime'],
    ['document', 'application/zip'],
    ['captions', 'application/x-subrip'],
  ] as const)('of the role %s are not %s', (role, mimeType) => {
    expect(codesOf({ media: [aMedium(role, { mimeType })] })).toEqual(['media-type'])
  })

  it.each([
    ['cover', 'image/webp', 20],
    ['video', 'video/mp4', 2_048],
    ['document', 'application/pdf', 50],
    ['captions', 'text/vtt', 10],
  ] as const)('of the role %s (%s) have at most %i MB, and the bytes over are told', (role, mimeType, megabytes) => {
    const bytes = megabytes * 1024 * 1024
    expect(codesOf({ media: [aMedium(role, { mimeType, bytes })] })).toEqual([])
    expect(problemsOf({ media: [aMedium(role, { mimeType, bytes: bytes + 1_234 })] })).toMatchObject([
      { code: 'media-too-large', message: expect.stringContaining('1.234 byte') },
    ])
  })
})

describe('a refusal of the web process', () => {
  const answer = (status: number, code: string, headers = {}) => ({
    status,
    headers: new Headers(headers),
    text: JSON.stringify({ errors: [{ code, message: '…' }] }),
  })

  it.each([
    [401, 'token-wrong', 'unauthorized'],
    [422, 'page-invalid', 'rejected'],
    [413, 'page-too-large', 'rejected'],
    [409, 'page-withdrawn', 'rejected'],
    [429, 'too-fast', 'throttled'],
    [503, 'not-ready', 'unavailable'],
  ])('%i %s is %s, with a sentence in Vietnamese', (status, code, kind) => {
    const failure = failureOf(answer(status, code, { 'retry-after': '7' }), true)
    expect(failure).toMatchObject({ kind, code, httpStatus: status })
    expect(failure?.message).toMatch(/^\p{Lu}.*[ạ-ỹđươ].*\.$/u)
  })

  it('that nobody has listed may have had an effect after a send, and had none before', () => {
    const strange = { status: 502, headers: new Headers(), text: '<html>Bad Gateway</html>' }
    expect(failureOf(strange, true)).toMatchObject({ kind: 'outcome-unknown', code: '502' })
    expect(failureOf(strange, false)).toMatchObject({ kind: 'unavailable', code: '502' })
    expect(failureOf(answer(404, 'page-unknown'), false)).toBeNull()
  })
})
