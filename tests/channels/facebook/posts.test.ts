/** What only Facebook does: photos before the post, resuming, looking up, numbers that die. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ARMED, type Item } from '@/channels/contract'
import { channel } from '@/channels/facebook'
import type { Desk, Lookalike } from '@/sandbox/contract'
import { lookalike } from '@/sandbox/facebook'
import { openBench, type Bench } from '../contracts/bench'
import { anItem } from '../support/items'
import { runLookalike } from '../support/platforms'

type Post = Parameters<typeof channel.publish>[0]['post']

let desk: Desk
let bench: Bench<Post>

const withDesk: Lookalike = {
  ...lookalike,
  open: (given, name) => {
    desk = given
    return lookalike.open(given, name)
  },
}

beforeAll(async () => {
  bench = await openBench(channel, await runLookalike(withDesk))
})
afterEach(() => bench.platform.heal?.())
afterAll(() => bench.platform.close())

const twoPhotos = () => anItem({ media: [bench.files.photo, bench.files.secondPhoto] })
const onWall = ({ link }: Item) => lookalike.wall(desk).filter(({ text }) => text.includes(link))
const photoCount = () => desk.records.list('facebook.photos').length

describe('photos', () => {
  it('go up invisibly first and stand in one post, in order', async () => {
    const item = twoPhotos()
    const recorded = bench.record()
    await bench.publish(bench.draft(item), recorded)
    expect(recorded.checkpoints.map(({ step }) => step)).toEqual(['photo-uploaded', 'photo-uploaded', ARMED])
    const [post] = onWall(item)
    expect(post?.pictures).toHaveLength(2)
    expect(new Set(post?.pictures).size).toBe(2)
  })

  it('carry the alternative text', async () => {
    await bench.publish(bench.draft(twoPhotos()))
    const alts = desk.records.list<{ alt: string }>('facebook.photos').map(({ alt }) => alt)
    expect(new Set(alts)).toEqual(new Set([bench.files.photo.alt]))
  })

  it('are not uploaded again after a crash between upload and post', async () => {
    const item = twoPhotos()
    const first = bench.record({ leaseLost: new Error('killed') })
    await bench.failToPublish(bench.draft(item), first)
    const uploaded = photoCount()
    await bench.publish(bench.draft(item), bench.record({ earlier: first.checkpoints }))
    expect(photoCount()).toBe(uploaded)
    expect(onWall(item)).toHaveLength(1)
  })

  it('go up again when the earlier upload is about to vanish', async () => {
    const item = twoPhotos()
    const first = bench.record({ leaseLost: new Error('killed') })
    await bench.failToPublish(bench.draft(item), first)
    const uploaded = photoCount()
    bench.platform.pass(21 * 3_600)
    await bench.publish(bench.draft(item), bench.record({ earlier: first.checkpoints }))
    expect(photoCount()).toBe(uploaded + 2)
    expect(onWall(item)).toHaveLength(1)
  })

  it('that failed to go up leave nothing behind and are proven not sent', async () => {
    const item = twoPhotos()
    bench.platform.fault?.('accept-then-drop', 'photos.create')
    const recorded = bench.record()
    expect(await bench.failToPublish(bench.draft(item), recorded)).toMatchObject({ kind: 'unavailable' })
    expect(recorded.checkpoints.map(({ step }) => step)).not.toContain(ARMED)
    expect(onWall(item)).toEqual([])
  })
})

describe('sending twice by mistake', () => {
  it('is answered by 506, which decides nothing until the post is looked up', async () => {
    const item = anItem()
    const draft = bench.draft(item)
    const first = await bench.publish(draft)
    const again = bench.record()
    expect(await bench.failToPublish(draft, again)).toMatchObject({ kind: 'outcome-unknown', code: '506' })
    expect(await bench.find(draft, again)).toMatchObject({ outcome: 'published', remoteId: first.remoteId })
  })
})

describe('looking up', () => {
  it('reads on past the first page of the Page’s posts', async () => {
    const item = anItem()
    const recorded = bench.record()
    const { remoteId } = await bench.publish(bench.draft(item), recorded)
    for (let count = 0; count < 60; count += 1) await bench.publish(bench.draft(anItem()))
    expect(await bench.find(bench.draft(item), recorded)).toMatchObject({ remoteId })
  })

  it('does not take a post that is older than the send', async () => {
    const item = anItem()
    await bench.publish(bench.draft(item))
    bench.platform.pass(3_600)
    expect(await bench.find(bench.draft(item), bench.record())).toBe('absent')
  })
})

describe('numbers', () => {
  const measureOne = async () => {
    const item = anItem()
    const live = bench.live(item, await bench.publish(bench.draft(item)))
    bench.platform.pass(7_200)
    const readings = await channel.measure([live], bench.record().call)
    return Object.fromEntries(readings.map((reading) => [reading.metric, reading]))
  }

  it('come from lifetime rows, never from the day row with 0', async () => {
    const { views, reach, reactions, shares } = await measureOne()
    for (const reading of [views, reach, reactions, shares]) expect(reading?.value).toBeGreaterThan(0)
  })

  it('survive a metric that died: it is null with the reason, the others stay', async () => {
    desk.records.put('facebook.dead-metrics', 'post_media_view', true)
    const { views, reach, reactions } = await measureOne()
    desk.records.put('facebook.dead-metrics', 'post_media_view', false)
    expect(views).toMatchObject({ value: null, because: expect.stringContaining('post_media_view') })
    expect(reach?.value).toBeGreaterThan(0)
    expect(reactions?.value).toBeGreaterThan(0)
  })
})

describe('the Page’s token', () => {
  it('is refused with a clear sentence when the app secret is wrong', async () => {
    const { call } = bench.record()
    call.credentials = { ...bench.platform.credentials, appSecret: 'f'.repeat(32) }
    await expect(channel.check(call)).rejects.toMatchObject({
      kind: 'unauthorized',
      message: expect.stringContaining('Khóa bí mật'),
    })
  })

  it('shows its scopes and that it has no end', async () => {
    const health = await channel.check(bench.record().call)
    expect(health.scopes).toContain('pages_manage_posts')
    expect(health.expiresAt).toBeNull()
  })

  it('of another Page is refused', async () => {
    const { call } = bench.record()
    call.credentials = lookalike.open(desk, 'Một Trang khác').credentials
    await expect(channel.check(call)).rejects.toMatchObject({ kind: 'unauthorized', code: 'other-page' })
  })

  it('waits as long as the usage header says when calls are too many', async () => {
    bench.platform.fault?.('throttle', 'feed.create')
    expect(await bench.failToPublish(bench.draft(anItem()), bench.record())).toMatchObject({
      kind: 'throttled',
      code: '80001',
      retryAfter: 120,
    })
  })
})
