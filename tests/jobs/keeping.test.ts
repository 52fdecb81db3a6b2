import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { renditionSpecs } from '@/channels/registry'
import type { Reading } from '@/channels/contract'
import { addChannel, addPublication } from '../support/engine/publication'
import { openStage, type Stage } from '../support/engine'
import { upload } from '../support/engine/media'
import { platforms } from '../support/engine/places'
import { findWakes, runJob, runToRest } from '../support/engine/rest'

type StoredReading = { id: string; takenAt: Date } & Omit<Reading, 'value'> & {
    value: number | null
    because: string | null
  }

let stage: Stage

beforeAll(async () => {
  stage = await openStage(import.meta.url)
})
afterEach(() => platforms.forEach((platform) => stage.places[platform].heal()))
afterAll(() => stage?.close())

const readingsOf = (publication: string) =>
  stage.engine.rows.find<StoredReading>('readings', { where: { publication }, sort: 'takenAt' })

describe.each(platforms)('what is live on %s', (platform) => {
  it('is measured at its hour, with a reason where there is no number, and measured again later', async () => {
    const publication = await addPublication(stage, platform)
    await runToRest(stage)
    const live = await stage.read(publication.id)
    expect(live.wakeAt?.getTime()).toBeGreaterThan(stage.clock.now().getTime())
    expect((await findWakes(stage)).filter(({ input }) => isFor(input, publication.channel))).toEqual([])
    stage.clock.pass(60)
    expect((await findWakes(stage)).filter(({ input }) => isFor(input, publication.channel))).toHaveLength(1)
    expect(await runJob(stage, 'measure', { channel: publication.channel })).toEqual({ done: '1 measured' })
    const readings = await readingsOf(publication.id)
    expect(readings.length).toBeGreaterThan(0)
    for (const { value, because, definition, apiVersion } of readings) {
      expect(definition).not.toBe('')
      expect(apiVersion).not.toBe('')
      expect((value === null) === (because !== null)).toBe(true)
    }
    expect(readings.filter(({ metric }) => metric === 'clicks')).toHaveLength(1)
    const measured = await stage.read(publication.id)
    expect(measured).toMatchObject({ state: 'published', samples: 1, revision: live.revision })
    expect(measured.wakeAt).toEqual(new Date((live.publishedAt?.getTime() ?? 0) + 3_600_000))
  })
})

describe('measuring', () => {
  it('tells how often the tracked link was opened, fifty at once as fifty', async () => {
    const { siteOn } = await import('@/app/(site)/_pages/payload/site')
    const publication = await addPublication(stage, 'telegram')
    await runToRest(stage)
    const site = siteOn(stage.engine.payload)
    await Promise.all(Array.from({ length: 50 }, () => site.countClick(publication.trackedCode)))
    stage.clock.pass(60)
    await runJob(stage, 'measure', { channel: publication.channel })
    expect(await readingsOf(publication.id)).toContainEqual(expect.objectContaining({ metric: 'clicks', value: 50 }))
  })

  it('is put off when the platform is too busy, and stores no number that was not read', async () => {
    const publication = await addPublication(stage, 'facebook')
    await runToRest(stage)
    stage.clock.pass(60)
    stage.places.facebook.fault('throttle', '*')
    expect(await runJob(stage, 'measure', { channel: publication.channel })).toEqual({ done: 'later: throttled' })
    expect(await readingsOf(publication.id)).toEqual([])
    expect(await stage.read(publication.id)).toMatchObject({ samples: 0 })
  })
})

describe('a channel', () => {
  const checksFor = async (id: string) =>
    (await findWakes(stage)).filter(({ job, input }) => job === 'check-channels' && isFor(input, id))
  const check = (channel: string) => runJob(stage, 'check-channels', { channel })

  it.each(platforms)('on %s is checked once a day', async (platform) => {
    const channel = await addChannel(stage, platform)
    expect(await checksFor(channel.id)).toEqual([])
    stage.clock.pass(86_401)
    expect(await checksFor(channel.id)).toHaveLength(1)
    expect(await check(channel.id)).toEqual({ done: 'connected' })
    expect(await stage.channel(channel.id)).toMatchObject({ state: 'connected', identity: expect.stringMatching(/./) })
    expect(await checksFor(channel.id)).toEqual([])
  })

  it('whose token is dead needs a person, and what was held goes on once it is connected again', async () => {
    const channel = await addChannel(stage, 'facebook')
    stage.places.facebook.fault('token-dead', '*')
    expect(await check(channel.id)).toEqual({ done: 'channel_unauthorized' })
    expect(await stage.channel(channel.id)).toMatchObject({
      state: 'attention',
      problem: expect.stringMatching(/Trang/),
    })
    const publication = await addPublication(stage, 'facebook', { channel: await stage.channel(channel.id) })
    await runToRest(stage)
    expect((await stage.read(publication.id)).heldBecause).toBe('channel-not-ready')
    stage.places.facebook.heal()
    expect(await check(channel.id)).toEqual({ done: 'connected' })
    await runToRest(stage)
    expect((await stage.read(publication.id)).state).toBe('published')
  })

  it('that does not answer stays connected', async () => {
    const channel = await addChannel(stage, 'facebook')
    stage.places.facebook.fault('unavailable', '*')
    expect(await check(channel.id)).toEqual({ done: 'channel_unavailable' })
    expect((await stage.channel(channel.id)).state).toBe('connected')
  })
})

describe('an uploaded picture', () => {
  const draw = (colour: string) =>
    sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
      .jpeg()
      .toBuffer()
  const read = async (id: string) => {
    const [row] = await stage.engine.rows.find<Record<string, unknown> & { id: string }>('media', { where: { id } })
    return row
  }
  const add = async (data: Buffer) =>
    upload(stage.engine, stage.organization, { name: 'anh.jpg', mimetype: 'image/jpeg', data })
  const render = (media: string) => runJob(stage, 'render-media', { media })

  it('is drawn for every platform, once', async () => {
    const id = await add(await draw('#0a63c9'))
    expect((await findWakes(stage)).map(({ job, input }) => ({ job, input }))).toContainEqual({
      job: 'render-media',
      input: { media: id },
    })
    expect(await render(id)).toEqual({ done: `${renditionSpecs.length + 1} renditions` })
    expect(await read(id)).toMatchObject({ renditionState: 'ready', renditionProblem: null })
    expect(await render(id)).toEqual({ skipped: 'not pending' })
    expect((await findWakes(stage)).filter(({ job }) => job === 'render-media')).toEqual([])
  })

  it.each([
    ['is broken', 'not a picture at all'],
    ['is gone', null],
  ])('whose file %s says so, and is not tried again and again', async (_name, bytes) => {
    const id = await add(await draw(bytes === null ? '#0aa' : '#a0a'))
    const { writeFile, rm } = await import('node:fs/promises')
    const file = `${stage.engine.mediaDirectory}/${String((await read(id))?.['storedFile'])}`
    await (bytes === null ? rm(file) : writeFile(file, bytes))
    await render(id)
    expect(await read(id)).toMatchObject({
      renditionState: 'failed',
      renditionProblem: expect.stringMatching(/[ạ-ỹ]/i),
    })
    expect((await findWakes(stage)).filter(({ job }) => job === 'render-media')).toEqual([])
  })
})

function isFor(input: unknown, channel: string): boolean {
  return (input as { channel?: string }).channel === channel
}
