/** A video goes up streamed, is converted at Zalo, and becomes an article of its own kind. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ChannelError, type Item } from '@/channels/contract'
import { channel } from '@/channels/zalo'
import { lookalike } from '@/sandbox/zalo'
import type { Video } from '@/sandbox/zalo/videos'
import { anItem } from '../../support/items'
import { openZalo, type ZaloBench } from './bench'

let bench: ZaloBench

beforeAll(async () => {
  bench = await openZalo()
})
afterEach(() => {
  bench.platform.heal?.()
  for (const name of ['videoLooks', 'videoByCode', 'videoToken', 'videoFails'] as const) bench.turn(name, 0)
})
afterAll(() => bench.platform.close())

const clip = (over: Partial<Item> = {}) =>
  anItem({ kind: 'clips', media: [bench.files.photo, bench.files.video], ...over })
const shown = ({ link }: Item) => lookalike.wall(bench.platform.desk).filter(({ text }) => text.includes(link))
const uploads = () => bench.platform.desk.records.list<Video>('zalo.videos')

async function fail(wanted: Item, recorded = bench.record()) {
  const failure = await bench.failToPublish(bench.draft(wanted), recorded)
  if (!(failure instanceof ChannelError)) throw failure
  return { failure, recorded }
}

describe('a clip', () => {
  it('becomes a video article with its picture, its description and the link', async () => {
    const wanted = clip()
    const { url } = await bench.publish(bench.draft(wanted))
    const [post] = shown(wanted)
    expect(post).toMatchObject({ kind: 'video', title: wanted.title, state: 'visible' })
    expect(post?.text).toBe(`${wanted.lead}\nXem đầy đủ: ${wanted.link}`)
    expect(post?.pictures).toHaveLength(1)
    expect(post?.video).toMatch(/^\/_files\//)
    expect(url).toContain(post?.id)
  })

  it('arrives to the byte, without lying in memory as a whole', async () => {
    const recorded = bench.record()
    const kinds: string[] = []
    const { http } = recorded.call
    recorded.call.http = async (request) => {
      if (request.url.endsWith('/preparevideo')) kinds.push(request.body?.constructor.name ?? '')
      return http(request)
    }
    await bench.publish(bench.draft(clip()), recorded)
    expect(kinds).toEqual(['ReadableStream'])
    const { address, size } = uploads().at(-1) as Video
    const [rendition] = bench.files.video.renditions
    expect({ sha256: address.slice('/_files/'.length), size }).toEqual({
      sha256: rendition?.sha256,
      size: rendition?.bytes,
    })
  })

  it('can be an article without its video, and an article a video, where the editor says so', () => {
    const as = (presentation: string) => ({ title: '', text: '', options: { presentation } })
    expect(bench.draft(clip({ variant: as('article') })).post.type).toBe('normal')
    expect(bench.draft(clip({ kind: 'articles', variant: as('video') })).post.type).toBe('video')
  })
})

describe('while Zalo converts', () => {
  it.each([
    ['by the status of the video', 0],
    ['by the code -214', 1],
  ])(
    'the post waits by itself (%s), and the video goes up only once',
    async (_name, byCode) => {
      bench.turn('videoLooks', 8)
      bench.turn('videoByCode', byCode)
      const wanted = clip()
      const before = uploads().length
      const { failure, recorded } = await fail(wanted)
      expect(failure).toMatchObject({ kind: 'throttled', code: '-214', scope: 'post', retryAfter: 30 })
      expect(shown(wanted)).toEqual([])
      bench.platform.pass(30)
      await bench.publish(bench.draft(wanted), bench.record({ earlier: recorded.checkpoints }))
      expect([shown(wanted).length, uploads().length - before]).toEqual([1, 1])
    },
    20_000,
  )

  it.each([
    ['a header', 1],
    ['a parameter', 2],
  ])('its token is read wherever this Zalo looks for it: %s', async (_name, place) => {
    bench.turn('videoToken', place)
    const wanted = clip()
    await bench.publish(bench.draft(wanted))
    expect(shown(wanted)).toHaveLength(1)
  })

  it('longer than half an hour, a person is asked, and the next attempt uploads anew', async () => {
    bench.turn('videoLooks', 1_000)
    const wanted = clip()
    const first = await fail(wanted)
    bench.platform.pass(1_900)
    const second = await fail(wanted, bench.record({ earlier: first.recorded.checkpoints }))
    expect(second.failure).toMatchObject({ kind: 'rejected', code: 'processing-too-long' })
    expect(second.failure.message).toContain('30 phút')
    bench.turn('videoLooks', 0)
    const earlier = [...first.recorded.checkpoints, ...second.recorded.checkpoints]
    await bench.publish(bench.draft(wanted), bench.record({ earlier }))
    expect(shown(wanted)).toHaveLength(1)
  }, 30_000)

  it('and cannot, the editor is told what to do', async () => {
    bench.turn('videoFails', 1)
    const { failure } = await fail(clip())
    expect(failure).toMatchObject({
      kind: 'rejected',
      code: 'video-not-converted',
      message: expect.stringContaining('H.264'),
    })
  })
})

describe('an uploaded video', () => {
  it('is used again by a later attempt, until Zalo would have forgotten it', async () => {
    const wanted = clip()
    const before = uploads().length
    bench.platform.fault?.('unavailable', 'article.create')
    const { recorded } = await fail(wanted)
    await bench.publish(bench.draft(wanted), bench.record({ earlier: recorded.checkpoints }))
    expect(uploads().length - before).toBe(1)
  })

  it('that Zalo no longer knows goes up again at the next attempt', async () => {
    const wanted = clip()
    const before = uploads().length
    bench.platform.fault?.('unavailable', 'article.create')
    const { recorded } = await fail(wanted)
    const video = uploads().at(-1) as Video
    bench.platform.desk.records.put('zalo.videos', video.token, { ...video, at: '2026-01-01T00:00:00.000Z' })
    const second = await fail(wanted, bench.record({ earlier: recorded.checkpoints }))
    expect(second.failure).toMatchObject({ kind: 'rejected', code: '-100' })
    const earlier = [...recorded.checkpoints, ...second.recorded.checkpoints]
    await bench.publish(bench.draft(wanted), bench.record({ earlier }))
    expect([shown(wanted).length, uploads().length - before]).toEqual([1, 2])
  })

  it('counts against 5,000 a month, and the one after waits', async () => {
    const month = bench.platform.now().toISOString().slice(0, 7)
    const budgets = new Map([[['uploads', bench.platform.account, month].join('|'), 5_000]])
    const { failure } = await fail(clip(), bench.record({ budgets }))
    expect(failure).toMatchObject({ kind: 'throttled', code: 'uploads-spent', scope: 'post' })
  })

  it('whose upload got no answer goes up again, because nobody can see it', async () => {
    const wanted = clip()
    bench.platform.fault?.('accept-then-drop', 'video.upload')
    const { failure, recorded } = await fail(wanted)
    expect(failure.kind).toBe('unavailable')
    await bench.publish(bench.draft(wanted), bench.record({ earlier: recorded.checkpoints }))
    expect(shown(wanted)).toHaveLength(1)
  })

  it('of another kind than MP4 and AVI is refused by Zalo in words', async () => {
    const draft = bench.draft(clip())
    const { call } = bench.record()
    call.open = async () => new Blob([new Uint8Array(300_024)]).stream()
    const failure = await channel.publish(draft, call).catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ kind: 'rejected', code: '-201' })
  })
})

describe('a live video article', () => {
  it('is changed with the same video uploaded anew, writing nothing down', async () => {
    const wanted = clip()
    const live = bench.live(wanted, await bench.publish(bench.draft(wanted)))
    const { call } = bench.record()
    call.checkpoint = () => Promise.reject(new Error('this call may not send'))
    await channel.update?.(live, bench.draft({ ...wanted, title: 'Tiêu đề đã sửa' }), call)
    expect(shown(wanted).map(({ title }) => title)).toEqual(['Tiêu đề đã sửa'])
  })

  it('is measured from the list of videos', async () => {
    const wanted = clip()
    const live = bench.live(wanted, await bench.publish(bench.draft(wanted)))
    bench.platform.pass(3_600)
    const readings = await channel.measure([live], bench.record().call)
    expect(readings.find(({ metric }) => metric === 'views')?.value).toBeGreaterThan(0)
  })
})
