/** The whole road in one story: written, approved, at the hour on five places, and the numbers come back. */
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Publication } from '@/engine/rows'
import type { Running } from '~/jobs/runtime/worker'
import { openStage, type Stage } from '../support/engine'
import { platforms } from '../support/engine/places'
import { addChannel, traceOf, visiblePosts } from '../support/engine/publication'

let stage: Stage
let worker: Running
let posts: Publication[]

beforeAll(async () => {
  stage = await openStage(import.meta.url)
  const { startWorker } = await import('~/jobs/runtime/worker')
  worker = await startWorker(stage.engine, { hasTimetable: false })
}, 120_000)

afterAll(async () => {
  await worker?.stop()
  await stage?.close()
})

/** Ticks the timetable until the condition holds; the queue's own workers do the work in between. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 90_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('the engine did not come to rest')
    await worker.tick()
    stage.clock.pass(2)
    await setTimeout(100)
  }
}

async function isEmpty(slug: string, where: Record<string, string>): Promise<boolean> {
  return (await stage.engine.rows.count(slug, where)) === 0
}

/** The people, the plan and four of the sample items, one of each kind, as the demonstration makes them. */
async function fillDesk() {
  const { payload } = stage.engine
  const { fillVocabulary } = await import('~/collections/vocabulary')
  const { readVocabulary } = await import('@/seed/steps/vocabulary')
  const { seedPeople } = await import('@/seed/steps/people')
  const { seedPlan } = await import('@/seed/steps/plan')
  const { seedItem } = await import('@/seed/steps/content')
  const { items } = await import('@/seed/sample')
  await fillVocabulary(payload)
  const vocabulary = await readVocabulary(payload)
  const people = await seedPeople(payload)
  const { plan, tasks, campaign } = await seedPlan(payload, { organization: people.organization, vocabulary })
  const chosen = ['nct-01', 'nct-04', 'nct-05', 'tn-13'].map((id) => items.find((item) => item.id === id))
  const seeded = []
  for (const item of chosen)
    if (item) seeded.push(await seedItem({ payload, people, vocabulary, campaign, task: tasks['I.2'] }, item))
  return { people, plan, seeded }
}

describe('A campaign', () => {
  it('goes from the desk to five places, each post exactly once', async () => {
    const { people, seeded } = await fillDesk()
    await until(() => isEmpty('media', { renditionState: 'pending' }))
    const channels: Record<string, string> = {}
    const house = { ...stage, organization: people.organization }
    for (const platform of platforms) channels[platform] = (await addChannel(house, platform)).id
    const { publishItem } = await import('@/seed/steps/publish')
    for (const item of seeded) await publishItem(stage.engine, item, { people, channels })
    expect(await isEmpty('publications', { state: 'published' })).toBe(true)

    const { rows } = stage.engine
    await until(
      async () => (await rows.count('publications', { state: 'published' })) === (await rows.count('publications', {})),
    )
    posts = await rows.find<Publication>('publications', { where: {} })
    expect(new Set(posts.map(({ platform }) => platform))).toEqual(new Set(platforms))
    for (const post of posts) expect(await visiblePosts(stage, post), `${post.title} on ${post.platform}`).toBe(1)
  }, 150_000)

  it('is there byte for byte as it was approved', async () => {
    for (const post of posts.filter(({ platform }) => platform !== 'site')) {
      const { code } = await traceOf(stage, post)
      const text = post.snapshot?.draft.text.normalize('NFC') ?? ''
      const entries = stage.places.sandbox.desk.entries.read({ platform: post.platform })
      const seen = entries.map((entry) => String(entry['text'])).filter((entry) => entry.includes(code))
      expect(text).toContain(code)
      expect(seen, post.platform).toContain(text)
    }
  })

  it('has a number, or the reason why there is none, from every place', async () => {
    stage.clock.pass(60)
    await until(async () => {
      const readings = await stage.engine.rows.find<{ id: string; channel: string }>('readings', { where: {} })
      return new Set(readings.map(({ channel }) => channel)).size === platforms.length
    })
    const readings = await stage.engine.rows.find<{ id: string; value: number | null; because: string | null }>(
      'readings',
      { where: {} },
    )
    for (const { value, because } of readings) expect(value === null).toBe(because !== null)
  }, 120_000)

  it('counts for the quotas of the plan', async () => {
    const { readStandings } = await import('@/engine/standings')
    const { docs } = await stage.engine.payload.find({ collection: 'quotas', pagination: false, depth: 0 })
    const lines = (await readStandings(stage.engine, docs as never)).map(({ text }) => text)
    expect(lines).toContain('Định mức 2 bài/tháng cho người cao tuổi: đã đăng 3, đã hẹn 0')
    expect(lines.some((line) => line.includes('còn thiếu'))).toBe(true)
  })

  it('leaves a chain of audit entries for every post', async () => {
    const { findBrokenLinks } = await import('../support/engine/chain')
    for (const { id } of posts) {
      const { entries, broken } = await findBrokenLinks(stage.engine, await stage.read(id))
      expect(broken).toEqual([])
      expect(entries.slice(0, 2)).toEqual(['approve', 'claim'])
    }
  })
})
