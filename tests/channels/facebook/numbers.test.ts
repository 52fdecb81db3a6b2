/** Numbers: of posts, of films, of the Page; one that is missing is never 0. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '@/channels/contract'
import { channel } from '@/channels/facebook'
import { readPostCounters } from '@/channels/facebook/reach/counters'
import { anItem } from '../../support/items'
import { calm, listen, openStage, pathOf, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => {
  calm(stage)
  for (const metric of ['post_media_view', 'page_media_view']) kill(metric, false)
})
afterAll(() => stage.platform.close())

const kill = (metric: string, isDead = true) => stage.platform.desk.records.put('facebook.dead-metrics', metric, isDead)

const byMetric = (readings: Reading[]) => Object.fromEntries(readings.map((reading) => [reading.metric, reading]))

async function measureOne(make = () => anItem()) {
  const live = await stage.goLive(make())
  stage.platform.pass(7_200)
  return byMetric(await channel.measure([live], stage.record().call))
}

describe('numbers of a post', () => {
  it('come from lifetime rows, never from the day row with 0', async () => {
    const { views, reach, reactions, shares } = await measureOne()
    for (const reading of [views, reach, reactions, shares]) expect(reading?.value).toBeGreaterThan(0)
    expect(views?.definition).toBe('post_media_view (lifetime)')
  })

  it('survive a metric that died: it is null with the reason, the others stay', async () => {
    kill('post_media_view')
    const { views, reach, reactions } = await measureOne()
    expect(views).toMatchObject({ value: null, because: expect.stringContaining('post_media_view') })
    expect(reach?.value).toBeGreaterThan(0)
    expect(reactions?.value).toBeGreaterThan(0)
  })

  it.each([
    ['the Page is too small or a permission is missing', { insightsEmpty: 1 }],
    ['a day has not passed', { insightsLagSeconds: 86_400 }],
  ])('are null with the reason where %s: an empty 200 is no zero', async (_name, knobs) => {
    stage.turn(knobs)
    const { views, reach, reactions } = await measureOne()
    expect(views).toMatchObject({ value: null, because: expect.stringContaining('chưa có số liệu') })
    expect(reach).toMatchObject({ value: null })
    expect(reactions?.value).toBeGreaterThan(0)
  })

  it('are null with the reason where the answer leaves them out, never 0', async () => {
    const text = JSON.stringify({ id: '1_2', reactions: { summary: { total_count: 3 } }, comments: {} })
    const http = async () => ({ status: 200, headers: new Headers(), text })
    const unknown = { value: null, because: expect.stringContaining('không trả số này') }
    expect(await readPostCounters({ ...stage.record().call, http }, '1_2')).toEqual({
      reactions: { value: 3 },
      comments: unknown,
      shares: unknown,
    })
  })

  it.each(['video', 'reel'])('are those of its post when it is a %s', async (presentation) => {
    const { views, reach, reactions, comments, shares } = await measureOne(() =>
      stage.item(presentation, [stage.film()]),
    )
    for (const reading of [views, reach, reactions, comments, shares]) expect(reading?.value).toBeGreaterThan(0)
  })

  it('rise', async () => {
    const live = await stage.goLive(anItem())
    const first = byMetric(await channel.measure([live], stage.record().call))
    stage.platform.pass(86_400)
    const later = byMetric(await channel.measure([live], stage.record().call))
    expect(later['views']?.value).toBeGreaterThan(first['views']?.value ?? Infinity)
  })

  it('that is gone are null, and do not spoil those of the others', async () => {
    const [gone, there] = [await stage.goLive(anItem()), await stage.goLive(anItem())]
    await channel.withdraw?.(gone, stage.record().call)
    const readings = await channel.measure([gone, there], stage.record().call)
    const of = (publication: string) => readings.filter((reading) => reading.publication === publication)
    for (const reading of of(gone.publication)) expect(reading).toMatchObject({ value: null })
    expect(of(there.publication).find(({ metric }) => metric === 'views')?.value).toBeGreaterThan(0)
  })

  it('are let out as a failure when the platform does not answer at all', async () => {
    const live = await stage.goLive(anItem())
    stage.platform.fault?.('unavailable', 'insights.read')
    await expect(channel.measure([live], stage.record().call)).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

describe('numbers of the Page', () => {
  it('are followers, and views and reach over 28 days', async () => {
    await stage.goLive(anItem())
    stage.platform.pass(7_200)
    const readings = await channel.audience(stage.record().call)
    expect(readings).toMatchObject([
      { metric: 'followers', definition: 'followers_count', value: expect.any(Number) },
      { metric: 'views', definition: 'page_media_view (days_28)', value: expect.any(Number) },
      { metric: 'reach', definition: 'page_total_media_view_unique (days_28)', value: expect.any(Number) },
    ])
    expect(readings.every(({ publication, apiVersion }) => publication === null && apiVersion === 'v26.0')).toBe(true)
  })

  it('survive a metric that died', async () => {
    kill('page_media_view')
    const { followers, views, reach } = byMetric(await channel.audience(stage.record().call))
    expect(views).toMatchObject({ value: null, because: expect.stringContaining('page_media_view') })
    expect(followers?.value).toBeGreaterThan(0)
    expect(reach?.value).not.toBeNull()
  })

  it('ask each metric by itself only after a refusal', async () => {
    const asked = async () => {
      const recorded = stage.record()
      const requests = listen(recorded)
      await channel.audience(recorded.call)
      return requests.filter((request) => pathOf(request).endsWith('/insights')).length
    }
    expect(await asked()).toBe(1)
    kill('page_media_view')
    expect(await asked()).toBe(3)
  })
})
