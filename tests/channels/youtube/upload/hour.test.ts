/** A video that YouTube itself opens at its hour. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStage, type Stage } from '../support/stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(() => stage.calm())
afterAll(() => stage.platform.close())

const inSeconds = (seconds: number) => new Date(stage.platform.now().getTime() + seconds * 1000).toISOString()
const statusOf = (id: string) => stage.videos().find((video) => video.id === id)?.status

describe('an hour of its own', () => {
  it('goes up private with the hour, is published as far as we are concerned, and says when people will see it', async () => {
    const publishAt = inSeconds(1_800)
    const published = await stage.toTheEnd(await stage.upload({ privacy: 'private', publishAt }))
    expect(statusOf(published.remoteId)).toMatchObject({ privacyStatus: 'private', publishAt })
    expect(published.publishedAt.toISOString()).toBe(publishAt)
    expect(published.remarks).toEqual([
      { code: 'scheduled-on-platform', message: expect.stringContaining('đang riêng tư') },
    ])
  })

  it('that has passed before the upload means at once, and is sent as public', async () => {
    const published = await stage.toTheEnd(await stage.upload({ privacy: 'private', publishAt: inSeconds(-60) }))
    expect(statusOf(published.remoteId)).toMatchObject({ privacyStatus: 'public', publishAt: null })
    expect(published.remarks).toBeUndefined()
  })

  it('that passes while the video is processed ends in a public video, without a word', async () => {
    stage.mood({ processingSeconds: 120 })
    const published = await stage.toTheEnd(await stage.upload({ privacy: 'private', publishAt: inSeconds(60) }))
    expect(published.remarks).toBeUndefined()
  })

  it('that YouTube did not keep is a person’s business', async () => {
    const { ticket } = await stage.upload({ privacy: 'private', publishAt: inSeconds(1_800) })
    stage.platform.pass(10)
    const { video } = ticket as { video: string }
    stage.desk.records.put('youtube.videos', video, {
      ...stage.videos().find(({ id }) => id === video),
      status: { ...statusOf(video), publishAt: null },
    })
    await expect(stage.follow(ticket)).rejects.toMatchObject({ kind: 'rejected', code: 'publish-at-lost' })
  })

  it('typed without a zone is Vietnam’s', () => {
    const draft = stage.aDraft({ options: { privacy: 'private', publishAt: '2026-12-01 08:00' } })
    expect(draft.post.publishAt).toBe('2026-12-01T01:00:00.000Z')
  })

  it('does not open a second session when it passes between two attempts', async () => {
    const draft = stage.aDraft({ options: { privacy: 'private', publishAt: inSeconds(60) } })
    const first = stage.record()
    stage.fault('videos.insert.finish', 'unavailable')
    await expect(stage.begin(draft, first.call)).rejects.toMatchObject({ kind: 'outcome-unknown' })
    stage.platform.pass(120)
    const again = stage.record({ earlier: first.checkpoints })
    await stage.begin(draft, again.call)
    expect(again.checkpoints.map(({ step }) => step)).not.toContain('session-opened')
  })
})
