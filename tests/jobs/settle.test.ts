import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ARMED } from '@/channels/contract'
import type { Publication } from '@/engine/rows'
import { addChannel, addPublication, sentPosts, visiblePosts } from '../support/engine/publication'
import { openStage, type Stage } from '../support/engine'
import { platforms } from '../support/engine/places'
import { runJob, runToRest } from '../support/engine/rest'

/** One call over our own http and a list that proves absence: where a send stands is plain to see. */
const plain = 'facebook'

describe('a send without an answer', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
  })
  afterEach(() => platforms.forEach((platform) => stage.places[platform].heal()))
  afterAll(() => stage?.close())

  const publish = ({ id }: Publication) => runJob(stage, 'publish', { publication: id })
  const settle = ({ id }: Publication) => runJob(stage, 'settle', { publication: id })

  it.each(platforms)('is found on %s and gets its link, with exactly one post', async (platform) => {
    const publication = await addPublication(stage, platform)
    stage.places[platform].fault('accept-then-drop')
    await publish(publication)
    stage.places[platform].heal()
    const { state, wakeAt } = await stage.read(publication.id)
    expect(state).toBe('unknown')
    expect(wakeAt?.getTime()).toBeGreaterThan(stage.clock.now().getTime())
    await runToRest(stage)
    const live = await stage.read(publication.id)
    expect(live).toMatchObject({ state: 'published', sends: 1, attemptNumber: 1 })
    expect(live.remoteUrl).toMatch(/^https?:\/\//)
    expect([await visiblePosts(stage, publication), await sentPosts(stage, publication)]).toEqual([1, 1])
  })

  it('that is proven absent is sent once more, after the platform had time to show it', async () => {
    const publication = await addPublication(stage, plain)
    stage.places[plain].fault('hang')
    const hanging = impatient()
    expect(await runJob({ ...stage, engine: hanging }, 'publish', { publication: publication.id })).toEqual({
      done: 'outcome-unknown',
    })
    const lostAt = stage.clock.now().getTime()
    await runToRest(stage)
    const live = await stage.read(publication.id)
    expect(live).toMatchObject({ state: 'published', sends: 2, attemptNumber: 2 })
    expect(((live.publishedAt?.getTime() ?? 0) - lostAt) / 1000).toBeGreaterThanOrEqual(120)
    expect([await visiblePosts(stage, publication), await sentPosts(stage, publication)]).toEqual([1, 1])
  })

  it('is never sent a third time', async () => {
    const publication = await addPublication(stage, plain)
    const hanging = impatient()
    for (const round of [1, 2]) {
      stage.places[plain].fault('hang')
      await runJob({ ...stage, engine: hanging }, 'publish', { publication: publication.id })
      expect(await stage.read(publication.id)).toMatchObject({ state: 'unknown', sends: round })
      await lookUntil(publication, round === 1 ? 'scheduled' : 'held')
    }
    expect(await stage.read(publication.id)).toMatchObject({ heldBecause: 'too-many-tries', wakeAt: null })
    expect(await sentPosts(stage, publication)).toBe(0)
  })

  it('that nobody can tell anything about is held for a person', async () => {
    const channel = await addChannel(stage, 'telegram')
    const credentials = { ...(stage.openCredentials(channel) as Record<string, string>) }
    delete credentials['opsChat']
    await stage.engine.rows.update('channels', { id: channel.id }, { secret: stage.sealFor(channel.id, credentials) })
    const publication = await addPublication(stage, 'telegram', { channel: await stage.channel(channel.id) })
    stage.places.telegram.fault('accept-then-drop')
    await publish(publication)
    await runToRest(stage)
    expect(await stage.read(publication.id)).toMatchObject({
      state: 'held',
      heldBecause: 'cannot-tell',
      heldMessage: expect.stringMatching(/không biết bài đã lên chưa/),
      sends: 1,
    })
    expect(await sentPosts(stage, publication)).toBe(1)
  })

  it('is asked about again when the platform does not answer, and in the end a person is', async () => {
    const publication = await addPublication(stage, plain)
    stage.places[plain].fault('accept-then-drop')
    await publish(publication)
    const deaf = stage.engineWith({ http: () => Promise.reject(new Error('a fault of ours')) })
    await runToRest({ ...stage, engine: deaf })
    expect(await stage.read(publication.id)).toMatchObject({ state: 'held', heldBecause: 'cannot-tell', sends: 1 })
  })

  it('makes its channel ask for a new connection when the token is dead', async () => {
    const publication = await addPublication(stage, plain)
    stage.places[plain].fault('accept-then-drop')
    await publish(publication)
    stage.places[plain].fault('token-dead', '*')
    stage.clock.pass(61)
    expect(await settle(publication)).toEqual({ done: 'looks again' })
    expect((await stage.channel(publication.channel)).state).toBe('attention')
    await runToRest(stage)
    expect((await stage.read(publication.id)).state).toBe('published')
  })

  describe('because the worker is gone', () => {
    it('waits again when it had not armed, and goes out once', async () => {
      const publication = await claimAndDie('claimed')
      expect(await settle(publication)).toEqual({ skipped: 'still leased' })
      await runToRest(stage)
      expect(await stage.read(publication.id)).toMatchObject({
        state: 'published',
        attemptNumber: 2,
        sends: 1,
        tries: 1,
      })
      expect(await sentPosts(stage, publication)).toBe(1)
    })

    it('is unknown when it had armed', async () => {
      const publication = await claimAndDie(ARMED)
      stage.clock.pass(91)
      expect(await settle(publication)).toEqual({ done: 'unknown' })
      expect(await stage.read(publication.id)).toMatchObject({ state: 'unknown', leaseToken: null, sends: 1 })
    })

    it('six times in a row before anything was sent, it is given up', async () => {
      const publication = await addPublication(stage, plain, { over: { latePolicy: 'send' } })
      for (let death = 1; death <= 6; death += 1) {
        await dieAt('claimed', publication)
        stage.clock.pass(91)
        await settle(publication)
      }
      expect(await stage.read(publication.id)).toMatchObject({ state: 'failed', failureCode: 'worker-lost', sends: 0 })
    })
  })

  /** The worker's process ends at this point: whatever it would have written afterwards is not written. */
  async function claimAndDie(point: string): Promise<Publication> {
    // Its credentials were looked at a moment ago: the first request is the send itself.
    const channel = await addChannel(stage, plain)
    const publication = await addPublication(stage, plain, { channel })
    await dieAt(point, publication)
    return stage.read(publication.id)
  }

  async function dieAt(point: string, { id }: Publication): Promise<void> {
    const { rows } = stage.engine
    let isDead = false
    const dying = stage.engineWith({
      rows: {
        ...rows,
        insert: async (slug, row) => {
          if (isDead) throw new Error('killed')
          return rows.insert(slug, row)
        },
        update: async (slug, where, set) => {
          if (isDead) throw new Error('killed')
          return rows.update(slug, where, set)
        },
        set: async (slug, where, set) => {
          if (isDead) throw new Error('killed')
          return rows.set(slug, where, set)
        },
        setWith: async (slug, change, also) => {
          if (point === 'claimed' && !isDead) {
            await rows.setWith(slug, change, also)
            isDead = true
          }
          if (isDead) throw new Error('killed')
          return rows.setWith(slug, change, also)
        },
      },
      http: async () => {
        isDead = true
        throw new Error('killed')
      },
    })
    await expect(runJob({ ...stage, engine: dying }, 'publish', { publication: id })).rejects.toThrow('killed')
    expect((await stage.read(id)).state).toBe('sending')
  }

  /** A worker whose requests get no answer in time, without waiting for that time. */
  function impatient() {
    return stage.engineWith({ http: (request) => stage.engine.http({ ...request, timeout: 300 }) })
  }

  async function lookUntil(publication: Publication, state: string): Promise<void> {
    for (let looks = 0; (await stage.read(publication.id)).state !== state && looks < 30; looks += 1) {
      const { wakeAt } = await stage.read(publication.id)
      stage.clock.pass(Math.max(0, ((wakeAt?.getTime() ?? 0) - stage.clock.now().getTime()) / 1000))
      await settle(publication)
    }
    expect((await stage.read(publication.id)).state).toBe(state)
  }
})
