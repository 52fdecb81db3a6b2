/** What a lost answer, a killed worker and a corrected item leave behind. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ARMED, type Item } from '@/channels/contract'
import { openBroadcasting, type Broadcasting } from './broadcasting'

let zalo: Broadcasting

beforeAll(async () => {
  zalo = await openBroadcasting()
})
beforeEach(() => zalo.begin())
afterEach(() => zalo.bench.platform.heal?.())
afterAll(() => zalo.bench.platform.close())

describe('when the answer to a broadcast is lost', () => {
  it.each(['accept-then-drop', 'error-after-accept', 'garbage'] as const)(
    '(%s) nobody guesses: a person looks at the OA’s own pages',
    async (fault) => {
      const wanted = zalo.item()
      zalo.bench.platform.fault?.(fault, 'oa.broadcast')
      const { failure, recorded } = await zalo.fail(wanted)
      expect(failure.kind).toBe('outcome-unknown')
      expect(await zalo.bench.settle(zalo.bench.draft(wanted), recorded)).toBe('cannot-tell')
      expect([zalo.showings(wanted), zalo.sent().length]).toEqual([1, 1])
    },
  )

  it('a killed worker between arming and sending is no different', async () => {
    const wanted = zalo.item()
    const steps = zalo.bench.record()
    await zalo.bench.publish(zalo.bench.draft(zalo.item()), steps)
    const place = steps.checkpoints.findLastIndex(({ step }) => step === ARMED)
    const killed = zalo.bench.record({ diesAfter: place })
    await zalo.bench.failToPublish(zalo.bench.draft(wanted), killed)
    expect(await zalo.bench.settle(zalo.bench.draft(wanted), killed)).toBe('cannot-tell')
  })

  it('a person who sends it again sends the broadcast, and no second article', async () => {
    const wanted = zalo.item()
    zalo.bench.platform.fault?.('hang', 'oa.broadcast')
    const lost = zalo.bench.record({ signal: AbortSignal.timeout(700) })
    expect((await zalo.fail(wanted, lost)).failure.kind).toBe('outcome-unknown')
    zalo.bench.platform.heal?.()
    const again = zalo.bench.record({ earlier: lost.checkpoints })
    await zalo.bench.publish(zalo.bench.draft(wanted), again)
    expect([zalo.shown(wanted).length, zalo.showings(wanted), zalo.sent().length]).toEqual([1, 1, 1])
    expect(again.requests).not.toContain('POST /zalo/openapi/v2.0/article/update')
    expect(again.requests).not.toContain('POST /zalo/openapi/v2.0/article/create')
  })
})

describe('a worker killed after the answer', () => {
  it('is found as published, and going on sends no second broadcast', async () => {
    const wanted = zalo.item()
    const steps = zalo.bench.record()
    await zalo.bench.publish(zalo.bench.draft(zalo.item()), steps)
    zalo.begin()
    const killed = zalo.bench.record({ diesAfter: steps.checkpoints.length - 1 })
    await zalo.bench.failToPublish(zalo.bench.draft(wanted), killed)
    expect(await zalo.bench.settle(zalo.bench.draft(wanted), killed)).toMatchObject({
      outcome: 'published',
      remarks: [{ code: 'broadcast-in-review' }],
    })
    await zalo.bench.publish(zalo.bench.draft(wanted), zalo.bench.record({ earlier: killed.checkpoints }))
    expect([zalo.showings(wanted), zalo.sent().length]).toEqual([1, 1])
  })

  it('that showed the article only, is not done: it is sent again and broadcasts then', async () => {
    const wanted = zalo.item()
    const killed = zalo.bench.record({ losesAnswer: await placeOfShowing() })
    expect((await zalo.fail(wanted, killed)).failure.kind).toBe('outcome-unknown')
    expect(await zalo.bench.settle(zalo.bench.draft(wanted), killed)).toBe('absent')
    await zalo.bench.publish(zalo.bench.draft(wanted), zalo.bench.record({ earlier: killed.checkpoints }))
    expect([zalo.showings(wanted), zalo.sent().length]).toEqual([1, 1])
  })

  async function placeOfShowing(): Promise<number> {
    const recorded = zalo.bench.record()
    await zalo.bench.publish(zalo.bench.draft(zalo.item()), recorded)
    zalo.begin()
    return recorded.requests.indexOf('POST /zalo/openapi/v2.0/article/update')
  }
})

describe('a corrected item', () => {
  it('whose article is visible already is shown anew as that same article', async () => {
    const wanted = zalo.item()
    const first = zalo.bench.record()
    zalo.bench.platform.fault?.('throttle', 'oa.broadcast')
    await zalo.fail(wanted, first)
    const corrected = { ...wanted, title: 'Đính chính: nhận diện cuộc gọi giả danh' }
    const { remoteId } = await zalo.bench.publish(
      zalo.bench.draft(corrected),
      zalo.bench.record({ earlier: first.checkpoints }),
    )
    expect(zalo.shown(wanted).map(({ id, title }) => ({ id, title }))).toEqual([
      { id: remoteId, title: corrected.title },
    ])
    expect(zalo.sent()).toHaveLength(1)
  })

  it('that became a video leaves no second article beside it', async () => {
    const wanted = zalo.item()
    const first = zalo.bench.record()
    zalo.bench.platform.fault?.('throttle', 'oa.broadcast')
    await zalo.fail(wanted, first)
    const asVideo: Item = { ...wanted, kind: 'clips', media: [zalo.bench.files.photo, zalo.bench.files.video] }
    await zalo.bench.publish(zalo.bench.draft(asVideo), zalo.bench.record({ earlier: first.checkpoints }))
    expect(zalo.shown(wanted).map(({ state, kind }) => [state, kind])).toEqual([
      ['removed', 'article'],
      ['visible', 'video'],
    ])
  })
})
