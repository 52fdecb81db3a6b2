import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { APP } from '@/sandbox/facebook/state'
import type { ChannelRow, Publication } from '@/engine/rows'
import { findBrokenLinks } from '../../support/engine/chain'
import { addChannel, addPublication, sentPosts, visiblePosts } from '../../support/engine/publication'
import { runJob, runToRest } from '../../support/engine/rest'
import { openToldStage, type ToldStage } from '../../support/engine/told'

/** Tells about its posts: that they appeared, that they were taken down. */
const talker = 'facebook'

describe('A platform that tells about a post', () => {
  let stage: ToldStage
  let channel: ChannelRow

  beforeAll(async () => {
    stage = await openToldStage(import.meta.url, { FACEBOOK_APP_ID: APP.id, FACEBOOK_APP_SECRET: APP.secret })
    channel = await addChannel(stage, talker)
    await stage.subscribe(channel)
  })
  afterEach(() => {
    stage.places[talker].heal()
    for (const knob of ['listLagSeconds', 'webhookTwice']) stage.places.sandbox.desk.knobs.turn(talker, knob, null)
  })
  afterAll(() => stage?.close())

  const publish = ({ id }: Publication) => runJob(stage, 'publish', { publication: id })
  const post = ({ remoteId }: Publication) => ({ account: channel.externalId, id: remoteId ?? '' })
  const goLive = async () => {
    const { id } = await addPublication(stage, talker, { channel })
    await publish(await stage.read(id))
    await stage.receive()
    return stage.read(id)
  }
  const last = async () => (await stage.notices(channel.externalId)).at(-1)

  it('changes nothing by saying that what we sent is there', async () => {
    const live = await goLive()
    expect(live).toMatchObject({ state: 'published', withdrawnBecause: null })
    expect(await last()).toMatchObject({ state: 'ignored', outcome: 'already published' })
  })

  it('and took it down: the publication is gone, and says so', async () => {
    const live = await goLive()
    await stage.act(talker, 'remove', post(live))
    expect(await stage.receive()).toEqual([{ done: 'handled: withdrawn' }])
    const gone = await stage.read(live.id)
    expect(gone).toMatchObject({ state: 'withdrawn', withdrawnBecause: 'Đã bị gỡ trên nền tảng', wakeAt: null })
    const { entries, broken } = await findBrokenLinks(stage.engine, gone)
    expect([entries.at(-1), broken]).toEqual(['vanish', []])
    expect(gone['placeKey']).toBe(`free:${gone.id}`)
  })

  it('says once what its webhooks say twice', async () => {
    const live = await goLive()
    stage.places.sandbox.desk.knobs.turn(talker, 'webhookTwice', 1)
    await stage.act(talker, 'remove', post(live))
    await stage.receive()
    await stage.receive()
    const { entries } = await findBrokenLinks(stage.engine, await stage.read(live.id))
    expect(entries.filter((action) => action === 'vanish')).toHaveLength(1)
  })

  it('that is not ours is kept and ignored', async () => {
    const live = await goLive()
    await stage.engine.rows.update('publications', { id: live.id }, { remoteId: 'another' })
    await stage.act(talker, 'remove', post(live))
    await stage.receive()
    expect((await stage.read(live.id)).state).toBe('published')
    expect(await last()).toMatchObject({ state: 'ignored', outcome: 'unknown post' })
  })

  it('while it is being taken down here is about that, unless nothing comes of it', async () => {
    const live = await goLive()
    await stage.engine.rows.update('publications', { id: live.id }, { withdrawAskedAt: stage.clock.now() })
    await stage.act(talker, 'remove', post(live))
    expect(await stage.receive()).toEqual([{ done: 'waiting: being withdrawn here' }])
    expect((await stage.read(live.id)).state).toBe('published')
    stage.clock.pass(301)
    await stage.receive()
    expect(await stage.read(live.id)).toMatchObject({ state: 'withdrawn', withdrawnBecause: 'Đã bị gỡ trên nền tảng' })
  })

  it('that a person took down here does not blame the platform', async () => {
    const live = await goLive()
    const { actOnPublication } = await import('@/engine/desk/publication/verbs')
    const actor = { id: 'leader', name: 'Lãnh đạo' }
    await actOnPublication(stage.engine, { id: live.id, verb: 'withdraw', actor, body: {} })
    await stage.receive()
    expect(await stage.read(live.id)).toMatchObject({ state: 'withdrawn', withdrawnBecause: null })
    expect(await last()).toMatchObject({ state: 'ignored', outcome: 'already withdrawn' })
  })

  it('wakes the search for a send that got no answer, and the search decides', async () => {
    const publication = await addPublication(stage, talker, { channel })
    stage.places[talker].fault('accept-then-drop')
    await publish(publication)
    const lost = await stage.read(publication.id)
    expect(lost.state).toBe('unknown')
    expect(lost.wakeAt?.getTime()).toBeGreaterThan(stage.clock.now().getTime())
    expect(await stage.receive()).toEqual([{ done: 'handled: witnessed' }])
    const woken = await stage.read(publication.id)
    expect(woken.state).toBe('unknown')
    expect(woken.wakeAt?.getTime()).toBeLessThanOrEqual(stage.clock.now().getTime())
    expect(await runJob(stage, 'settle', { publication: publication.id })).toEqual({ done: 'found' })
    expect((await stage.read(publication.id)).state).toBe('published')
    expect([await visiblePosts(stage, publication), await sentPosts(stage, publication)]).toEqual([1, 1])
  })

  it('stops a second send that a lagging list would have allowed', async () => {
    const publication = await addPublication(stage, talker, { channel, over: { latePolicy: 'send' } })
    stage.places.sandbox.desk.knobs.turn(talker, 'listLagSeconds', 90_000)
    stage.places[talker].fault('accept-then-drop')
    await publish(publication)
    await stage.receive()
    await runToRest(stage)
    expect(await stage.read(publication.id)).toMatchObject({ state: 'held', heldBecause: 'cannot-tell', sends: 1 })
    expect(await sentPosts(stage, publication)).toBe(1)
  })

  it('that comes after absence was believed takes back the next send', async () => {
    const publication = await addPublication(stage, talker, { channel, over: { latePolicy: 'send' } })
    const link = `${stage.engine.publicUrl}/l/${publication.trackedCode}`
    await stage.engine.rows.update('publications', { id: publication.id }, { sends: 1 })
    await appear(link)
    expect(await stage.read(publication.id)).toMatchObject({ state: 'held', heldBecause: 'cannot-tell' })
    expect(await sentPosts(stage, publication)).toBe(0)
    await appear(link)
    expect((await stage.read(publication.id))['heldMessage']).toMatch(/vừa báo là bài đã lên/)
  })

  it('that was never sent by us holds up nothing', async () => {
    const publication = await addPublication(stage, talker, { channel })
    await appear(`${stage.engine.publicUrl}/l/${publication.trackedCode}`)
    expect((await stage.read(publication.id)).state).toBe('scheduled')
    await runToRest(stage)
    expect((await stage.read(publication.id)).state).toBe('published')
  })

  it('lets a removal wait for a send that has not been recorded yet', async () => {
    const open = await addPublication(stage, talker, { channel })
    await stage.engine.rows.update('publications', { id: open.id }, { state: 'processing', wakeAt: null })
    const live = await goLive()
    await stage.engine.rows.update('publications', { id: live.id }, { remoteId: 'not-recorded-yet' })
    await stage.act(talker, 'remove', post(live))
    expect(await stage.receive()).toEqual([{ done: 'waiting: a send is open' }])
    await stage.engine.rows.update('publications', { id: live.id }, { remoteId: live.remoteId })
    stage.clock.pass(6)
    await stage.receive()
    expect((await stage.read(live.id)).state).toBe('withdrawn')
    await stage.engine.rows.update('publications', { id: open.id }, { state: 'failed' })
  })

  it('says that somebody commented, and when', async () => {
    const live = await goLive()
    await stage.act(talker, 'comment', post(live))
    await stage.receive()
    expect((await stage.read(live.id))['commentedAt']).toBeInstanceOf(Date)
  })

  /** As the look-alike would tell it; a post that it does not have. */
  async function appear(message: string): Promise<void> {
    const { createHmac, randomUUID } = await import('node:crypto')
    const page = channel.externalId
    const value = {
      item: 'status',
      verb: 'add',
      post_id: `${page}_${randomUUID()}`,
      message,
      published: 1,
      from: { id: page },
    }
    const time = Math.floor(stage.clock.now().getTime() / 1000)
    const body = JSON.stringify({ object: 'page', entry: [{ id: page, time, changes: [{ field: 'feed', value }] }] })
    const signature = createHmac('sha256', APP.secret).update(body).digest('hex')
    await stage.webhooks.post(talker, body, { 'x-hub-signature-256': `sha256=${signature}` })
    await stage.receive()
  }
})
