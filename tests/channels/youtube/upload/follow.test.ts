/** From the last byte to a video that people can watch. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { http } from '@/platform/http'
import { showVideo } from '@/sandbox/youtube/videos'
import { openStage, type Stage } from '../support/stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

/** Of the discovery document: every word there is. */
const failures = ['conversion', 'invalidFile', 'emptyFile', 'tooSmall', 'codec', 'uploadAborted']
const rejections = [
  'copyright',
  'inappropriate',
  'duplicate',
  'termsOfUse',
  'uploaderAccountSuspended',
  'length',
  'claim',
  'uploaderAccountClosed',
  'trademark',
  'legal',
]
const processingFailures = ['uploadFailed', 'transcodeFailed', 'streamingFailed', 'other']

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

  it('is not led astray by progress that goes backwards', async () => {
    stage.mood({ processingSeconds: 1_000 })
    const { ticket } = await stage.upload()
    const { video } = ticket as { video: string }
    const shareDone = () => {
      const { processingDetails } = showVideo(video, { desk: stage.desk, parts: ['processingDetails'] })
      const { processingProgress } = processingDetails as { processingProgress: Record<string, string> }
      return Number(processingProgress['partsProcessed']) / Number(processingProgress['partsTotal'])
    }
    stage.platform.pass(450)
    const before = shareDone()
    expect(await stage.follow(ticket)).toMatchObject({ outcome: 'processing' })
    stage.platform.pass(100)
    expect(shareDone()).toBeLessThan(before)
    expect(await stage.follow(ticket)).toMatchObject({ outcome: 'processing' })
  })

  it('takes processing details that are no longer kept for no failure', async () => {
    const { ticket } = await stage.upload()
    stage.platform.pass(2 * 24 * 3_600)
    stage.platform.credentials = { ...stage.platform.credentials, ...(await renewed()) }
    const { video } = ticket as { video: string }
    expect(showVideo(video, { desk: stage.desk, parts: ['processingDetails'] })).toMatchObject({
      processingDetails: { processingStatus: 'terminated' },
    })
    expect(await stage.follow(ticket)).toMatchObject({ outcome: 'published' })
  })

  it('gives an address at which the look-alike shows the video', async () => {
    const { url } = await stage.publish()
    const page = await http({ method: 'GET', url })
    expect(page.text).toContain('<video')
    expect(page.text).toContain('Nhận diện cuộc gọi giả danh công an')
  })

  it.each([
    ...failures.map((reason) => ({ failureReason: reason })),
    ...rejections.map((reason) => ({ rejectionReason: reason })),
    ...processingFailures.map((reason) => ({ processingFailureReason: reason })),
  ])('tells in Vietnamese why YouTube refused it: %o', async (mood) => {
    stage.mood(mood)
    const { ticket } = await stage.upload()
    stage.platform.pass(10)
    const [reason] = Object.values(mood)
    await expect(stage.follow(ticket)).rejects.toMatchObject({
      kind: 'rejected',
      code: reason,
      message: expect.stringMatching(/^YouTube không đăng video: (?!lý do “).*[àáâãèéêìíòóôõùúýăđơưạ-ỹ].*\.$/i),
    })
  })

  it('names a reason that nobody has listed as it came', async () => {
    stage.mood({ rejectionReason: 'somethingNew' })
    const { ticket } = await stage.upload()
    stage.platform.pass(10)
    await expect(stage.follow(ticket)).rejects.toMatchObject({ message: expect.stringContaining('“somethingNew”') })
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

  it('reads a ticket of the time before there were steps', async () => {
    const { ticket } = await stage.upload()
    const { video, privacy, since } = ticket as Record<string, string>
    stage.platform.pass(10)
    expect(await stage.follow({ video: `${video}`, privacy: `${privacy}`, since: `${since}` })).toMatchObject({
      outcome: 'published',
    })
  })
})

async function renewed(): Promise<Record<string, string>> {
  const { channel } = await import('@/channels/youtube')
  const given = await channel.renew?.(stage.call())
  return given?.credentials as Record<string, string>
}
