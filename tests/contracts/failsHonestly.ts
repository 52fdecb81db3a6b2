/** The five kinds of failure on a platform that is broken on purpose, and what the lists say afterwards. */
import { describe, expect, it } from 'vitest'
import { ChannelError, type Published } from '@/channels/contract'
import type { Fault } from '@/sandbox/contract'
import { deadAddress } from '../support/platforms'
import type { Bench } from './bench'
import type { ChannelUnderTest } from './behavesLikeAChannel'

/** As long as a list of a platform may leave out what was just posted. */
const LIST_LAG_SECONDS = 300

export function failsHonestly<Post>(subject: ChannelUnderTest<Post>, open: () => Bench<Post>): void {
  const { channel, sampleItem: make, cannotFind = false, sendCall = '*' } = subject

  describe('when the platform fails', () => {
    it.each<Fault>(['accept-then-drop', 'error-after-accept', 'garbage'])(
      'says "outcome unknown" on %s, and finds the post',
      async (fault) => {
        await expectSettled(fault, open().record())
      },
    )

    it('says "outcome unknown" when it is stopped while it waits, and finds the post', async () => {
      await expectSettled('accept-then-hang', open().record({ signal: AbortSignal.timeout(1500) }))
    })

    it('has posted nothing when the platform was down, and finds nothing', async () => {
      const { item, failure, found } = await breakAndFind('unavailable', open().record())
      expect(['unavailable', 'outcome-unknown']).toContain(failure.kind)
      expect(found).toBe(cannotFind ? 'cannot-tell' : 'absent')
      expect(await open().platform.visible(item.link)).toBe(0)
    })

    it('waits when it is too fast', async () => {
      const { item, failure } = await breakAndFind('throttle', open().record())
      expect(failure.kind).toBe('throttled')
      expect(failure.retryAfter).toBeGreaterThan(0)
      expect(await open().platform.visible(item.link)).toBe(0)
    })

    it('asks for a new connection when the token is dead', async () => {
      const { item, failure } = await breakAndFind('token-dead', open().record())
      expect(failure.kind).toBe('unauthorized')
      expect(await open().platform.visible(item.link)).toBe(0)
      open().platform.fault?.('token-dead', '*')
      await expect(channel.check(open().record().call)).rejects.toMatchObject({ kind: 'unauthorized' })
    })

    it('never calls a post absent that it could not look for', async () => {
      const bench = open()
      const item = make(bench.files)
      const recorded = bench.record()
      await bench.publish(bench.draft(item), recorded)
      const nowhere = await deadAddress()
      const addresses = Object.fromEntries(Object.keys(channel.addresses).map((name) => [name, nowhere]))
      const said = await bench
        .find(bench.draft(item), bench.record({ earlier: recorded.checkpoints, addresses }))
        .catch((failure: unknown) => failure)
      expect(said).not.toBe('absent')
      if (said instanceof Error) expect(said).toMatchObject({ name: 'ChannelError', kind: 'unavailable' })
    })

    it.skipIf(cannotFind)('waits longer than a list may lag before absence counts', async () => {
      const bench = open()
      const item = make(bench.files)
      bench.platform.knob?.('listLagSeconds', LIST_LAG_SECONDS)
      bench.platform.fault?.('accept-then-drop', sendCall)
      const recorded = bench.record()
      const failure = await bench.failToPublish(bench.draft(item), recorded)
      expect(failure).toMatchObject({ kind: 'outcome-unknown' })
      expect(await bench.settle(bench.draft(item), recorded)).toMatchObject({ outcome: 'published' })
      bench.platform.knob?.('listLagSeconds', 0)
    })
  })

  async function breakAndFind(fault: Fault, recorded: ReturnType<Bench<Post>['record']>) {
    const bench = open()
    const item = make(bench.files)
    const draft = bench.draft(item)
    bench.platform.fault?.(fault, sendCall)
    const failure = await bench.failToPublish(draft, recorded)
    if (!(failure instanceof ChannelError)) throw failure
    bench.platform.heal?.()
    bench.platform.pass(channel.limits.settling.waitSeconds)
    return { item, failure, found: await bench.find(draft, bench.record({ earlier: recorded.checkpoints })) }
  }

  async function expectSettled(fault: Fault, recorded: ReturnType<Bench<Post>['record']>) {
    const { item, failure, found } = await breakAndFind(fault, recorded)
    expect(failure.kind).toBe('outcome-unknown')
    expect(await open().platform.visible(item.link)).toBe(1)
    if (cannotFind) expect(found).toBe('cannot-tell')
    else expect(found).toMatchObject({ outcome: 'published' } satisfies Partial<Published>)
  }
}
