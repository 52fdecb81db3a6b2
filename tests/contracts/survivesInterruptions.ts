/**
 * A send that is broken off at any of its steps, and goes on as the engine lets it: what was armed is looked for first,
 * what is proven absent or was never armed is sent again. However it is broken, the public sees the post once.
 */
import { describe, expect, it } from 'vitest'
import { ARMED } from '@/channels/contract'
import { SUCCEEDED, type Bench } from './bench'
import type { ChannelUnderTest } from './behavesLikeAChannel'

export function survivesInterruptions<Post>(subject: ChannelUnderTest<Post>, open: () => Bench<Post>): void {
  const { sampleItem, shapes, withoutInterruptions, cannotFind } = subject
  if (withoutInterruptions) {
    it.skip(`survives interruptions: ${withoutInterruptions}`, () => undefined)
    return
  }

  describe.each(Object.entries({ 'the usual item': sampleItem, ...shapes }))(
    'broken off while it sends %s',
    (_name, make) => {
      it('is on the wall once, wherever the worker died after a checkpoint', async () => {
        const bench = open()
        const steps = await stepsOf(make)
        for (const [place, step] of steps.entries()) {
          const item = make(bench.files)
          const recorded = bench.record({ diesAfter: place })
          await bench.failToPublish(bench.draft(item), recorded)
          expect([step, await wentOn(item, recorded)]).toEqual([step, 1])
        }
      })

      it('is on the wall once, whichever answer was lost on its way back', async () => {
        const bench = open()
        const { requests } = await countRequests(make)
        for (let place = 0; place < requests; place += 1) {
          const item = make(bench.files)
          const recorded = bench.record({ losesAnswer: place })
          const failure = await bench.failToPublish(bench.draft(item), recorded)
          // A step that may fail without harm (a thumbnail) does not stop the send.
          const isUp = failure instanceof Error && failure.message === SUCCEEDED
          const seen = isUp ? await bench.platform.visible(item.link) : await wentOn(item, recorded)
          expect([recorded.requests[place], seen]).toEqual([recorded.requests[place], 1])
        }
      })
    },
  )

  /** What the engine does next, and how many posts the public sees then. A platform without a search asks a person. */
  async function wentOn(item: ReturnType<typeof sampleItem>, recorded: ReturnType<Bench<Post>['record']>) {
    const bench = open()
    const draft = bench.draft(item)
    const wasArmed = recorded.checkpoints.some(({ step }) => step === ARMED)
    const found = wasArmed ? await bench.settle(draft, recorded) : 'absent'
    if (found === 'absent') await bench.publish(draft, bench.record({ earlier: recorded.checkpoints }))
    if (found === 'cannot-tell' && cannotFind) return 1
    return bench.platform.visible(item.link)
  }

  async function stepsOf(make: typeof sampleItem): Promise<string[]> {
    const bench = open()
    const recorded = bench.record()
    await bench.publish(bench.draft(make(bench.files)), recorded)
    return recorded.checkpoints.map(({ step }) => step)
  }

  async function countRequests(make: typeof sampleItem): Promise<{ requests: number }> {
    const bench = open()
    const recorded = bench.record()
    await bench.channel.publish(bench.draft(make(bench.files)), recorded.call)
    return { requests: recorded.requests.length }
  }
}
