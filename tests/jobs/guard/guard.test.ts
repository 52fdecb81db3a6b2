import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Value } from '@/platform/database'
import { findBrokenLinks } from '../../support/engine/chain'
import { addChannel, addPublication, sentPosts } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { platforms } from '../../support/engine/places'
import { runJob, runToRest } from '../../support/engine/rest'

describe('a publication', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
  })
  afterAll(() => stage?.close())

  const publish = (publication: string) => runJob(stage, 'publish', { publication })
  const minutesAgo = (minutes: number) => new Date(stage.clock.now().getTime() - minutes * 60_000)
  const pausing = { because: 'Diễn tập', actor: { id: 'x', name: 'Người trực' } }

  it.each(platforms)('goes out once on %s, and its audit chain holds', async (platform) => {
    const publication = await addPublication(stage, platform)
    await runToRest(stage)
    const live = await stage.read(publication.id)
    expect(live).toMatchObject({ state: 'published', sends: 1, leaseToken: null, leaseUntil: null })
    expect(live.remoteUrl).toMatch(/^https?:\/\//)
    expect(await sentPosts(stage, publication)).toBe(1)
    expect(await stage.attempts(publication.id)).toMatchObject([{ number: 1, worker: expect.stringMatching(/:\d+$/) }])
    const { entries, broken } = await findBrokenLinks(stage.engine, live)
    expect(broken).toEqual([])
    expect(entries).toEqual(expect.arrayContaining(['approve', 'claim', 'publish']))
  })

  it('shows when an entry of its audit was changed or is missing', async () => {
    const publication = await addPublication(stage, 'telegram')
    await runToRest(stage)
    const [claimed] = await stage.engine.rows.find<{ id: string }>('audit', {
      where: { subject: `publications:${publication.id}`, action: 'claim' },
    })
    await stage.engine.rows.update('audit', { id: claimed?.id ?? '' }, { actor: 'somebody-else' })
    expect((await findBrokenLinks(stage.engine, await stage.read(publication.id))).broken).toEqual(['claim'])
  })

  it('waits for its hour', async () => {
    const dueAt = minutesAgo(-5)
    const publication = await addPublication(stage, 'telegram', { over: { dueAt, wakeAt: dueAt } })
    expect(await publish(publication.id)).toEqual({ skipped: 'nothing due' })
    expect(await stage.read(publication.id)).toMatchObject({ state: 'scheduled', attemptNumber: 0 })
    await runToRest(stage)
    const live = await stage.read(publication.id)
    expect(live.state).toBe('published')
    expect(live.publishedAt?.getTime()).toBeGreaterThanOrEqual(Math.floor(dueAt.getTime() / 1000) * 1000)
  })

  it('is not sent a second time by a second job', async () => {
    const publication = await addPublication(stage, 'telegram')
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => publish(publication.id)))
    expect(outcomes.filter((outcome) => 'done' in outcome)).toEqual([{ done: 'published' }])
    expect(await sentPosts(stage, publication)).toBe(1)
    expect(await publish(publication.id)).toEqual({ skipped: 'nothing due' })
  })

  it('is held while everything is paused', async () => {
    const publication = await addPublication(stage, 'telegram')
    await stage.pauseEverything(stage.engine, pausing)
    await publish(publication.id)
    await expectHeld(publication.id, 'paused', /tạm dừng/)
    expect(await sentPosts(stage, publication)).toBe(0)
    await stage.resumeEverything(stage.engine, pausing.actor)
    await runToRest(stage)
    expect(await sentPosts(stage, publication)).toBe(1)
  })

  it('goes on with all that a pause held, by one question for each organization; what another pause stops stays', async () => {
    const { rows, payload } = stage.engine
    const data = { name: 'Tỉnh khác', kind: 'police', level: 'province' } as never
    const organization = String((await payload.create({ collection: 'organizations', data, depth: 0 })).id)
    const channels = [await addChannel(stage, 'telegram'), await addChannel(stage, 'telegram', { organization })]
    const held: string[] = []
    for (const channel of [...channels, ...channels, ...channels])
      held.push((await addPublication(stage, 'telegram', { channel })).id)
    await stage.pauseEverything(stage.engine, pausing)
    await stage.pauseOrganization(stage.engine, organization, pausing)
    for (const { id } of channels) await runJob(stage, 'publish', { channel: id })
    let questions = 0
    const watched = stage.engineWith({
      rows: { ...rows, find: (slug, query) => ((questions += slug === 'pauses' ? 1 : 0), rows.find(slug, query)) },
    })
    await stage.resumeEverything(watched, pausing.actor)
    expect(questions).toBe(2)
    const reasons = await Promise.all(held.map(async (id) => (await stage.read(id)).heldBecause))
    expect(reasons).toEqual(held.map((_id, index) => (index % 2 === 0 ? null : 'organization-paused')))
    await stage.resumeOrganization(stage.engine, organization, pausing.actor)
    await runToRest(stage)
    for (const id of held) expect((await stage.read(id)).state).toBe('published')
  })

  it.each([
    ['paused', 'channel-paused'],
    ['attention', 'channel-not-ready'],
    ['off', 'channel-not-ready'],
  ])('is held while its channel is %s', async (state, because) => {
    const channel = await addChannel(stage, 'telegram', { state })
    const publication = await addPublication(stage, 'telegram', { channel })
    await publish(publication.id)
    await expectHeld(publication.id, because, /kênh/i)
    expect(await sentPosts(stage, publication)).toBe(0)
  })

  it.each<[string, (snapshot: { draft: { text: string; post: Record<string, unknown> } }) => Value]>([
    [
      'another text',
      (snapshot) => ({ ...snapshot, draft: { ...snapshot.draft, text: `${snapshot.draft.text}.` } }) as never,
    ],
    ['no snapshot at all', () => null],
  ])('that is not what was approved (%s) is held and never sent', async (_name, change) => {
    const publication = await addPublication(stage, 'telegram')
    await stage.engine.rows.update(
      'publications',
      { id: publication.id },
      { snapshot: change(publication.snapshot as never) },
    )
    await publish(publication.id)
    await expectHeld(publication.id, 'snapshot-changed', /không đúng với bản đã duyệt/)
    expect(await sentPosts(stage, publication)).toBe(0)
  })

  it.each([
    ['hold', { state: 'held', heldBecause: 'late', heldMessage: expect.stringMatching(/quá giờ/) }, 0],
    ['send', { state: 'published' }, 1],
    ['cancel', { state: 'cancelled', wakeAt: null }, 0],
  ])('an hour late under the policy "%s"', async (latePolicy, outcome, posts) => {
    const over = { latePolicy, lateAfterMinutes: 60, dueAt: minutesAgo(61) }
    const publication = await addPublication(stage, 'telegram', { over })
    await runToRest(stage)
    expect(await stage.read(publication.id)).toMatchObject(outcome)
    expect(await sentPosts(stage, publication)).toBe(posts)
  })

  it('a little late simply goes out', async () => {
    const publication = await addPublication(stage, 'telegram', { over: { dueAt: minutesAgo(59) } })
    await runToRest(stage)
    expect((await stage.read(publication.id)).state).toBe('published')
  })

  it('waits with its whole channel until the platform may be asked again', async () => {
    const notBefore = minutesAgo(-10)
    const channel = await addChannel(stage, 'telegram', { notBefore })
    const publication = await addPublication(stage, 'telegram', { channel })
    expect(await publish(publication.id)).toEqual({ skipped: 'channel waits' })
    expect(await stage.read(publication.id)).toMatchObject({
      state: 'scheduled',
      attemptNumber: 0,
    })
    await runToRest(stage)
    expect((await stage.read(publication.id)).state).toBe('published')
  })

  async function expectHeld(id: string, heldBecause: string, sentence: RegExp): Promise<void> {
    expect(await stage.read(id)).toMatchObject({
      state: 'held',
      heldBecause,
      heldMessage: expect.stringMatching(sentence),
      wakeAt: null,
      attemptNumber: 0,
    })
  }
})
