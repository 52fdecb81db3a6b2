/** What becomes of a send without an answer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Checkpoint } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { setMood } from '@/sandbox/youtube/state'
import { aDraft, openStage, type Stage } from '../support/big-upload'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

describe('an unknown outcome', () => {
  const lose = async () => {
    const checkpoints: Checkpoint[] = []
    const draft = aDraft()
    stage.loseAnswer()
    await channel.publish(draft, stage.call(checkpoints)).catch(() => undefined)
    return { draft, checkpoints, key: { draft, armedAt: new Date(checkpoints.at(-1)?.at ?? '') } }
  }

  it('is a video that is still worked on, to be followed like any other', async () => {
    setMood(stage.desk, { processingSeconds: 60 })
    const { key, checkpoints } = await lose()
    expect(await channel.find(key, stage.call(checkpoints))).toMatchObject({
      outcome: 'processing',
      ticket: { video: stage.videos()[0]?.id },
    })
    stage.desk.clock.move(61)
    expect(await channel.find(key, stage.call(checkpoints))).toMatchObject({
      outcome: 'published',
      remoteId: stage.videos()[0]?.id,
    })
  })

  it('is found in the list of uploads when the session is gone', async () => {
    const { key } = await lose()
    stage.desk.clock.move(10)
    expect(await channel.find(key, stage.call([]))).toMatchObject({
      outcome: 'published',
      remoteId: stage.videos()[0]?.id,
    })
  })

  it('is not called absent too early by a list that lags, when the session is gone', async () => {
    const checkpoints: Checkpoint[] = []
    const draft = aDraft()
    stage.desk.faults.add({ platform: 'youtube', call: 'videos.insert.finish', fault: 'unavailable', times: 1 })
    await channel.publish(draft, stage.call(checkpoints)).catch(() => undefined)
    const key = { draft, armedAt: new Date(checkpoints.at(-1)?.at ?? '') }
    expect(await channel.find(key, stage.call(checkpoints))).toBe('absent')
    stage.expireSessions()
    await expect(channel.find(key, stage.call(checkpoints))).rejects.toMatchObject({ code: 'list-lags' })
    stage.desk.clock.move(601)
    expect(await channel.find(key, stage.call(checkpoints))).toBe('absent')
  })

  it('does not take an earlier video with the same link for its own', async () => {
    const { key } = await lose()
    stage.desk.clock.move(900)
    expect(await channel.find({ ...key, armedAt: stage.desk.now() }, stage.call([]))).toBe('absent')
  })

  it('is a person’s business when YouTube refused the video', async () => {
    setMood(stage.desk, { rejectionReason: 'copyright' })
    const { key, checkpoints } = await lose()
    stage.desk.clock.move(10)
    expect(await channel.find(key, stage.call(checkpoints))).toBe('cannot-tell')
  })
})
