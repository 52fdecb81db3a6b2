/** A worker looks, finds a pause, and holds a moment after the pause has ended: nobody is left to let the post go on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from '../../support/engine'
import { addChannel, addPublication, sentPosts } from '../../support/engine/publication'
import { findWakes, runToRest } from '../../support/engine/rest'

describe('a post that is held for what is gone', () => {
  let stage: Stage

  beforeAll(async () => (stage = await openStage(import.meta.url)))
  afterAll(() => stage?.close())

  it.each(['paused', 'organization-paused', 'channel-paused', 'channel-not-ready', 'channel-broken'] as const)(
    'goes on by itself: %s',
    async (because) => {
      const { hold } = await import('@/engine/send/hold')
      const publication = await addPublication(stage, 'telegram')
      await hold(stage.engine, publication, because)
      await runToRest(stage)
      expect(await stage.read(publication.id)).toMatchObject({ state: 'published', heldBecause: null })
      expect(await sentPosts(stage, publication)).toBe(1)
    },
  )

  it('waits as late when its hour is long past', async () => {
    const { hold } = await import('@/engine/send/hold')
    const dueAt = new Date(stage.clock.now().getTime() - 2 * 3_600_000)
    const publication = await addPublication(stage, 'telegram', { over: { dueAt } })
    await hold(stage.engine, publication, 'paused')
    await runToRest(stage)
    expect(await stage.read(publication.id)).toMatchObject({ state: 'held', heldBecause: 'late' })
  })

  it('is left alone while its channel asks for a person', async () => {
    const { hold } = await import('@/engine/send/hold')
    const channel = await addChannel(stage, 'telegram', { state: 'attention' })
    const publication = await addPublication(stage, 'telegram', { channel })
    await hold(stage.engine, publication, 'channel-not-ready')
    const { revision } = await stage.read(publication.id)
    await runToRest(stage)
    expect(await stage.read(publication.id)).toMatchObject({ state: 'held', revision })
  })

  it('is asked for by nobody when none is held', async () => {
    const others = await stage.engine.rows.find('publications', { where: { state: 'held' } })
    for (const { id } of others) await stage.engine.rows.set('publications', { id }, { state: 'cancelled' })
    expect((await findWakes(stage)).filter(({ job }) => job === 'resume')).toEqual([])
  })
})
