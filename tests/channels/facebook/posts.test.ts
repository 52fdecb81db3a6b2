/** Posts of the feed: photos before the post, sending twice by mistake, looking up, other words, taking down. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ARMED } from '@/channels/contract'
import { channel } from '@/channels/facebook'
import type { Photo } from '@/sandbox/facebook/state'
import { anItem } from '../../support/items'
import { calm, openStage, stepsOf, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => calm(stage))
afterAll(() => stage.platform.close())

const twoPhotos = () => anItem({ media: [stage.files.photo, stage.files.secondPhoto] })
const photos = () => stage.platform.desk.records.list<Photo>('facebook.photos')

describe('photos', () => {
  it('go up invisibly first and stand in one post, in order', async () => {
    const item = twoPhotos()
    const recorded = stage.record()
    await stage.publish(stage.draft(item), recorded)
    expect(stepsOf(recorded.checkpoints)).toEqual(['photo-uploaded', 'photo-uploaded', ARMED])
    const [post] = stage.onWall(item)
    expect(post?.pictures).toEqual(photos().map(({ file }) => file))
    expect(new Set(post?.pictures).size).toBe(2)
  })

  it('carry the alternative text to the letter', async () => {
    await stage.publish(stage.draft(twoPhotos()))
    expect(new Set(photos().map(({ alt }) => alt))).toEqual(new Set([stage.files.photo.alt]))
  })

  it('are not uploaded again after a crash between upload and post', async () => {
    const item = twoPhotos()
    const first = stage.record({ leaseLost: new Error('killed') })
    await stage.failToPublish(stage.draft(item), first)
    const uploaded = photos().length
    await stage.publish(stage.draft(item), stage.record({ earlier: first.checkpoints }))
    expect(photos().length).toBe(uploaded)
    expect(stage.onWall(item)).toHaveLength(1)
  })

  it('go up again when the earlier upload is about to vanish', async () => {
    const item = twoPhotos()
    const first = stage.record({ leaseLost: new Error('killed') })
    await stage.failToPublish(stage.draft(item), first)
    const uploaded = photos().length
    stage.platform.pass(21 * 3_600)
    await stage.publish(stage.draft(item), stage.record({ earlier: first.checkpoints }))
    expect(photos().length).toBe(uploaded + 2)
    expect(stage.onWall(item)).toHaveLength(1)
  })

  it('that failed to go up leave nothing behind and are proven not sent', async () => {
    const item = twoPhotos()
    stage.platform.fault?.('accept-then-drop', 'photos.create')
    const recorded = stage.record()
    expect(await stage.failToPublish(stage.draft(item), recorded)).toMatchObject({ kind: 'unavailable' })
    expect(stepsOf(recorded.checkpoints)).not.toContain(ARMED)
    expect(stage.onWall(item)).toEqual([])
  })

  it('that were already posted decide nothing: the post is looked up', async () => {
    const item = twoPhotos()
    const draft = stage.draft(item)
    const first = stage.record()
    const { remoteId } = await stage.publish(draft, first)
    stage.platform.pass(3_600)
    const again = stage.record({ earlier: first.checkpoints })
    expect(await stage.failToPublish(draft, again)).toMatchObject({ kind: 'outcome-unknown', code: '100/1366051' })
    expect(await stage.find(draft, first)).toMatchObject({ outcome: 'published', remoteId })
  })
})

describe('sending twice by mistake', () => {
  it.each([
    [506, '506'],
    [368, '368/1404082'],
  ])('is answered by %i, which decides nothing until the post is looked up', async (repeatCode, code) => {
    stage.turn({ repeatCode })
    const draft = stage.draft(anItem())
    const first = await stage.publish(draft)
    const again = stage.record()
    expect(await stage.failToPublish(draft, again)).toMatchObject({ kind: 'outcome-unknown', code })
    expect(await stage.find(draft, again)).toMatchObject({ outcome: 'published', remoteId: first.remoteId })
  })
})

describe('looking up', () => {
  it('reads on past the first page of the Page’s posts', async () => {
    const item = anItem()
    const recorded = stage.record()
    const { remoteId } = await stage.publish(stage.draft(item), recorded)
    for (let count = 0; count < 60; count += 1) await stage.publish(stage.draft(anItem()))
    expect(await stage.find(stage.draft(item), recorded)).toMatchObject({ remoteId })
  })

  it('does not take a post that is older than the send', async () => {
    const item = anItem()
    await stage.publish(stage.draft(item))
    stage.platform.pass(3_600)
    expect(await stage.find(stage.draft(item), stage.record())).toBe('absent')
  })

  it('asks a person when the post waits among the scheduled ones', async () => {
    const item = anItem()
    const draft = stage.draft(item)
    const { platform } = stage
    const hour = Math.floor(platform.now().getTime() / 1000) + 3_600
    const body = { message: draft.post.message, published: false, scheduled_publish_time: hour }
    const answer = await fetch(`${platform.addresses['FACEBOOK_GRAPH_URL']}/v26.0/${platform.account}/feed`, {
      method: 'POST',
      headers: { authorization: `Bearer ${platform.credentials['pageToken']}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(200)
    expect(await stage.find(draft, stage.record())).toBe('cannot-tell')
  })
})

describe('a post that is live', () => {
  it.each([
    ['a text', () => anItem()],
    ['photos', twoPhotos],
  ])('takes other words: %s', async (_name, make) => {
    const item = make()
    const live = await stage.goLive(item)
    const corrected = stage.draft({ ...item, title: 'Đính chính' })
    await channel.update?.(live, corrected, stage.record().call)
    expect(stage.onWall(item)).toMatchObject([{ text: corrected.text, edited: true }])
  })

  it('keeps its photos: what can not be changed there is refused, and nothing is changed', async () => {
    const item = twoPhotos()
    const live = await stage.goLive(item)
    const fewer = stage.draft({ ...item, title: 'Đính chính', media: [stage.files.photo] })
    await expect(channel.update?.(live, fewer, stage.record().call)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'only-words',
    })
    expect(stage.onWall(item)).toMatchObject([{ edited: false }])
  })

  it('that is gone can not be edited, and says so', async () => {
    const item = anItem()
    const live = await stage.goLive(item)
    await channel.withdraw?.(live, stage.record().call)
    await expect(channel.update?.(live, stage.draft(item), stage.record().call)).rejects.toMatchObject({
      kind: 'rejected',
      code: '100/33',
    })
  })

  it('is edited again without harm when the answer was lost', async () => {
    const item = anItem()
    const live = await stage.goLive(item)
    const corrected = stage.draft({ ...item, title: 'Đính chính' })
    stage.platform.fault?.('accept-then-drop', 'post.update')
    await expect(channel.update?.(live, corrected, stage.record().call)).rejects.toMatchObject({ kind: 'unavailable' })
    await channel.update?.(live, corrected, stage.record().call)
    expect(stage.onWall(item)).toMatchObject([{ text: corrected.text }])
  })
})
