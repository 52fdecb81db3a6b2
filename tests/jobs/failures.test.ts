import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Draft } from '@/channels/contract'
import type { Publication } from '@/engine/rows'
import { addPublication, sentPosts, visiblePosts } from '../support/engine/publication'
import { openStage, type Stage } from '../support/engine'
import { platforms, type PlatformName } from '../support/engine/places'
import { runDue, runJob, runToRest } from '../support/engine/rest'
import { deadAddress } from '../support/platforms'

/** What only the platform itself finds out: the driver's inspection, here and before the send, lets it pass. */
const spoil: Record<PlatformName, (draft: Draft<Record<string, unknown>>) => void> = {
  site: (draft) => void (draft.post['title'] = 'ạ'.repeat(2_100_000)),
  facebook: () => turn('linkFails', 1),
  zalo: (draft) => void (draft.post['coverUrl'] = `${stage.site.origin}/media/khong-co.jpg`),
  youtube: (draft) => void (draft.post['categoryId'] = '999'),
  telegram: (draft) => {
    const [part] = draft.post['parts'] as { html: string }[]
    if (part) part.html += '<b>'
  },
}

const turn = (knob: string, value: number | null) => stage.places.sandbox.desk.knobs.turn('facebook', knob, value)

let stage: Stage

beforeAll(async () => {
  stage = await openStage(import.meta.url)
})
afterAll(() => stage?.close())

