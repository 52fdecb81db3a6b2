import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setTimeout } from 'node:timers/promises'
import type { Publication } from '@/engine/rows'
import { addChannel, addPublication, sentPosts } from '../support/engine/publication'
import { openStage, type Stage } from '../support/engine'
import { platforms, type PlatformName } from '../support/engine/places'
import { findWakes, runToRest } from '../support/engine/rest'
import { stack } from '../support/services'
import type { Running } from '~/jobs/runtime/worker'

const DEADLINE_MILLISECONDS = 30_000

describe('the timetable and the queue', () => {
  let stage: Stage
  let running: Running | null = null

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
  })
  afterEach(async () => {
    await running?.stop()
    running = null
    await runToRest(stage)
  })
  afterAll(() => stage?.close())

  /** A worker without a timetable: the test is the clock. */
  async function startWorker(): Promise<Running> {
    const { startWorker: start } = await import('~/jobs/runtime/worker')
    running = await start(stage.engine, { hasTimetable: false })
    return running
  }
  const publishWakes = async () => (await findWakes(stage)).filter(({ job }) => job === 'publish')
  const secondsAgo = (seconds: number) => new Date(stage.clock.now().getTime() - seconds * 1000)
  const isLive = async ({ id }: Publication) => (await stage.read(id)).state === 'published'

  it('wake what is due and nothing else', async () => {
    const due = await addPublication(stage, 'telegram')
    const later = { dueAt: secondsAgo(-3600), wakeAt: secondsAgo(-3600) }
    await addPublication(stage, 'telegram', { over: later })
    for (const state of ['draft', 'held', 'failed', 'cancelled', 'withdrawn', 'published'])
      await addPublication(stage, 'telegram', { over: { state, ...(state === 'published' ? { wakeAt: null } : {}) } })
    expect(await publishWakes()).toEqual([
      {
        job: 'publish',
        queue: 'publish-telegram',
        id: expect.stringMatching(`^publish-${due.channel}-0-\\d+$`),
        input: { channel: due.channel },
      },
    ])
    await stage.engine.rows.update('publications', { id: due.id }, { state: 'cancelled' })
    stage.clock.pass(3601)
    expect(await publishWakes()).toHaveLength(1)
  })

  it('wake each channel once, in its platform’s queue', async () => {
    const channel = await addChannel(stage, 'telegram')
    for (const seconds of [5, 9])
      await addPublication(stage, 'telegram', { channel, over: { wakeAt: secondsAgo(seconds) } })
    expect((await publishWakes()).map(({ input }) => input)).toEqual([{ channel: channel.id }])
    const names = await Promise.all(platforms.map((platform) => addPublication(stage, platform)))
    const queues = new Set((await publishWakes()).map(({ queue }) => queue))
    expect([...queues].toSorted()).toEqual(names.map(({ platform }) => `publish-${platform}`).toSorted())
  })

  it('send once however often the timetable ticks, in two workers at once', async () => {
    const publications = await addOnEveryPlatform()
    const [one, other] = [await startWorker(), await startWorker()]
    for (let tick = 0; tick < 5; tick += 1) await Promise.all([one.tick(), other.tick()])
    await untilLive(publications, one)
    await other.stop()
    for (const publication of publications) {
      expect(await sentPosts(stage, publication)).toBe(1)
      expect(await stage.attempts(publication.id)).toHaveLength(1)
    }
  })

  it.runIf(stack === 'production')('lose nothing when Redis is emptied [needs Redis: STACK=production]', async () => {
    const redis = new Redis(process.env['REDIS_URL'] ?? '')
    const [waiting, later] = [await addOnEveryPlatform(), await addOnEveryPlatform(3600)]
    const worker = await startWorker()
    await empty(redis)
    await worker.tick()
    await empty(redis)
    await untilLive(waiting, worker)
    stage.clock.pass(3601)
    await empty(redis)
    await untilLive(later, worker)
    for (const publication of [...waiting, ...later]) expect(await sentPosts(stage, publication)).toBe(1)
    redis.disconnect()
  })

  /** A server that was lent to us keeps what is not ours. */
  async function empty(redis: Redis): Promise<void> {
    if (!process.env['TEST_REDIS_URL']) return void (await redis.flushall())
    const ours = await redis.keys(`${process.env['QUEUE_PREFIX']}:*`)
    if (ours.length > 0) await redis.del(ours)
  }

  async function addOnEveryPlatform(inSeconds = 0): Promise<Publication[]> {
    const at = secondsAgo(-inSeconds)
    const add = (platform: PlatformName) => addPublication(stage, platform, { over: { dueAt: at, wakeAt: at } })
    return Promise.all(platforms.map(add))
  }

  /** The clock goes on a little with every tick, for leases, looks and processing. */
  async function untilLive(publications: Publication[], worker: Running): Promise<void> {
    const end = Date.now() + DEADLINE_MILLISECONDS
    while (!(await Promise.all(publications.map(isLive))).every(Boolean)) {
      const states = publications.map(async ({ id, platform }) => `${platform} ${(await stage.read(id)).state}`)
      if (Date.now() > end) throw new Error((await Promise.all(states)).join(', '))
      stage.clock.pass(5)
      await worker.tick()
      await setTimeout(50)
    }
  }
})
