/** What only Zalo does: hidden first, then shown; slow verification; articles that may appear early or late. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ARMED, type Item } from '@/channels/contract'
import { channel } from '@/channels/zalo'
import type { Article } from '@/channels/zalo/options'
import { lookalike } from '@/sandbox/zalo'
import { changeSettings } from '@/sandbox/zalo/state'
import { anItem } from '../../support/items'
import { openZalo, type ZaloBench } from './bench'

let bench: ZaloBench

beforeAll(async () => {
  bench = await openZalo()
})
beforeEach(() => changeSettings(bench.platform.desk, { appears: 'when-accepted', looks: 0 }))
afterEach(() => bench.platform.heal?.())
afterAll(() => bench.platform.close())

const article = () => anItem({ media: [bench.files.photo] })
/** Shown, hidden or removed: everything the OA has of this item. */
const inOa = ({ link }: Item) => lookalike.wall(bench.platform.desk).filter(({ text }) => text.includes(link))
const states = (item: Item) => inOa(item).map(({ state }) => state)

describe('an article', () => {
  it('is made hidden, written down, armed, and only then shown', async () => {
    const item = article()
    const recorded = bench.record({ leaseLost: new Error('killed') })
    await bench.failToPublish(bench.draft(item), recorded)
    expect(recorded.checkpoints.map(({ step }) => step)).toEqual(['creating', 'created', 'hidden'])
    expect(states(item)).toEqual(['hidden'])

    const again = bench.record({ earlier: recorded.checkpoints })
    await bench.publish(bench.draft(item), again)
    expect(again.checkpoints.map(({ step }) => step)).toEqual([ARMED])
    expect(states(item)).toEqual(['visible'])
  })

  it('shows title, author, description, text, pictures and the link at the end', async () => {
    const item = anItem({ media: [bench.files.photo, bench.files.secondPhoto] })
    const post = bench.draft(item).post as Article
    expect(post).toMatchObject({ title: item.title, author: 'Y Hạnh', description: item.lead, comment: 'hide' })
    expect(post.body.map(({ type }) => type)).toEqual(['text', 'text', 'text', 'image', 'text', 'text'])
    expect(post.body.at(0)).toEqual({ type: 'text', content: 'BA VIỆC CẦN LÀM NGAY' })
    expect(post.body.at(-1)).toEqual({ type: 'text', content: `Xem đầy đủ: ${item.link}` })
    await bench.publish(bench.draft(item))
    expect(inOa(item)[0]?.pictures).toHaveLength(2)
  })

  it('without a cover, or with too long a title, is stopped before it is sent', () => {
    const draft = bench.draft(anItem({ title: 'ệ'.repeat(151) }))
    expect(channel.inspect(draft).map(({ code }) => code)).toEqual(['title-too-long', 'cover-missing'])
    expect(
      channel.inspect(bench.draft(anItem({ media: [bench.files.photo], title: 'ệ'.repeat(150).normalize('NFD') }))),
    ).toEqual([])
  })

  it('whose picture Zalo cannot fetch is refused and stays invisible', async () => {
    const item = article()
    const draft = bench.draft(item)
    draft.post.coverUrl = `${bench.files.photo.renditions[0]?.url}-gone`
    expect(await bench.failToPublish(draft, bench.record())).toMatchObject({ kind: 'rejected', code: '-201' })
    expect(inOa(item)).toEqual([])
  })
})

