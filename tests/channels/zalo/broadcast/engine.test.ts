/** The same through the whole engine: rows, leases, jobs; which post waits, which is held, and what is never sent twice. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Publication } from '@/engine/rows'
import { openStage, type Stage } from '../../../support/engine'
import { addPublication, sentPosts, visiblePosts, type Wanted } from '../../../support/engine/publication'
import { runDue, runJob, runToRest } from '../../../support/engine/rest'
import { MORNING, NIGHT } from '../bench'

let stage: Stage
let before: number

beforeAll(async () => {
  stage = await openStage(import.meta.url)
})
beforeEach(() => {
  passUntil(MORNING)
  before = broadcasts().length
})
afterEach(() => stage?.places.zalo.heal())
afterAll(() => stage?.close())

function passUntil(hour: number): void {
  const second = Math.floor(stage.clock.now().getTime() / 1000 + 7 * 3_600) % 86_400
  stage.clock.pass(((hour * 3_600 - second + 86_400) % 86_400) + 1)
}

const broadcasts = () =>
  stage.places.sandbox.desk.entries.read({ platform: 'zalo' }).filter(({ call }) => call === 'oa.broadcast')
const sentNow = () => broadcasts().length - before

const toAll = (wanted: Wanted = {}) =>
  addPublication(stage, 'zalo', {
    ...wanted,
    item: { media: [stage.media.photo], variant: { title: '', text: '', options: { broadcast: 'all' } } },
  })
const seen = async (publication: Publication) => [
  await visiblePosts(stage, publication),
  await sentPosts(stage, publication),
]

describe('a publication with a broadcast', () => {
  it('is published with the article shown once, the broadcast sent once, and a remark', async () => {
    const { id } = await toAll()
    await runToRest(stage)
    const live = await stage.read(id)
    expect(live).toMatchObject({ state: 'published', remarks: [{ code: 'broadcast-in-review' }] })
    expect([...(await seen(live)), sentNow()]).toEqual([1, 1, 1])
  })

  it('waits alone for the morning; the rest of the channel goes on', async () => {
    passUntil(NIGHT)
    const waiting = await toAll({ over: { latePolicy: 'send' } })
    const plain = await addPublication(stage, 'zalo', { channel: await stage.channel(waiting.channel) })
    await runDue(stage)
    expect((await stage.read(plain.id)).state).toBe('published')
    const held = await stage.read(waiting.id)
    expect(held).toMatchObject({ state: 'scheduled', failureCode: '-234', sends: 0 })
    expect((await stage.channel(waiting.channel)).notBefore).toBeNull()
    expect([...(await seen(held)), sentNow()]).toEqual([0, 0, 0])

    await runToRest(stage)
    const live = await stage.read(waiting.id)
    expect(live.state).toBe('published')
    expect((live.publishedAt?.getUTCHours() ?? 0) + 7).toBe(6 + 24)
    expect([...(await seen(live)), sentNow()]).toEqual([1, 1, 1])
  })

  it('that may not be late is held in the morning, and was told so at night', async () => {
    passUntil(NIGHT)
    const { id } = await toAll()
    await runDue(stage)
    expect((await stage.read(id)).failureMessage).toContain('nếu khi ấy bài đã quá trễ')
    await runToRest(stage)
    expect(await stage.read(id)).toMatchObject({ state: 'held', heldBecause: 'late' })
    expect(sentNow()).toBe(0)
  })

  it('is held for a person when the answer to the broadcast is lost, and is not repeated by itself', async () => {
    const { id } = await toAll()
    stage.places.zalo.fault('accept-then-drop', 'oa.broadcast')
    await runToRest(stage)
    const held = await stage.read(id)
    expect(held).toMatchObject({ state: 'held', heldBecause: 'cannot-tell' })
    expect([...(await seen(held)), sentNow()]).toEqual([1, 1, 1])
  })

  it('broadcasts once when the answer to the showing was lost', async () => {
    const { id } = await toAll()
    stage.places.zalo.fault('accept-then-drop', 'article.update')
    expect(await runJob(stage, 'publish', { publication: id })).toEqual({ done: 'outcome-unknown' })
    await runToRest(stage)
    const live = await stage.read(id)
    expect(live.state).toBe('published')
    expect([...(await seen(live)), sentNow()]).toEqual([1, 1, 1])
  })
})
