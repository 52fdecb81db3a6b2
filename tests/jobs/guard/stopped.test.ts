import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '@/engine'
import type { ChannelRow, Publication } from '@/engine/rows'
import { addChannel, addPublication, sentPosts } from '../../support/engine/publication'
import { openStage, type Stage } from '../../support/engine'
import { runDue, runJob, runToRest } from '../../support/engine/rest'
import { watching, watchingArmed } from './watching'

describe('A lane is stopped before the call that cannot be taken back', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage(import.meta.url)
  })
  afterAll(() => stage?.close())

  const walk = (channel: ChannelRow, engine: Engine) => runJob({ ...stage, engine }, 'publish', { channel: channel.id })
  const due = (channel: ChannelRow) => addPublication(stage, 'telegram', { channel })
  const stateOf = async ({ id }: Publication) => (await stage.read(id)).state
  const actor = { id: 'x', name: 'Người trực' }
  const pausing = { because: 'Nghi lộ mật khẩu', actor }
  const stops: [string, (channel: ChannelRow) => Promise<unknown>, string][] = [
    ['everything is', () => stage.pauseEverything(stage.engine, pausing), 'paused'],
    [
      'its organization is',
      ({ organization }) => stage.pauseOrganization(stage.engine, organization, pausing),
      'organization-paused',
    ],
    ['it is', (channel) => stage.pauseChannel(stage.engine, channel, pausing), 'channel-paused'],
  ]

  it.each(stops)('when %s paused between its claim and its send', async (_what, pause, heldBecause) => {
    const channel = await addChannel(stage, 'telegram')
    const publication = await due(channel)
    const late = watching(stage, async () => void (await pause(channel)))
    await walk(channel, late)
    expect(await sentPosts(stage, publication)).toBe(0)
    await runDue(stage)
    expect(await stage.read(publication.id)).toMatchObject({ state: 'held', heldBecause, sends: 0, armedAt: null })
    await stage.resumeEverything(stage.engine, actor)
    await stage.resumeOrganization(stage.engine, stage.organization, actor)
    if (heldBecause === 'channel-paused') await stage.resumeChannel(stage.engine, channel, actor)
    await runToRest(stage)
    expect(await stateOf(publication)).toBe('published')
    expect(await sentPosts(stage, publication)).toBe(1)
  })

  it.each([
    ['is released, and what was read with it is not even claimed', 0, [1, 1, 0]],
    ['is not even claimed when the post before it took its time', 6, [1, 0, 0]],
  ])('and the next post %s', async (_what, seconds, attempts) => {
    const channel = await addChannel(stage, 'telegram')
    const publications = [await due(channel), await due(channel), await due(channel)]
    const late = watchingArmed(stage, () => {
      stage.clock.pass(seconds)
      return stage.pauseEverything(stage.engine, pausing)
    })
    await walk(channel, late)
    const seen = await Promise.all(publications.map(({ id }) => stage.read(id)))
    expect(seen.map(({ state }) => state)).toEqual(['published', 'held', 'held'])
    expect(seen.map(({ attemptNumber }) => attemptNumber)).toEqual(attempts)
    for (const publication of publications.slice(1)) expect(await sentPosts(stage, publication)).toBe(0)
    await stage.resumeEverything(stage.engine, actor)
  })

  it('but a post of several messages that has begun to go out is ended', async () => {
    const channel = await addChannel(stage, 'telegram')
    const text = 'Công an không làm việc qua điện thoại. '.repeat(150)
    const item = { variant: { title: '', text, options: {} } }
    const publication = await addPublication(stage, 'telegram', { channel, item })
    const late = watchingArmed(stage, () => stage.pauseChannel(stage.engine, channel, pausing))
    expect(await walk(channel, late)).toEqual({ done: 'published' })
    expect((await stage.channel(channel.id)).state).toBe('paused')
    const messages = stage.places.sandbox.desk.entries.read({ platform: 'telegram', call: 'sendMessage' })
    expect(messages.filter(({ account }) => account === channel.externalId)).toHaveLength(2)
    expect(await stateOf(publication)).toBe('published')
  })

  it('and goes on only when nothing stops it any more', async () => {
    const channel = await addChannel(stage, 'telegram')
    const publication = await due(channel)
    await stage.pauseEverything(stage.engine, pausing)
    await stage.pauseOrganization(stage.engine, stage.organization, pausing)
    await runDue(stage)
    await stage.resumeEverything(stage.engine, actor)
    expect(await stage.read(publication.id)).toMatchObject({ state: 'held', heldBecause: 'organization-paused' })
    await stage.resumeOrganization(stage.engine, stage.organization, actor)
    await runToRest(stage)
    expect(await stateOf(publication)).toBe('published')
  })
})
