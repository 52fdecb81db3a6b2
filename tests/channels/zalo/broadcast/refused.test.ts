/** The article is live whatever Zalo says to its broadcast. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ARMED } from '@/channels/contract'
import type { RecordedCall } from '../../../support/channels'
import { openBroadcasting, type Broadcasting } from './broadcasting'

let zalo: Broadcasting

beforeAll(async () => {
  zalo = await openBroadcasting()
})
beforeEach(() => zalo.begin())
afterEach(() => zalo.bench.platform.heal?.())
afterAll(() => zalo.bench.platform.close())

describe('a broadcast that Zalo refuses', () => {
  afterEach(() => {
    zalo.bench.turn('broadcastQuota', 500)
    zalo.bench.turn('receiveQuota', 500)
    zalo.bench.turn('package', 2)
    zalo.bench.turn('targetAs', 0)
  })

  it.each([
    ['without quota', 'broadcastQuota', 0, 'hết hạn mức broadcast'],
    ['because followers have had enough', 'receiveQuota', 0, 'đã nhận đủ số broadcast'],
    ['without the package for it', 'package', 1, 'gói dịch vụ của OA không có broadcast'],
  ] as const)('%s leaves a live article with a remark in words', async (_name, knob, value, words) => {
    const wanted = zalo.item()
    zalo.bench.turn(knob, value)
    const { remarks } = await zalo.bench.publish(zalo.bench.draft(wanted))
    expect(remarks).toEqual([{ code: 'broadcast-refused', message: expect.stringContaining(words) }])
    expect([zalo.shown(wanted).length, zalo.sent().length]).toEqual([1, 0])
  })

  it('is not even asked for when the quota is known to be spent', async () => {
    zalo.bench.turn('broadcastQuota', 0)
    const recorded = zalo.bench.record()
    await zalo.bench.publish(zalo.bench.draft(zalo.item()), recorded)
    expect(recorded.requests).not.toContain('POST /zalo/openapi/v2.0/oa/message')
    expect(recorded.checkpoints.filter(({ step }) => step === ARMED)).toHaveLength(1)
  })

  it.each([1, 2])('because it reads the target in another way (%i) is a remark and no loss', async (shape) => {
    zalo.bench.turn('targetAs', shape)
    const { remarks } = await zalo.bench.publish(
      zalo.bench.draft(zalo.item({ broadcast: 'target', ages: ['65-up', '55-64'] })),
    )
    expect(remarks).toEqual([{ code: 'broadcast-refused', message: expect.stringContaining('nhóm người nhận') }])
  })

  it('is settled as published when the worker dies right after', async () => {
    const wanted = zalo.item()
    zalo.bench.turn('receiveQuota', 0)
    const steps = zalo.bench.record()
    await zalo.bench.publish(zalo.bench.draft(zalo.item()), steps)
    const killed = zalo.bench.record({ diesAfter: steps.checkpoints.length - 1 })
    await zalo.bench.failToPublish(zalo.bench.draft(wanted), killed)
    expect(await zalo.bench.settle(zalo.bench.draft(wanted), killed)).toMatchObject({
      outcome: 'published',
      remarks: [{ code: 'broadcast-refused' }],
    })
  })

  it('is tried once more when sending failed, and then a person is told', async () => {
    const wanted = zalo.item()
    const first = zalo.bench.record()
    answerBroadcastWith(first, -200)
    expect((await zalo.fail(wanted, first)).failure).toMatchObject({ kind: 'unavailable', code: '-200' })
    const second = zalo.bench.record({ earlier: first.checkpoints })
    answerBroadcastWith(second, -200)
    expect(await zalo.bench.publish(zalo.bench.draft(wanted), second)).toMatchObject({
      remarks: [{ code: 'broadcast-refused' }],
    })
  })
})

/** The true envelope of a refusal that the look-alike has no reason to give. */
function answerBroadcastWith({ call }: RecordedCall, error: number): void {
  const { http } = call
  call.http = async (request) =>
    request.url.endsWith('/oa/message')
      ? { status: 200, headers: new Headers(), text: JSON.stringify({ error, message: 'Send message failed' }) }
      : http(request)
}
