import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ChannelRow, Publication } from '@/engine/rows'
import type { Engine } from '@/engine'
import { addChannel, addPublication, insertMany, sentPosts } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { platforms } from '../../support/engine/places'
import { findWakes, runJob, runToRest } from '../../support/engine/rest'
import { watching } from './watching'

describe('A lane', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
  })
  afterEach(() => platforms.forEach((platform) => stage.places[platform].heal()))
  afterAll(() => stage?.close())

  const walk = (channel: ChannelRow, engine: Engine = stage.engine) =>
    runJob({ ...stage, engine }, 'publish', { channel: channel.id })
  const ago = (seconds: number) => new Date(stage.clock.now().getTime() - seconds * 1000)
  const due = (channel: ChannelRow, over: Record<string, Date | number> = {}) =>
    addPublication(stage, 'telegram', { channel, over })
  const stateOf = async ({ id }: Publication) => (await stage.read(id)).state

  it('sends what is due one after the other, alerts first, then by their hour', async () => {
    const channel = await addChannel(stage, 'telegram')
    const later = await due(channel, { dueAt: ago(10), wakeAt: ago(10) })
    const sooner = await due(channel, { dueAt: ago(20), wakeAt: ago(20) })
    const alert = await due(channel, { dueAt: ago(1), wakeAt: ago(1), priority: 1 })
    const order: string[] = []
    const watched = watching(stage, (id) => order.push(id))
    expect(await walk(channel, watched)).toEqual({ done: '3 publications' })
    expect(order).toEqual([alert, sooner, later].map(({ id }) => id))
  })

  it('is walked by one worker at a time, and what is due goes out once', async () => {
    const channel = await addChannel(stage, 'telegram')
    const publications = await Promise.all(Array.from({ length: 5 }, () => due(channel)))
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => walk(channel)))
    expect(outcomes.filter((outcome) => 'done' in outcome)).toEqual([{ done: '5 publications' }])
    for (const publication of publications) expect(await sentPosts(stage, publication)).toBe(1)
  })

  it('keeps the distance that the channel wants, over all workers', async () => {
    const channel = await addChannel(stage, 'telegram', { pacingSeconds: 60 })
    const publications = [await due(channel), await due(channel), await due(channel)]
    const hours: Date[] = []
    const watched = watching(stage, () => hours.push(stage.clock.now()))
    await runToRest({ ...stage, engine: watched })
    for (const publication of publications) expect(await sentPosts(stage, publication)).toBe(1)
    const [first, second, third] = hours.map((hour) => hour.getTime() / 1000)
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(60)
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(60)
  })

  it('of a worker that died is taken by another when its time has run out', async () => {
    const channel = await addChannel(stage, 'telegram')
    const publication = await due(channel)
    await stage.engine.rows.update('channels', { id: channel.id }, { laneToken: 'dead', laneUntil: ago(-80) })
    expect(await walk(channel)).toEqual({ skipped: 'somebody is at work on this channel' })
    stage.clock.pass(81)
    expect(await walk(channel)).toEqual({ done: 'published' })
    expect(await sentPosts(stage, publication)).toBe(1)
  })

  it('with more than one look can take leaves the others their turn', async () => {
    const crowded = await addChannel(stage, 'telegram')
    await insertMany(stage, crowded, 210)
    const lonely = await addChannel(stage, 'telegram')
    const waiting = await due(lonely, { dueAt: ago(-1), wakeAt: ago(-1) })
    stage.clock.pass(2)
    const woken = async () =>
      (await findWakes(stage)).filter(({ job }) => job === 'publish').map(({ input }) => (input as Job).channel)
    expect(await woken()).toEqual([crowded.id])
    await stage.engine.rows.update('channels', { id: crowded.id }, { laneUntil: ago(-90) })
    expect(await woken()).toEqual([lonely.id])
    await walk(lonely)
    expect(await stateOf(waiting)).toBe('published')
    await stage.engine.rows.update('channels', { id: crowded.id }, { laneUntil: null })
    // None of them is an approved one: a few turns hold them all.
    for (let turn = 0; turn < 5; turn += 1) await walk(crowded)
    expect(await woken()).toEqual([])
  })

  it('wakes nobody while its channel rests or somebody is at work', async () => {
    const channel = await addChannel(stage, 'telegram', { notBefore: ago(-30) })
    await due(channel)
    const wakes = async () => (await findWakes(stage)).filter(({ input }) => (input as Job).channel === channel.id)
    expect(await wakes()).toEqual([])
    stage.clock.pass(31)
    const [first] = await wakes()
    expect(first?.queue).toBe('publish-telegram')
    await walk(channel)
    await due(channel)
    expect((await wakes())[0]?.id).not.toBe(first?.id)
  })

  it('begins nothing new in a process that has been asked to end', async () => {
    const channel = await addChannel(stage, 'telegram')
    const publications = [await due(channel), await due(channel)]
    const stopping = new AbortController()
    const ending = watching(stage, () => stopping.abort(), { stopping: stopping.signal })
    expect(await walk(channel, ending)).toEqual({ done: 'published' })
    const states = await Promise.all(publications.map(stateOf))
    expect(states.toSorted()).toEqual(['published', 'scheduled'])
    expect((await stage.channel(channel.id)).laneUntil?.getTime()).toBeLessThanOrEqual(stage.clock.now().getTime())
    await runToRest(stage)
    for (const publication of publications) expect(await sentPosts(stage, publication)).toBe(1)
  })
})

type Job = { channel?: string }
