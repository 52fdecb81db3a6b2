import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Publication } from '@/engine/rows'
import { setMood, type Moods } from '@/sandbox/youtube/state'
import { addPublication, sentPosts, visiblePosts } from '../support/engine/publication'
import { openStage, type Stage } from '../support/engine'
import { runJob, runToRest } from '../support/engine/rest'

const calm: Partial<Moods> = { processingSeconds: 4, failureReason: null, rejectionReason: null, forcePrivate: false }

describe('a video that the platform works on', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
  })
  afterEach(() => {
    stage.places.youtube.heal()
    mood(calm)
  })
  afterAll(() => stage?.close())

  const mood = (change: Partial<Moods>) => setMood(stage.places.sandbox.desk, change)
  const publish = ({ id }: Publication) => runJob(stage, 'publish', { publication: id })
  const follow = ({ id }: Publication) => runJob(stage, 'follow', { publication: id })

  async function addProcessing(): Promise<Publication> {
    const publication = await addPublication(stage, 'youtube')
    expect(await publish(publication)).toEqual({ done: 'processing' })
    return stage.read(publication.id)
  }

  it('is followed until everybody can see it', async () => {
    mood({ processingSeconds: 300 })
    const publication = await addProcessing()
    expect(publication).toMatchObject({ state: 'processing', leaseToken: null, sends: 1, looks: 0 })
    expect(publication.ticket).toMatchObject({ video: expect.any(String) })
    stage.clock.pass(10)
    expect(await follow(publication)).toEqual({ done: 'still processing' })
    const looked = await stage.read(publication.id)
    expect(looked).toMatchObject({ state: 'processing', looks: 1, revision: publication.revision })
    expect(looked.wakeAt?.getTime()).toBeGreaterThan(stage.clock.now().getTime())
    await runToRest(stage)
    expect(await stage.read(publication.id)).toMatchObject({ state: 'published', sends: 1 })
    expect([await visiblePosts(stage, publication), await sentPosts(stage, publication)]).toEqual([1, 1])
  })

  it.each<[string, Partial<Moods>, string]>([
    ['cannot be converted', { failureReason: 'conversion' }, 'conversion'],
    ['is a copy', { rejectionReason: 'duplicate' }, 'duplicate'],
    ['was made private by the platform', { forcePrivate: true }, 'privacy-private'],
  ])('that %s fails with the reason and is not sent again', async (_name, change, failureCode) => {
    mood(change)
    const publication = await addProcessing()
    await runToRest(stage)
    const failed = await stage.read(publication.id)
    expect(failed).toMatchObject({ state: 'failed', failureKind: 'rejected', failureCode, wakeAt: null, sends: 1 })
    expect(String(failed['failureMessage'])).toMatch(/[ạ-ỹ]/i)
    expect(await sentPosts(stage, publication)).toBe(1)
  })

  it('for ever is handed to a person', async () => {
    mood({ processingSeconds: 1_000_000 })
    const publication = await addProcessing()
    const startedAt = stage.clock.now().getTime()
    await runToRest(stage)
    expect(await stage.read(publication.id)).toMatchObject({
      state: 'held',
      heldBecause: 'took-too-long',
      wakeAt: null,
    })
    expect((stage.clock.now().getTime() - startedAt) / 3_600_000).toBeGreaterThan(6)
    expect(await sentPosts(stage, publication)).toBe(1)
  })

  it('is asked about again when the platform is too busy to say', async () => {
    const publication = await addProcessing()
    stage.clock.pass(10)
    stage.places.youtube.fault('throttle', 'videos.list')
    expect(await follow(publication)).toEqual({ done: 'still processing' })
    const { wakeAt } = await stage.read(publication.id)
    expect((wakeAt?.getTime() ?? 0) - stage.clock.now().getTime()).toBeGreaterThan(25_000)
    await runToRest(stage)
    expect((await stage.read(publication.id)).state).toBe('published')
  })

  describe('beside others of its channel', () => {
    async function addThree(): Promise<Publication[]> {
      const first = await addProcessing()
      const channel = await stage.channel(first.channel)
      const others = await Promise.all([1, 2].map(() => addPublication(stage, 'youtube', { channel })))
      await publish(first)
      return Promise.all([first, ...others].map(({ id }) => stage.read(id)))
    }
    const readAll = (all: readonly Publication[]) => Promise.all(all.map(({ id }) => stage.read(id)))

    it('is followed in one turn with them', async () => {
      const [first, ...others] = (await addThree()) as [Publication, ...Publication[]]
      stage.clock.pass(20)
      expect(await follow(first)).toEqual({ done: '3 publications' })
      const states = (await readAll([first, ...others])).map(({ state }) => state)
      expect(states).toEqual(['published', 'published', 'published'])
    })

    it('waits with them when the platform is too busy: it is asked about one of them only', async () => {
      const all = (await addThree()) as [Publication, ...Publication[]]
      stage.clock.pass(20)
      stage.places.youtube.fault('throttle', 'videos.list')
      expect(await follow(all[0])).toEqual({ done: 'still processing' })
      const waiting = await readAll(all)
      expect(waiting.map(({ state }) => state)).toEqual(['processing', 'processing', 'processing'])
      expect(waiting.map(({ looks }) => looks).toSorted()).toEqual([0, 0, 1])
      const seconds = waiting.map(({ wakeAt }) => ((wakeAt?.getTime() ?? 0) - stage.clock.now().getTime()) / 1000)
      expect(Math.min(...seconds)).toBeGreaterThan(25)
      await runToRest(stage)
      expect((await readAll(all)).map(({ state }) => state)).toEqual(['published', 'published', 'published'])
    })
  })

  it('is not lost when we ourselves fail to ask', async () => {
    const publication = await addProcessing()
    stage.clock.pass(10)
    const faulty = stage.engineWith({ http: () => Promise.reject(new TypeError('a fault of ours')) })
    expect(await runJob({ ...stage, engine: faulty }, 'follow', { publication: publication.id })).toEqual({
      done: 'still processing',
    })
    expect((await stage.read(publication.id)).wakeAt?.getTime()).toBeGreaterThan(stage.clock.now().getTime())
    await runToRest(stage)
    expect((await stage.read(publication.id)).state).toBe('published')
  })

  it('makes the channel ask for a new connection when the token is dead, and goes on afterwards', async () => {
    const publication = await addProcessing()
    stage.clock.pass(10)
    stage.places.youtube.fault('token-dead', 'videos.list')
    await follow(publication)
    expect((await stage.channel(publication.channel)).state).toBe('attention')
    await runToRest(stage)
    expect((await stage.read(publication.id)).state).toBe('published')
  })
})
