/** From the last byte to a video that people can watch, and its numbers. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Live } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { http } from '@/platform/http'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

describe('following a video', () => {
  it('waits while it is processed, more patiently the longer it takes', async () => {
    stage.mood({ processingSeconds: 1_000 })
    const { ticket, lookAgainIn } = await stage.upload()
    expect(lookAgainIn).toBe(5)
    stage.platform.pass(400)
    const still = await stage.follow(ticket)
    expect(still).toMatchObject({ outcome: 'processing', lookAgainIn: 200 })
    stage.platform.pass(700)
    expect(await stage.follow(ticket)).toMatchObject({ outcome: 'published' })
  })

  it('gives an address at which the look-alike shows the video', async () => {
    const { ticket } = await stage.upload()
    stage.platform.pass(10)
    const published = await stage.follow(ticket)
    const page = await http({ method: 'GET', url: published?.outcome === 'published' ? published.url : '' })
    expect(page.text).toContain('<video')
    expect(page.text).toContain('Nhận diện cuộc gọi giả danh công an')
  })

  it.each([
    [{ failureReason: 'codec' }, 'kiểu mã hóa'],
    [{ rejectionReason: 'copyright' }, 'bản quyền'],
    [{ rejectionReason: 'duplicate' }, 'đã có trên kênh'],
  ])('tells in Vietnamese why YouTube refused it: %o', async (mood, words) => {
    stage.mood(mood)
    const { ticket } = await stage.upload()
    stage.platform.pass(10)
    await expect(stage.follow(ticket)).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining(words),
    })
  })

  it('does not call a video published that the account was made to hide', async () => {
    stage.mood({ forcePrivate: true })
    const { ticket } = await stage.upload()
    stage.platform.pass(10)
    await expect(stage.follow(ticket)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'privacy-private',
    })
  })

  it('takes an unlisted video for what was asked', async () => {
    const { ticket } = await stage.upload({ privacy: 'unlisted' })
    stage.platform.pass(10)
    expect(await stage.follow(ticket)).toMatchObject({ outcome: 'published' })
  })
})

describe('numbers', () => {
  it('are read from strings, and a hidden one has a reason', async () => {
    stage.mood({ hideLikes: true })
    const { ticket } = await stage.upload()
    stage.platform.pass(10)
    const published = await stage.follow(ticket)
    if (published?.outcome !== 'published') throw new Error('not published')
    const live: Live = { ...published, publication: 'p1' }
    const readings = await channel.measure([live], stage.call())
    expect(readings.find(({ metric }) => metric === 'views')).toMatchObject({ value: 11 })
    expect(readings.find(({ metric }) => metric === 'reactions')).toMatchObject({
      value: null,
      because: expect.stringContaining('ẩn'),
    })
    expect(readings.find(({ metric }) => metric === 'reach')).toMatchObject({ value: null })
  })
})
