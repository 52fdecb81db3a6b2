/** A broadcast goes out once or not at all: no list to look in, no key to repeat it by, no taking back. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ARMED } from '@/channels/contract'
import { channel } from '@/channels/zalo'
import { lookalike } from '@/sandbox/zalo'
import { openBroadcasting, type Broadcasting } from './broadcasting'

let zalo: Broadcasting

beforeAll(async () => {
  zalo = await openBroadcasting()
})
beforeEach(() => zalo.begin())
afterEach(() => zalo.bench.platform.heal?.())
afterAll(() => zalo.bench.platform.close())

describe('a broadcast', () => {
  it('goes out after the article is shown and proven, armed by itself, and is written down', async () => {
    const wanted = zalo.item()
    const recorded = zalo.bench.record()
    const published = await zalo.bench.publish(zalo.bench.draft(wanted), recorded)
    const steps = recorded.checkpoints.map(({ step }) => step)
    expect(steps.slice(-5)).toEqual([ARMED, 'showing', 'shown', ARMED, 'broadcast'])
    expect(zalo.sent()).toEqual([{ articles: [published.remoteId], target: {} }])
  })

  it('says that Zalo looks at it first and that nobody can take it back', async () => {
    const { remarks } = await zalo.bench.publish(zalo.bench.draft(zalo.item()))
    expect(remarks).toEqual([
      { code: 'broadcast-in-review', message: expect.stringContaining('không thu hồi được: gỡ bài chỉ gỡ bài viết') },
    ])
  })

  it('does not go out where nobody asked for it', async () => {
    const published = await zalo.bench.publish(zalo.bench.draft(zalo.item({ broadcast: 'none' })))
    expect(zalo.sent()).toEqual([])
    expect(published.remarks).toBeUndefined()
  })

  it('reaches those whom the editor chose, in Zalo’s codes joined by commas', async () => {
    const chosen = { broadcast: 'target', ages: ['65-up', '55-64'], gender: 'female', devices: ['android', 'ios'] }
    await zalo.bench.publish(zalo.bench.draft(zalo.item({ ...chosen, locations: ['central', 'south'] })))
    await zalo.bench.publish(zalo.bench.draft(zalo.item({ ...chosen, locations: ['north'], cities: ['4', ' 63 '] })))
    const target = { ages: '6,7', gender: '2', platform: '1,2' }
    expect(zalo.sent().map((broadcast) => broadcast.target)).toEqual([
      { ...target, locations: '1,2' },
      { ...target, cities: '4,63' },
    ])
    const told = lookalike.wall(zalo.bench.platform.desk).filter(({ kind }) => kind === 'broadcast')
    expect(told.map(({ text }) => text.split('Gửi tới: ')[1])).toEqual(
      expect.arrayContaining([
        'tuổi 55-64, từ 65; giới tính nữ; vùng miền Trung, miền Nam; máy iOS, Android',
        'tuổi 55-64, từ 65; giới tính nữ; mã tỉnh, thành 4, 63; máy iOS, Android',
      ]),
    )
  })

  it('takes up to four more articles along, by id or by link', async () => {
    const first = await zalo.bench.publish(zalo.bench.draft(zalo.item({ broadcast: 'none' })))
    const second = await zalo.bench.publish(zalo.bench.draft(zalo.item({ broadcast: 'none' })))
    const { remoteId } = await zalo.bench.publish(
      zalo.bench.draft(zalo.item({ alsoBroadcast: [first.remoteId, second.url] })),
    )
    expect(zalo.sent()).toEqual([{ articles: [remoteId, first.remoteId, second.remoteId], target: {} }])
  })

  it('with an article that is not there is refused before anything is visible', async () => {
    const wanted = zalo.item({ alsoBroadcast: ['khong-co-bai-nay'] })
    const { failure } = await zalo.fail(wanted)
    expect(failure).toMatchObject({
      kind: 'rejected',
      code: 'other-article-missing',
      message: expect.stringContaining('khong-co-bai-nay'),
    })
    expect(zalo.shown(wanted)).toEqual([])
  })
})

describe('too fast', () => {
  it('is no refusal: the next attempt only broadcasts', async () => {
    const wanted = zalo.item()
    zalo.bench.platform.fault?.('throttle', 'oa.broadcast')
    const { failure, recorded } = await zalo.fail(wanted)
    expect(failure).toMatchObject({ kind: 'throttled', code: '-32', scope: 'channel' })
    await zalo.bench.publish(zalo.bench.draft(wanted), zalo.bench.record({ earlier: recorded.checkpoints }))
    expect([zalo.showings(wanted), zalo.sent().length]).toEqual([1, 1])
  })
})

describe('withdrawing', () => {
  it('takes the article down; the broadcast stays sent', async () => {
    const wanted = zalo.item()
    const published = await zalo.bench.publish(zalo.bench.draft(wanted))
    await channel.withdraw?.(zalo.bench.live(wanted, published), zalo.bench.record().call)
    expect(zalo.shown(wanted).map(({ state }) => state)).toEqual(['removed'])
    expect(zalo.sent()).toHaveLength(1)
  })
})
