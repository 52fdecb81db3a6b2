/** What is read back: pages of the list, numbers, dates, followers; in every form in which Zalo may tell them. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ARMED } from '@/channels/contract'
import { channel } from '@/channels/zalo'
import { lookalike } from '@/sandbox/zalo'
import { anItem } from '../../support/items'
import { openZalo, type ZaloBench } from './bench'

let bench: ZaloBench

beforeAll(async () => {
  bench = await openZalo()
})
afterEach(() => {
  bench.turn('pageSize', 10)
  bench.turn('datesAsNumbers', 0)
  bench.turn('articleIdName', 0)
  bench.turn('listLagSeconds', 0)
})
afterAll(() => bench.platform.close())

const article = () => anItem({ media: [bench.files.photo] })
const publish = async () => {
  const item = article()
  return bench.live(item, await bench.publish(bench.draft(item)))
}
const viewsOf = async (live: Awaited<ReturnType<typeof publish>>) => {
  const readings = await channel.measure([live], bench.record().call)
  return readings.find(({ metric }) => metric === 'views')
}

describe('the list of articles', () => {
  it.each([
    ['ten a page', 10],
    ['fewer a page than were asked for', 3],
  ])('is read to its last page: %s', async (_name, size) => {
    bench.turn('pageSize', size)
    const oldest = await publish()
    for (let count = 0; count < 12; count += 1) await publish()
    bench.platform.pass(600)
    const recorded = bench.record()
    const readings = await channel.measure([oldest], recorded.call)
    expect(readings.find(({ metric }) => metric === 'views')?.value).toBeGreaterThan(0)
    expect(recorded.requests.length).toBeGreaterThan(1)
  })

  it.each([
    ['as text', 0],
    ['as numbers', 1],
  ])('tells dates and numbers %s, and an article is found by them', async (_name, form) => {
    bench.turn('datesAsNumbers', form)
    const item = article()
    const recorded = bench.record()
    const published = await bench.publish(bench.draft(item), recorded)
    const armedAt = new Date(recorded.checkpoints.find(({ step }) => step === ARMED)?.at ?? 0)
    const found = await channel.find({ draft: bench.draft(item), armedAt }, bench.record().call)
    expect(found).toMatchObject({ outcome: 'published', remoteId: published.remoteId })
    expect(await viewsOf(bench.live(item, published))).toMatchObject({ value: expect.any(Number) })
  })

  it('holds older articles with the same words, which are not ours', async () => {
    const item = article()
    await bench.publish(bench.draft(item))
    bench.platform.pass(49 * 3_600)
    bench.until(6)
    const key = { draft: bench.draft(item), armedAt: bench.platform.now() }
    expect(await channel.find(key, bench.record().call)).toBe('absent')
  })

  it('that lags leaves the numbers open with the reason, and the post with the OA’s own address', async () => {
    bench.turn('listLagSeconds', 300)
    const live = await publish()
    expect(live.url).toBe(`https://zalo.me/${bench.platform.account}`)
    expect(await viewsOf(live)).toMatchObject({ value: null, because: expect.stringContaining('Không thấy bài') })
  })
})

describe('an article that is verified', () => {
  it.each([
    ['id', 0],
    ['article_id', 1],
  ])('is known by "%s"', async (_name, name) => {
    bench.turn('articleIdName', name)
    const { remoteId } = await publish()
    expect(lookalike.wall(bench.platform.desk).find(({ id }) => id === remoteId)?.state).toBe('visible')
  })
})

describe('numbers', () => {
  it('grow with what the public does', async () => {
    const live = await publish()
    const before = (await viewsOf(live))?.value ?? 0
    const post = { account: bench.platform.account, id: live.remoteId }
    for (const act of ['view', 'view', 'share']) lookalike.acts?.[act]?.act(bench.platform.desk, post, '')
    expect((await viewsOf(live))?.value).toBe(before + 2)
  })

  it('of followers follow who comes and goes', async () => {
    const followers = async () => (await channel.audience(bench.record().call))[0]?.value ?? 0
    const before = await followers()
    const post = { account: bench.platform.account, id: '' }
    for (const act of ['follow', 'follow', 'unfollow']) lookalike.acts?.[act]?.act(bench.platform.desk, post, '')
    expect(await followers()).toBe(before + 1)
  })
})