describe.each(['when-accepted', 'when-verified'] as const)('where an article appears %s', (appears) => {
  beforeEach(() => changeSettings(bench.platform.desk, { appears, looks: 1 }))

  it('is published once, though Zalo is still at work at the first look', async () => {
    const item = article()
    await bench.publish(bench.draft(item))
    expect(states(item)).toEqual(['visible'])
  })

  it('is settled to one visible article when the answer to the showing is lost', async () => {
    const item = article()
    const draft = bench.draft(item)
    const first = bench.record()
    bench.platform.fault?.('accept-then-drop', 'article.update')
    expect(await bench.failToPublish(draft, first)).toMatchObject({ kind: 'outcome-unknown' })
    const found = await bench.find(draft, bench.record({ earlier: first.checkpoints }))
    if (appears === 'when-accepted') expect(found).toMatchObject({ outcome: 'published' })
    else expect(found).toBe('absent')
    if (found === 'absent') await bench.publish(draft, bench.record({ earlier: first.checkpoints }))
    expect(states(item)).toEqual(['visible'])
  })

  it('leaves one article when the answer to the creation is lost', async () => {
    const item = article()
    const first = bench.record()
    bench.platform.fault?.('accept-then-drop', 'article.create')
    expect(await bench.failToPublish(bench.draft(item), first)).toMatchObject({ kind: 'unavailable' })
    expect(first.checkpoints.map(({ step }) => step)).toEqual(['creating'])
    await bench.publish(bench.draft(item), bench.record({ earlier: first.checkpoints }))
    expect(states(item)).toEqual(['visible'])
  })

  it('goes on from the token after a crash during the verification', async () => {
    const item = article()
    const first = bench.record()
    bench.platform.fault?.('unavailable', 'article.verify')
    expect(await bench.failToPublish(bench.draft(item), first)).toMatchObject({ kind: 'unavailable' })
    await bench.publish(bench.draft(item), bench.record({ earlier: first.checkpoints }))
    expect(states(item)).toEqual(['visible'])
  })
})

describe('a slow Zalo', () => {
  it('leaves the post processing, and following it changes nothing until it is shown', async () => {
    const item = article()
    const prepared = bench.record({ leaseLost: new Error('killed') })
    await bench.failToPublish(bench.draft(item), prepared)
    changeSettings(bench.platform.desk, { appears: 'when-verified', looks: 8 })

    const { call } = bench.record({ earlier: prepared.checkpoints })
    const processing = await channel.publish(bench.draft(item), call)
    if (processing.outcome !== 'processing') throw new Error('published before Zalo was done')
    const before = (await bench.platform.texts()).length
    expect(await channel.follow?.(processing.ticket, call)).toMatchObject({ outcome: 'processing' })
    expect((await bench.platform.texts()).length).toBe(before)
    expect(await channel.follow?.(processing.ticket, call)).toMatchObject({ outcome: 'processing' })
    expect(await channel.follow?.(processing.ticket, call)).toMatchObject({ outcome: 'published' })
    expect(states(item)).toEqual(['visible'])
  })

  it('is left to follow when the look after the showing fails', async () => {
    const item = article()
    const prepared = bench.record({ leaseLost: new Error('killed') })
    await bench.failToPublish(bench.draft(item), prepared)
    bench.platform.fault?.('unavailable', 'article.verify')
    const { call } = bench.record({ earlier: prepared.checkpoints })
    expect(await channel.publish(bench.draft(item), call)).toMatchObject({ outcome: 'processing' })
  })
})

describe('looking up without handles', () => {
  it('finds the shown article on a later page by title and marker', async () => {
    const item = article()
    const recorded = bench.record()
    const { remoteId } = await bench.publish(bench.draft(item), recorded)
    for (let count = 0; count < 12; count += 1) await bench.publish(bench.draft(article()))
    const armedAt = new Date(recorded.checkpoints.find(({ step }) => step === ARMED)?.at ?? 0)
    const found = await channel.find({ draft: bench.draft(item), armedAt }, bench.record().call)
    expect(found).toMatchObject({ outcome: 'published', remoteId })
  })

  it('calls an article that is only hidden absent', async () => {
    const item = article()
    await bench.failToPublish(bench.draft(item), bench.record({ leaseLost: new Error('killed') }))
    expect(await channel.find({ draft: bench.draft(item), armedAt: bench.platform.now() }, bench.record().call)).toBe(
      'absent',
    )
  })
})

describe('numbers', () => {
  it('are views and shares; what Zalo keeps to itself is null with the reason', async () => {
    const item = article()
    const live = bench.live(item, await bench.publish(bench.draft(item)))
    bench.platform.pass(3_600)
    const readings = await channel.measure([live], bench.record().call)
    const byMetric = Object.fromEntries(readings.map((reading) => [reading.metric, reading]))
    expect(byMetric['views']?.value).toBeGreaterThan(0)
    expect(byMetric['shares']?.value).toBeGreaterThan(0)
    for (const metric of ['reactions', 'comments', 'reach'])
      expect(byMetric[metric]).toMatchObject({ value: null, because: expect.any(String) })
  })
})
