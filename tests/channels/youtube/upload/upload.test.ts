/** What a crash, a cut line or an old session does to an upload of several chunks. */
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ARMED, type Checkpoint } from '@/channels/contract'
import { channel } from '@/channels/youtube'
import { SESSIONS, setMood, type Session } from '@/sandbox/youtube/state'
import {
  aDraft,
  chunk,
  cutAllBytes,
  cutAtSecondChunk,
  openStage,
  sha256,
  whole,
  type Stage,
} from '../support/big-upload'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

describe('an upload of several chunks', () => {
  it('goes in chunks of 4 MiB, is armed once, right before the last one, and arrives to the byte', async () => {
    const checkpoints: Checkpoint[] = []
    await channel.publish(aDraft(), stage.call(checkpoints))
    expect(stage.ranges).toEqual([
      `bytes 0-${chunk - 1}/${whole}`,
      `bytes ${chunk}-${2 * chunk - 1}/${whole}`,
      `bytes ${2 * chunk}-${whole - 1}/${whole}`,
    ])
    expect(checkpoints.map(({ step }) => step)).toEqual(['session-opened', ARMED])
    expect(stage.videos().map(({ file }) => file)).toEqual([`/_files/${sha256}`])
  })

  it('goes on after a cut in the middle from what the platform holds, in the same session', async () => {
    const checkpoints: Checkpoint[] = []
    const draft = aDraft()
    const cut = channel.publish(draft, stage.call(checkpoints, cutAtSecondChunk))
    await expect(cut).rejects.toMatchObject({ kind: 'unavailable' })
    expect(checkpoints.map(({ step }) => step)).toEqual(['session-opened'])
    stage.ranges.length = 0
    await channel.publish(draft, stage.call(checkpoints))
    expect(stage.ranges).toEqual([
      `bytes */${whole}`,
      `bytes ${chunk}-${2 * chunk - 1}/${whole}`,
      `bytes ${2 * chunk}-${whole - 1}/${whole}`,
    ])
    // Once to begin with, once more when the platform held more than before, and by the second attempt.
    expect(stage.opened).toEqual([0, chunk, chunk])
    expect(stage.videos().map(({ file }) => file)).toEqual([`/_files/${sha256}`])
  })

  it('goes on in the same attempt after breaks in the middle, as long as the platform holds more each time', async () => {
    const checkpoints: Checkpoint[] = []
    setMood(stage.desk, { brokenChunks: 7 })
    await channel.publish(aDraft(), stage.call(checkpoints))
    expect(stage.opened).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((units) => units * 262_144))
    expect(checkpoints.map(({ step }) => step)).toEqual(['session-opened', ARMED])
    expect(stage.videos().map(({ file }) => file)).toEqual([`/_files/${sha256}`])
  })

  it('does not go on by itself once it was told to stop', async () => {
    const stopped = { ...stage.call(), signal: AbortSignal.abort() }
    await expect(channel.publish(aDraft(), stopped)).rejects.toMatchObject({ kind: 'unavailable', code: 'aborted' })
    expect(stage.videos()).toEqual([])
  })

  it('sends nothing again when the cut came after the last byte', async () => {
    const checkpoints: Checkpoint[] = []
    const draft = aDraft()
    stage.loseAnswer()
    const lost = channel.publish(draft, stage.call(checkpoints))
    await expect(lost).rejects.toMatchObject({ kind: 'outcome-unknown' })
    stage.ranges.length = 0
    const again = await channel.publish(draft, stage.call(checkpoints))
    expect(stage.ranges).toEqual([`bytes */${whole}`])
    expect(again).toMatchObject({ outcome: 'processing', ticket: { video: stage.videos()[0]?.id } })
    expect(stage.videos()).toHaveLength(1)
  })

  it('sends again what the platform did not keep of a chunk', async () => {
    setMood(stage.desk, { partialCommits: 1 })
    await channel.publish(aDraft(), stage.call())
    expect(stage.opened).toEqual([0, 262_144])
    expect(stage.videos().map(({ file }) => file)).toEqual([`/_files/${sha256}`])
  })

  it('starts anew when the session is gone, and still makes one video', async () => {
    const checkpoints: Checkpoint[] = []
    const draft = aDraft()
    const cut = channel.publish(draft, stage.call(checkpoints, cutAtSecondChunk))
    await expect(cut).rejects.toMatchObject({ kind: 'unavailable' })
    stage.expireSessions()
    await channel.publish(draft, stage.call(checkpoints))
    expect(checkpoints.map(({ step }) => step)).toEqual(['session-opened', 'session-opened', ARMED])
    expect(stage.videos()).toHaveLength(1)
  })

  it('looks for its video before it begins anew, when the session went with the last byte on its way', async () => {
    const checkpoints: Checkpoint[] = []
    const draft = aDraft()
    stage.loseAnswer()
    await expect(channel.publish(draft, stage.call(checkpoints))).rejects.toMatchObject({ kind: 'outcome-unknown' })
    stage.expireSessions()
    const again = await channel.publish(draft, stage.call(checkpoints))
    expect(again).toMatchObject({ ticket: { video: stage.videos()[0]?.id } })
    expect(stage.videos()).toHaveLength(1)
  })

  it('waits for a list that may lag rather than beginning anew', async () => {
    const checkpoints: Checkpoint[] = []
    const draft = aDraft()
    setMood(stage.desk, { listLagSeconds: 300 })
    stage.loseAnswer()
    await expect(channel.publish(draft, stage.call(checkpoints))).rejects.toMatchObject({ kind: 'outcome-unknown' })
    stage.expireSessions()
    await expect(channel.publish(draft, stage.call(checkpoints))).rejects.toMatchObject({ code: 'list-lags' })
    stage.desk.clock.move(400)
    await channel.publish(draft, stage.call(checkpoints))
    expect(stage.videos()).toHaveLength(1)
  })

  it('is a new session after a week, when the old one is gone without a last byte', async () => {
    const checkpoints: Checkpoint[] = []
    const draft = aDraft()
    const cut = channel.publish(draft, stage.call(checkpoints, cutAtSecondChunk))
    await expect(cut).rejects.toMatchObject({ kind: 'unavailable' })
    stage.desk.clock.move(8 * 24 * 3_600)
    await channel.publish(draft, { ...stage.call(checkpoints), ...stage.freshToken() })
    expect(checkpoints.map(({ step }) => step)).toEqual(['session-opened', 'session-opened', ARMED])
  })

  it('does not go on in a session that carries an older text', async () => {
    const checkpoints: Checkpoint[] = []
    const draft = aDraft()
    const cut = channel.publish(draft, stage.call(checkpoints, cutAllBytes))
    await expect(cut).rejects.toMatchObject({ kind: 'unavailable' })
    const edited = { ...draft, post: { ...draft.post, title: 'Tiêu đề đã sửa' } }
    await channel.publish(edited, stage.call(checkpoints))
    expect(stage.videos().map(({ snippet }) => snippet.title)).toEqual(['Tiêu đề đã sửa'])
  })

  it('knows its session again after a database has given back the draft in another order', async () => {
    const checkpoints: Checkpoint[] = []
    const draft = aDraft()
    const cut = channel.publish(draft, stage.call(checkpoints, cutAtSecondChunk))
    await expect(cut).rejects.toMatchObject({ kind: 'unavailable' })
    const post = Object.fromEntries(Object.entries(draft.post).toReversed())
    await channel.publish({ ...draft, post: channel.post.parse(post) }, stage.call(checkpoints))
    expect(checkpoints.map(({ step }) => step)).toEqual(['session-opened', ARMED])
  })

  it('never puts the address of a session into an error', async () => {
    const checkpoints: Checkpoint[] = []
    const cut = channel.publish(aDraft(), stage.call(checkpoints, cutAllBytes))
    const failure: unknown = await cut.catch((thrown: unknown) => thrown)
    const id = stage.desk.records.list<Session>(SESSIONS)[0]?.id ?? 'missing'
    expect(JSON.stringify(checkpoints)).toContain(id)
    expect(inspect(failure, { depth: 12 })).not.toContain(id)
  })
})