describe.each(platforms)('when %s', (platform) => {
  afterEach(() => {
    stage.places[platform].heal()
    turn('linkFails', null)
  })

  const publish = (publication: Publication) => runJob(stage, 'publish', { publication: publication.id })

  it('refuses the content, the publication fails with the reason, and is not tried again', async () => {
    const publication = await addPublication(stage, platform, { edit: spoil[platform] })
    expect(await publish(publication)).toEqual({ done: 'rejected' })
    const failed = await stage.read(publication.id)
    expect(failed).toMatchObject({ state: 'failed', failureKind: 'rejected', wakeAt: null, leaseToken: null })
    expect(String(failed['failureMessage'])).toMatch(/[ạ-ỹ]/i)
    expect((await stage.channel(publication.channel)).state).toBe('connected')
    expect(await stage.attempts(publication.id)).toMatchObject([{ number: 1, outcome: 'rejected' }])
    expect(await visiblePosts(stage, publication)).toBe(0)
  })

  it('no longer knows the token, the channel needs a person and what waits is held, not failed', async () => {
    const publication = await addPublication(stage, platform)
    const channel = await stage.channel(publication.channel)
    const waiting = await addPublication(stage, platform, { channel })
    stage.places[platform].fault('token-dead')
    expect(await publish(publication)).toEqual({ done: 'unauthorized' })
    expect(await stage.channel(channel.id)).toMatchObject({ state: 'attention', problem: expect.stringMatching(/./) })
    await runDue(stage)
    for (const { id } of [publication, waiting])
      expect(await stage.read(id)).toMatchObject({ state: 'held', heldBecause: 'channel-not-ready', wakeAt: null })
    expect((await stage.read(publication.id))['failureKind']).toBe('unauthorized')
    expect(await sentPosts(stage, publication)).toBe(0)
  })

  it('is asked too often, the whole channel waits, then both go out once', async () => {
    const publication = await addPublication(stage, platform)
    const channel = await stage.channel(publication.channel)
    const waiting = await addPublication(stage, platform, { channel, over: { latePolicy: 'send' } })
    await stage.engine.rows.update('publications', { id: publication.id }, { latePolicy: 'send' })
    stage.places[platform].fault('throttle')
    expect(await publish(await stage.read(publication.id))).toEqual({ done: 'throttled' })
    stage.places[platform].heal()
    const { notBefore } = await stage.channel(channel.id)
    expect(notBefore?.getTime()).toBeGreaterThan(stage.clock.now().getTime())
    const thrown = await stage.read(publication.id)
    expect(thrown).toMatchObject({ state: 'scheduled', failureKind: 'throttled', tries: 0 })
    // A platform may have asked for a longer rest of the channel before, in its headers.
    expect(thrown.retryAt?.getTime()).toBeLessThanOrEqual(notBefore?.getTime() ?? 0)
    expect(thrown.wakeAt).toEqual(thrown.retryAt)
    expect(await publish(waiting)).toEqual({ skipped: 'channel waits' })
    await runToRest(stage)
    await expectOnce(publication)
    await expectOnce(waiting)
  })

  it('cannot be reached, it is tried again ever later, and after five times the channel is left alone', async () => {
    const publication = await addPublication(stage, platform)
    const lost = await withoutPlatform(publication, async () => {
      const waits: number[] = []
      for (let round = 0; (await stage.read(publication.id)).state === 'scheduled' && round < 10; round += 1) {
        const { wakeAt } = await stage.read(publication.id)
        stage.clock.pass(Math.max(0, ((wakeAt?.getTime() ?? 0) - stage.clock.now().getTime()) / 1000))
        const before = stage.clock.now().getTime()
        await publish(publication)
        const { retryAt, state } = await stage.read(publication.id)
        if (state === 'scheduled') waits.push(Math.round(((retryAt?.getTime() ?? 0) - before) / 1000))
      }
      return waits
    })
    expect(lost).toHaveLength(5)
    expect(lost.toSorted((one, other) => one - other)).toEqual(lost)
    expect(await stage.read(publication.id)).toMatchObject({
      state: 'held',
      heldBecause: 'channel-broken',
      failureKind: 'unavailable',
      tries: 5,
      wakeAt: null,
    })
    expect(await stage.channel(publication.channel)).toMatchObject({
      state: 'attention',
      problem: expect.stringMatching(/không nhận bài 5 lần liên tiếp/),
    })
    expect(await sentPosts(stage, publication)).toBe(0)
  })

  it('comes back, what waited goes out once', async () => {
    const publication = await addPublication(stage, platform)
    await withoutPlatform(publication, async () => {
      expect(await publish(publication)).toEqual({ done: 'unavailable' })
      expect(await stage.read(publication.id)).toMatchObject({ state: 'scheduled', tries: 1 })
    })
    await runToRest(stage)
    await expectOnce(publication)
  })

  it('takes the post and cuts the line, it is found, never sent again', async () => {
    const publication = await addPublication(stage, platform)
    stage.places[platform].fault('accept-then-drop')
    expect(await publish(publication)).toEqual({ done: 'outcome-unknown' })
    stage.places[platform].heal()
    expect(await stage.read(publication.id)).toMatchObject({ state: 'unknown', leaseToken: null, sends: 1 })
    await runToRest(stage)
    await expectOnce(publication)
    expect((await stage.read(publication.id)).sends).toBe(1)
  })

  async function expectOnce(publication: Publication): Promise<void> {
    expect(await stage.read(publication.id)).toMatchObject({ state: 'published', failureKind: null, heldBecause: null })
    expect(await visiblePosts(stage, publication)).toBe(1)
    expect(await sentPosts(stage, publication)).toBe(1)
  }

  /** Every address of the platform leads nowhere, and its section's channel too. */
  async function withoutPlatform<Result>({ channel: id }: Publication, work: () => Promise<Result>): Promise<Result> {
    const nowhere = await deadAddress()
    const names = Object.keys(stage.places.addresses)
    const { secret } = await stage.channel(id)
    if (platform === 'site') {
      const elsewhere = stage.sealFor(id, { address: nowhere, token: 'x' })
      await stage.engine.rows.update('channels', { id }, { secret: elsewhere })
    }
    Object.assign(process.env, Object.fromEntries(names.map((name) => [name, nowhere])))
    try {
      return await work()
    } finally {
      Object.assign(process.env, stage.places.addresses)
      await stage.engine.rows.update('channels', { id }, { secret })
    }
  }
})
