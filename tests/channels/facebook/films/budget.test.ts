/** Thirty reels in a moving day: ours to count, and the platform's to refuse. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ARMED } from '@/channels/contract'
import { countReel } from '@/channels/facebook/publish/budget'
import { calm, openStage, stepsOf, type Stage } from '../stage'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(async () => {
  calm(stage)
  await stage.platform.close()
})

const HOUR = 3_600

describe('the budget of reels', () => {
  it('lets thirty go in a moving day, and tells when the next may', async () => {
    const budgets = new Map<string, number>()
    const { call } = stage.record({ budgets })
    for (let reel = 0; reel < 30; reel += 1) {
      await countReel(call)
      stage.platform.pass(HOUR / 2)
    }
    const failure: unknown = await countReel(call).catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ kind: 'throttled', code: 'reels-spent', scope: 'post' })
    const { retryAfter } = failure as { retryAfter: number }
    expect(retryAfter).toBeLessThanOrEqual(10 * HOUR)
    stage.platform.pass(retryAfter - 60)
    await expect(countReel(call)).rejects.toMatchObject({ code: 'reels-spent' })
    stage.platform.pass(120)
    await countReel(call)
  })

  it('is not filled anew at midnight', async () => {
    const { call } = stage.record({ budgets: new Map() })
    for (let reel = 0; reel < 30; reel += 1) await countReel(call)
    stage.platform.pass(23 * HOUR)
    await expect(countReel(call)).rejects.toMatchObject({ code: 'reels-spent' })
    stage.platform.pass(2 * HOUR)
    await countReel(call)
  })

  it('counts each reel once, also one that is sent again', async () => {
    const budgets = new Map<string, number>()
    const item = stage.item('reel', [stage.film()])
    const first = stage.record({ budgets })
    stage.platform.fault?.('unavailable', 'reels.finish')
    await stage.failToPublish(stage.draft(item), first)
    await stage.publish(stage.draft(item), stage.record({ budgets, earlier: first.checkpoints }))
    expect([...budgets.values()].reduce((sum, used) => sum + used, 0)).toBe(1)
  })

  it('is asked before the send is armed', async () => {
    const budgets = new Map<string, number>()
    const { call } = stage.record({ budgets })
    for (let reel = 0; reel < 30; reel += 1) await countReel(call)
    const recorded = stage.record({ budgets })
    const failure = await stage.failToPublish(stage.draft(stage.item('reel', [stage.film()])), recorded)
    expect(failure).toMatchObject({ kind: 'throttled' })
    expect(stepsOf(recorded.checkpoints)).not.toContain(ARMED)
  })
})

describe('the 31st reel that the platform refuses', () => {
  it('waits alone: other posts of the Page go on', async () => {
    stage.turn({ reelsADay: 1 })
    await stage.publish(stage.draft(stage.item('reel', [stage.film()])))
    const second = stage.item('reel', [stage.film(300_001)])
    expect(await stage.failToPublish(stage.draft(second), stage.record())).toMatchObject({
      kind: 'throttled',
      code: '613',
      scope: 'post',
    })
    expect(stage.onWall(second)).toEqual([])
    await stage.publish(stage.draft(stage.item('link')))
  })
})
