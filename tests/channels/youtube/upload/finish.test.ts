/** What is added after the last byte: each step alone, again and again if need be, and never at the cost of the video. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Item, Processing } from '@/channels/contract'
import { tracksOf } from '@/sandbox/youtube/extras/captions'
import { entriesOf } from '@/sandbox/youtube/extras/playlists'
import { wall } from '@/sandbox/youtube/public/wall'
import { aPoster, aShort, playlistFor, someCaptions } from '../support/shapes'
import { NAME, openStage, type Stage } from '../support/stage'

let stage: Stage
const playlist = playlistFor(NAME)
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

const everything = (): Item['media'] => [
  stage.files.video,
  aPoster(stage.files),
  someCaptions(stage.files, 'vi'),
  someCaptions(stage.files, 'en'),
]
const beginAll = () => stage.begin(stage.aDraft({ media: everything(), options: { playlistId: playlist } }))
const idOf = ({ ticket }: Processing) => (ticket as { video: string }).video
const stepsOf = ({ ticket }: Processing) => (ticket as { steps: { step: string; tries: number }[] }).steps
const inPlaylist = (id: string) => entriesOf(stage.desk, playlist).filter(({ video }) => video === id).length

describe('after the last byte', () => {
  it('picture, captions of both languages and the place in the playlist are added, each once, and nothing is remarked', async () => {
    const uploaded = await beginAll()
    const id = idOf(uploaded)
    expect(stepsOf(uploaded).map(({ step }) => step)).toEqual(['thumbnail', 'captions', 'captions', 'playlist'])
    const published = await stage.toTheEnd(uploaded)
    expect(published.remarks).toBeUndefined()
    expect(stage.videos().find((video) => video.id === id)?.thumbnail).toMatch(/^\/_files\//)
    expect(tracksOf(stage.desk, id).map(({ language, name }) => [language, name])).toEqual([
      ['vi', 'Tiếng Việt'],
      ['en', 'English'],
    ])
    expect(inPlaylist(id)).toBe(1)
    expect(stage.count('thumbnails.set', id)).toBe(1)
    expect(wall(stage.desk).find((post) => post.id === id)?.notes).toEqual([
      'Phụ đề: Tiếng Việt, English',
      `Trong danh sách phát ${playlist}`,
    ])
  })

  it('the picture that arrives is the rendition of 1280 by 720, to the byte', async () => {
    const poster = aPoster(stage.files)
    const published = await stage.publish({ media: [stage.files.video, poster] })
    const rendition = poster.renditions.find(({ name }) => name === 'youtube-thumbnail')
    expect(rendition).toMatchObject({ width: 1280, height: 720, mimeType: 'image/jpeg' })
    const video = stage.videos().find(({ id }) => id === published.remoteId)
    expect(video?.thumbnail).toBe(`/_files/${rendition?.sha256}`)
  })

  it('captions arrive to the byte', async () => {
    const captions = someCaptions(stage.files, 'vi', 'Đừng chuyển tiền – gọi 113')
    const { remoteId } = await stage.publish({ media: [stage.files.video, captions] })
    expect(tracksOf(stage.desk, remoteId).map(({ file }) => file)).toEqual([
      `/_files/${captions.renditions[0]?.sha256}`,
    ])
  })

  it.each([
    ['thumbnails.set', 'thumbnail'],
    ['captions.insert', 'captions'],
    ['playlistItems.list', 'playlist'],
  ])('a step that fails for a moment (%s) is tried again alone, the others are not repeated', async (name, step) => {
    const uploaded = await beginAll()
    const id = idOf(uploaded)
    stage.platform.pass(5)
    stage.fault(name, 'unavailable')
    const looked = (await stage.follow(uploaded.ticket)) as Processing
    expect(stepsOf(looked).map((left) => [left.step, left.tries])).toEqual([[step, 1]])
    const published = await stage.toTheEnd(looked)
    expect(published.remarks).toBeUndefined()
    expect(stage.count('thumbnails.set', id)).toBe(1)
    expect(stage.count('captions.insert', id)).toBe(2)
    expect(inPlaylist(id)).toBe(1)
    expect(stage.count('videos.insert', id)).toBe(1)
  })

  it.each([
    ['thumbnails.set', 'thumbnail-failed'],
    ['captions.insert', 'captions-failed'],
    ['playlistItems.list', 'playlist-failed'],
  ])('a step that never succeeds (%s) is given up after four tries and told; the video is live', async (name, code) => {
    const before = stage.videos().length
    const uploaded = await beginAll()
    stage.fault(name, 'unavailable', 100)
    const published = await stage.toTheEnd(uploaded)
    expect(published.remoteId).toBe(idOf(uploaded))
    expect(new Set(published.remarks?.map((remark) => remark.code))).toEqual(new Set([code]))
    for (const { message } of published.remarks ?? []) expect(message).toContain('Video đã lên nhưng')
    const used = 100 - (stage.desk.faults.list()[0]?.times ?? 0)
    expect(used).toBe(name === 'captions.insert' ? 8 : 4)
    expect(stage.videos()).toHaveLength(before + 1)
  })

  it('a channel without a verified telephone number keeps YouTube’s own picture, and is told what to do', async () => {
    stage.mood({ isPhoneVerified: false })
    const published = await stage.toTheEnd(await beginAll())
    expect(published.remarks).toEqual([
      { code: 'thumbnail-failed', message: expect.stringContaining('youtube.com/verify') },
    ])
  })

  it('too many pictures are not waited for: hours later a person may do it', async () => {
    stage.mood({ thumbnailsLeft: 0 })
    const published = await stage.toTheEnd(await beginAll())
    expect(published.remarks).toEqual([{ code: 'thumbnail-failed', message: expect.stringContaining('vài giờ') }])
  })

  it('a playlist that is not there is a remark', async () => {
    const draft = stage.aDraft({ options: { playlistId: 'PLkhongco' } })
    const published = await stage.toTheEnd(await stage.begin(draft))
    expect(published.remarks).toEqual([
      { code: 'playlist-failed', message: expect.stringContaining('Không có danh sách phát này') },
    ])
  })

  it('a lost answer after captions were taken ends in one track: the conflict is an update', async () => {
    const uploaded = await stage.begin(stage.aDraft({ media: [stage.files.video, someCaptions(stage.files, 'vi')] }))
    const id = idOf(uploaded)
    stage.fault('captions.insert', 'accept-then-drop')
    const published = await stage.toTheEnd(uploaded)
    expect(published.remarks).toBeUndefined()
    expect(tracksOf(stage.desk, id)).toHaveLength(1)
    expect(stage.count('captions.update', id)).toBe(1)
  })

  it('a lost answer after the playlist took the video makes no second entry', async () => {
    const uploaded = await stage.begin(stage.aDraft({ options: { playlistId: playlist } }))
    stage.fault('playlistItems.insert', 'accept-then-drop')
    const published = await stage.toTheEnd(uploaded)
    expect(published.remarks).toBeUndefined()
    expect(inPlaylist(idOf(uploaded))).toBe(1)
  })

  it('an unclear answer is followed by looks alone until a list cannot lag any more, then the video is added once', async () => {
    const uploaded = await stage.begin(stage.aDraft({ options: { playlistId: playlist } }))
    const id = idOf(uploaded)
    stage.platform.pass(5)
    stage.fault('playlistItems.insert', 'unavailable')
    const unclear = (await stage.follow(uploaded.ticket)) as Processing
    stage.platform.pass(300)
    const waiting = (await stage.follow(unclear.ticket)) as Processing
    expect(waiting.outcome).toBe('processing')
    expect(inPlaylist(id)).toBe(0)
    await stage.toTheEnd(waiting)
    expect(inPlaylist(id)).toBe(1)
  })

  it('looking twice at the same ticket, as after a crash, sets the same things and doubles none', async () => {
    const uploaded = await beginAll()
    const id = idOf(uploaded)
    stage.platform.pass(5)
    await stage.follow(uploaded.ticket)
    expect(await stage.follow(uploaded.ticket)).toMatchObject({ outcome: 'published' })
    expect(tracksOf(stage.desk, id)).toHaveLength(2)
    expect(inPlaylist(id)).toBe(1)
    expect(stage.count('videos.insert', id)).toBe(1)
  })

  it('captions and playlist do not wait for the processing; the picture of a Short does', async () => {
    stage.mood({ processingSeconds: 100 })
    const media = [aShort(stage.files), aPoster(stage.files), someCaptions(stage.files, 'vi')]
    const uploaded = await stage.begin(stage.aDraft({ media }))
    stage.platform.pass(5)
    const looked = (await stage.follow(uploaded.ticket)) as Processing
    expect(stepsOf(looked).map(({ step }) => step)).toEqual(['thumbnail'])
    expect(stage.count('captions.insert', idOf(uploaded))).toBe(1)
    const published = await stage.toTheEnd(looked)
    expect(stage.count('thumbnails.set', idOf(uploaded))).toBe(1)
    expect(published.remarks).toEqual([{ code: 'is-short', message: expect.stringContaining('Shorts') }])
  })

  it('a video that YouTube refuses gets nothing added', async () => {
    stage.mood({ rejectionReason: 'copyright' })
    const uploaded = await beginAll()
    stage.platform.pass(5)
    await expect(stage.follow(uploaded.ticket)).rejects.toMatchObject({ kind: 'rejected', code: 'copyright' })
    expect(stage.count('thumbnails.set', idOf(uploaded))).toBe(0)
  })
})
